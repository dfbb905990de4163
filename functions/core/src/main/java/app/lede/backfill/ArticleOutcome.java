package app.lede.backfill;

import java.util.Locale;

/** Outcome of one entry of an archive page. Names are stored and shown; add, don't rename. */
public enum ArticleOutcome {
    /** Sent to be fetched; its document has an outcome of its own. */
    SENT,
    /** Fetched or sent before, by a poll or an earlier page. */
    KNOWN,
    /** Of an earlier date than wanted. */
    TOO_OLD,
    /** Older than the {@value Budget#MOST_ARTICLES} of one page that are read. */
    OVER_CAP,
    /** Older than those that the number of articles wanted allows. */
    OVER_BUDGET,
    /** Without an address and without text. */
    NO_ADDRESS,
    /** Kept to be sent, and expired while the backfill was stopped. */
    EXPIRED;

    /** Returns the name as it is shown, such as {@code too-old}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
