package app.lede.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source is doing, for the people who rely on it.
 *
 * @param lastOutcome label of the last poll's outcome
 * @param lastDetail a sentence for people, null where the label says it all
 * @param errorStreak failed polls in a row
 * @param errorSince when the streak began
 * @param polls requests made so far
 * @param unchanged of them answered by 304 or by the same bytes
 * @param entries queued for fetching so far
 * @param overCap entries beyond what one poll takes, ever
 */
public record Health(
        @Nullable Instant lastPollAt,
        @Nullable String lastOutcome,
        @Nullable String lastDetail,
        @Nullable Instant lastNewAt,
        int errorStreak,
        @Nullable Instant errorSince,
        long polls,
        long unchanged,
        long entries,
        long overCap) {

    public static final Health NEW = new Health(null, null, null, null, 0, null, 0, 0, 0, 0);

    /** After a poll that found so many new entries, of a feed that had so many beyond the cap. */
    public Health read(Instant now, int found, int beyondCap) {
        return new Health(
                now,
                "read",
                null,
                found > 0 ? now : lastNewAt,
                0,
                null,
                polls + 1,
                unchanged,
                entries + found,
                overCap + beyondCap);
    }

    /** After a poll that was answered with what was known. */
    public Health unchanged(Instant now) {
        return new Health(now, "unchanged", null, lastNewAt, 0, null, polls + 1, unchanged + 1, entries, overCap);
    }

    /** After a poll that brought nothing because something was wrong. */
    public Health failed(Instant now, String outcome, String detail) {
        Instant since = errorSince == null ? now : errorSince;
        return new Health(
                now, outcome, detail, lastNewAt, errorStreak + 1, since, polls + 1, unchanged, entries, overCap);
    }
}
