package app.lede.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source is doing, for the people who rely on it.
 *
 * @param lastOutcome label of the last poll's outcome
 * @param lastNewAt when a poll last found something new
 * @param entries queued for fetching so far
 * @param overCap entries beyond what one poll takes, ever
 */
public record Health(
        @Nullable Instant lastPollAt,
        @Nullable String lastOutcome,
        @Nullable Instant lastNewAt,
        ErrorStreak errors,
        Etiquette etiquette,
        long entries,
        long overCap) {

    public static final Health NEW = new Health(null, null, null, ErrorStreak.NONE, Etiquette.NONE, 0, 0);

    /** What people should look at. */
    public enum Alert {
        /** The publisher said that the feed will not come back (410); it is not polled any more. */
        GONE,
        /** Failing for so long that it is polled every 30 days. */
        DEAD,
        /** Silent for three times its usual gap. */
        STALE,
        /** Answers from another address for good; polls go there once that is proven. */
        MOVED
    }

    /** After a poll that found so many new entries, of a feed that had so many beyond the cap. */
    public Health read(Instant now, Etiquette poll, int found, int beyondCap) {
        Instant newAt = found > 0 ? now : lastNewAt;
        return new Health(
                now, "read", newAt, ErrorStreak.NONE, etiquette.plus(poll), entries + found, overCap + beyondCap);
    }

    /** After a push that brought so many new entries; what polls met stays as it is. */
    Health pushed(Instant now, int found) {
        Instant newAt = found > 0 ? now : lastNewAt;
        return new Health(lastPollAt, lastOutcome, newAt, errors, etiquette, entries + found, overCap);
    }

    /** After a poll that was answered with what was known. */
    public Health unchanged(Instant now, Etiquette poll) {
        return new Health(now, "unchanged", lastNewAt, ErrorStreak.NONE, etiquette.plus(poll), entries, overCap);
    }

    /** After a poll that brought nothing because something was wrong. */
    public Health failed(Fault fault, Fault.Weight weight, Etiquette poll) {
        return new Health(
                fault.at(),
                fault.outcome(),
                lastNewAt,
                errors.plus(fault, weight),
                etiquette.plus(poll),
                entries,
                overCap);
    }
}
