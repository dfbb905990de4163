package app.lede.pipeline;

import java.util.Locale;

/**
 * Result of one step of a backfill.
 *
 * @param detail for the log: an address, a time, a number or a reason
 */
public record BackfillEnd(Kind kind, String detail) {

    /** Outcome of the step. */
    public enum Kind {
        /** Asked for a page of the archive. */
        PAGE,
        /** Got no answer, and asks again later. */
        RETRIED,
        /** Ended the walk through the archive. */
        WALKED,
        /** Sent entries to be fetched, or found them known. */
        ENTRIES,
        /** Waits for the host's turn, or for a server that asks for time. */
        POSTPONED,
        /** The step was taken before, or the backfill was cancelled or removed. */
        SKIPPED,
        /** Everything is sent. */
        COMPLETE,
        /** It needs to be asked to go on. */
        STOPPED
    }

    /** Returns the label for logs and metrics. */
    public String label() {
        return "backfill-" + kind.name().toLowerCase(Locale.ROOT);
    }
}
