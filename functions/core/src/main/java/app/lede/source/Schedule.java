package app.lede.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a source is polled.
 *
 * @param interval one of {@link PollPlan#INTERVALS}: the class that the due index knows the source by
 * @param polledFor the planned minute of the last finished poll; what was planned before it is done with
 * @param notBefore no request before this, whoever asks
 */
public record Schedule(
        int interval,
        AdaptiveInterval adaptive,
        @Nullable Instant polledFor,
        @Nullable Instant notBefore) {

    public static final Schedule NEW = new Schedule(PollPlan.DEFAULT_INTERVAL, AdaptiveInterval.NEW, null, null);

    /** Whether a planned minute, or a later one, was polled for. */
    public boolean isDone(Instant planned) {
        return polledFor != null && !planned.isAfter(polledFor);
    }

    /** The host's and the source's own claim to be left alone until later. */
    public boolean isHeld(Instant now) {
        return notBefore != null && now.isBefore(notBefore);
    }

    Schedule withInterval(AdaptiveInterval changed) {
        return new Schedule(interval, changed, polledFor, notBefore);
    }

    Schedule withInterval(int changed) {
        return new Schedule(changed, adaptive, polledFor, notBefore);
    }

    /** After the poll of a planned minute came to its end. */
    Schedule done(Instant planned, @Nullable Instant held) {
        return new Schedule(interval, adaptive, isDone(planned) ? polledFor : planned, held);
    }
}
