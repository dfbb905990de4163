package app.lede.backfill;

import java.util.Locale;

/** Outcome of one request for an archive page. Names are stored and shown; add, don't rename. */
public enum PageOutcome {
    /** It has entries. */
    READ,
    /** A list of sitemaps, which are asked for in turn. */
    INDEX,
    /** The same entries as an earlier page. */
    REPEATED,
    /** No entries. */
    EMPTY,
    /** Neither a feed, a sitemap nor a list of articles. */
    NOT_A_FEED,
    /** 404 or 410. */
    MISSING,
    /** Another answer without a page. */
    REFUSED,
    /** robots.txt disallows it. */
    DISALLOWED,
    /** Our own guard refused the address. */
    BLOCKED,
    TOO_LARGE,
    /** No answer after several attempts. */
    UNREACHABLE;

    /** Returns the name as it is shown, such as {@code not-a-feed}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
