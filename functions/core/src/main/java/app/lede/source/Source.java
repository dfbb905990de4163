package app.lede.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is polled: a feed, or a site whose feed the first poll finds.
 *
 * @param url as it was added
 * @param feedUrl what is really asked, once it is known to differ from {@code url}
 * @param name as given, else the feed's title
 * @param intervalMinutes one of {@link PollPlan#INTERVALS}
 * @param polledFor the planned minute of the last finished poll; what was planned before it is done with
 * @param notBefore no request before this, whoever asks
 */
public record Source(
        SourceId id,
        String url,
        @Nullable String feedUrl,
        @Nullable String name,
        State state,
        int intervalMinutes,
        Instant addedAt,
        @Nullable Instant polledFor,
        @Nullable Instant notBefore,
        Validators validators,
        Health health) {

    /** Whether a source is polled. */
    public enum State {
        ACTIVE,
        /** By its owner; its articles stay. */
        PAUSED,
        /** The publisher said that it will not come back (410). */
        GONE
    }

    public static Source added(SourceId id, String url, @Nullable String name, Instant now) {
        return new Source(
                id,
                url,
                null,
                name,
                State.ACTIVE,
                PollPlan.DEFAULT_INTERVAL,
                now,
                null,
                null,
                Validators.NONE,
                Health.NEW);
    }

    /** The address to ask. */
    public String pollUrl() {
        return feedUrl == null ? url : feedUrl;
    }

    /** The host's and the source's own claim to be left alone until later. */
    public boolean isHeld(Instant now) {
        return notBefore != null && now.isBefore(notBefore);
    }

    public Source withState(State changed) {
        return new Source(
                id, url, feedUrl, name, changed, intervalMinutes, addedAt, polledFor, notBefore, validators, health);
    }

    public Source withName(@Nullable String changed) {
        return new Source(
                id, url, feedUrl, changed, state, intervalMinutes, addedAt, polledFor, notBefore, validators, health);
    }

    public Source withFeed(String changed) {
        return new Source(
                id, url, changed, name, state, intervalMinutes, addedAt, polledFor, notBefore, Validators.NONE, health);
    }

    /** After a poll that came to an end, whatever the end. */
    public Source polled(Instant planned, int interval, @Nullable Instant held, Validators seen, Health after) {
        return new Source(
                id,
                url,
                feedUrl,
                name,
                state,
                interval,
                addedAt,
                polledFor != null && polledFor.isAfter(planned) ? polledFor : planned,
                held,
                seen,
                after);
    }
}
