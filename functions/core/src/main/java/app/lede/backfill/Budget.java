package app.lede.backfill;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Bounds a backfill: pages, articles, earliest date.
 *
 * @param pages most pages of the archive to ask for, 1 to {@value #MOST_PAGES}
 * @param articles most articles to fetch, 1 to {@value #MOST_ARTICLES}; those that are known already do not count
 * @param until articles of an earlier date are left out; null for no such limit
 */
public record Budget(int pages, int articles, @Nullable Instant until) {

    public static final int MOST_PAGES = 500;
    public static final int MOST_ARTICLES = 10_000;

    /** A hundred pages and a thousand articles, of any date. */
    public static final Budget USUAL = new Budget(100, 1_000, null);

    /** Rejects numbers out of bounds with IllegalArgumentException. */
    public Budget {
        if (pages < 1 || pages > MOST_PAGES || articles < 1 || articles > MOST_ARTICLES) {
            throw new IllegalArgumentException(pages + " pages and " + articles + " articles");
        }
    }

    /** Tests whether something of this time is older than wanted; an unknown time is not. */
    public boolean excludes(@Nullable Instant time) {
        return until != null && time != null && time.isBefore(until);
    }
}
