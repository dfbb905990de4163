package app.lede.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The poll schedule of a source.
 *
 * @param interval one of {@link PollPlan#INTERVALS}, the source's class in the due index
 * @param polledFor planned minute of the last finished poll; earlier ones are done
 * @param notBefore earliest next request
 */
public record Schedule(
        int interval,
        AdaptiveInterval adaptive,
        @Nullable Instant polledFor,
        @Nullable Instant notBefore) {

    /** Stands in the class of the shortest interval until its first poll, which finds its own class. */
    public static final Schedule NEW = new Schedule(PollPlan.INTERVALS.getFirst(), AdaptiveInterval.NEW, null, null);

    /** Tests whether this or a later planned minute was polled. */
    public boolean isDone(Instant planned) {
        return polledFor != null && !planned.isAfter(polledFor);
    }

    /** Tests whether the host or the source asked for no requests until later. */
    public boolean isHeld(Instant now) {
        return notBefore != null && now.isBefore(notBefore);
    }

    Schedule withInterval(AdaptiveInterval changed) {
        return new Schedule(interval, changed, polledFor, notBefore);
    }

    Schedule withInterval(int changed) {
        return new Schedule(changed, adaptive, polledFor, notBefore);
    }

    /** Records the end of a planned minute's poll. */
    Schedule done(Instant planned, @Nullable Instant held) {
        return new Schedule(interval, adaptive, isDone(planned) ? polledFor : planned, held);
    }
}
