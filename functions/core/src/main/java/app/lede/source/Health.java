package app.lede.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The health of a source.
 *
 * @param lastOutcome outcome of the last poll
 * @param lastNewAt time a poll last found new entries
 * @param entries queued for fetching so far
 * @param overCap total of entries beyond the cap of a poll
 */
public record Health(
        @Nullable Instant lastPollAt,
        @Nullable String lastOutcome,
        @Nullable Instant lastNewAt,
        ErrorStreak errors,
        Etiquette etiquette,
        long entries,
        long overCap) {

    /** Outcome of a poll of a feed that was read. */
    public static final String READ = "read";

    /** Outcome of a poll of a feed that has not changed. */
    public static final String UNCHANGED = "unchanged";

    public static final Health NEW = new Health(null, null, null, ErrorStreak.NONE, Etiquette.NONE, 0, 0);

    /** Conditions that need attention. */
    public enum Alert {
        /** The publisher answered 410; the feed is no longer polled. */
        GONE,
        /** Failing for so long that it is polled every 30 days only. */
        DEAD,
        /** No new entry for longer than the rhythm of the source allows. */
        SILENT,
        /** Permanently redirected; the new address is adopted once proven. */
        MOVED
    }

    /** Records a poll with {@code found} new entries, of a feed with {@code beyondCap} entries over the cap. */
    public Health read(Instant now, Etiquette poll, int found, int beyondCap) {
        Instant newAt = found > 0 ? now : lastNewAt;
        return new Health(
                now, READ, newAt, ErrorStreak.NONE, etiquette.plus(poll), entries + found, overCap + beyondCap);
    }

    /** Records a push with new entries; the state of polls is unchanged. */
    Health pushed(Instant now, int found) {
        Instant newAt = found > 0 ? now : lastNewAt;
        return new Health(lastPollAt, lastOutcome, newAt, errors, etiquette, entries + found, overCap);
    }

    /** Records a poll without changes. */
    public Health unchanged(Instant now, Etiquette poll) {
        return new Health(now, UNCHANGED, lastNewAt, ErrorStreak.NONE, etiquette.plus(poll), entries, overCap);
    }

    /** Records a failed poll. */
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
