package app.lede.backfill;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the walk through an archive stands, from the newest page to the oldest.
 *
 * @param way how the archive is found
 * @param number of the page that is asked for, from 1; with {@link Way#SITEMAPS}, of sitemaps and lists of them read so far
 * @param ahead addresses to ask for, next first
 * @param attempts requests for the next that brought no answer
 * @param site front page of the site; null until a feed names it
 */
public record Walk(
        Way way,
        int number,
        List<String> ahead,
        int attempts,
        @Nullable String site) {

    /** Characters of all addresses ahead, so that the state fits its row. */
    static final int MAX_CHARS = 60_000;

    /** How an archive is found, in the order in which they are tried. Names are stored; add, don't rename. */
    public enum Way {
        /** A page names the one before it (RFC 5005, JSON Feed). */
        LINKS,
        /** The feed with {@code paged=2}, as of WordPress. */
        PAGED,
        /** Sitemaps that robots.txt names, or at the usual addresses. */
        SITEMAPS,
        /** Pages {@code /page/2/} of the site. */
        LISTING
    }

    public Walk {
        ahead = fitting(ahead);
    }

    /** Begins a walk at a source's own address. */
    public static Walk from(String url) {
        return new Walk(Way.LINKS, 1, List.of(url), 0, null);
    }

    private static List<String> fitting(List<String> urls) {
        int chars = 0;
        int fit = 0;
        while (fit < urls.size() && chars + urls.get(fit).length() <= MAX_CHARS) {
            chars += urls.get(fit).length();
            fit++;
        }
        return List.copyOf(urls.subList(0, fit));
    }

    /** Returns the walk on another way or at another page of it. */
    Walk to(Way next, int page, List<String> urls) {
        return new Walk(next, page, urls, 0, site);
    }

    /** Returns the walk after an attempt that brought no answer. */
    public Walk afterAttempt() {
        return new Walk(way, number, ahead, attempts + 1, site);
    }

    /** Returns the walk with the site's front page. */
    public Walk at(@Nullable String frontPage) {
        return frontPage == null || site != null ? this : new Walk(way, number, ahead, attempts, frontPage);
    }

    /** Returns the rest of the addresses after the next. */
    List<String> rest() {
        return ahead.isEmpty() ? ahead : ahead.subList(1, ahead.size());
    }
}
