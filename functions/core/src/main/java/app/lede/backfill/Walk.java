package app.lede.backfill;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Progress of a walk through an archive, from the newest page to the oldest.
 *
 * @param way how the archive is found
 * @param number of the page that is asked for, from 1; with {@link Way#SITEMAPS}, of sitemaps and lists of them read so far
 * @param ahead addresses to ask for, next first
 * @param attempts requests for the next that brought no answer
 * @param site front page of the site; null until a feed names it
 * @param tooOld sitemaps left out as of an earlier date than wanted
 * @param over sitemaps left out as more than the pages wanted, or than the state has room for
 */
public record Walk(
        Way way,
        int number,
        List<String> ahead,
        int attempts,
        @Nullable String site,
        int tooOld,
        int over) {

    /** Characters of all addresses ahead, so that the state fits its row. */
    static final int MAX_CHARS = 60_000;

    /** Ways to find an archive, in the order in which they are tried. Names are stored; add, don't rename. */
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
        ahead = List.copyOf(ahead);
    }

    /** Begins a walk at a source's own address. */
    public static Walk from(String url) {
        return new Walk(Way.LINKS, 1, List.of(url), 0, null, 0, 0);
    }

    private static List<String> fitting(List<String> urls) {
        int chars = 0;
        int fit = 0;
        while (fit < urls.size() && chars + urls.get(fit).length() <= MAX_CHARS) {
            chars += urls.get(fit).length();
            fit++;
        }
        return urls.subList(0, fit);
    }

    /** Returns the walk on another way or at another page of it. */
    Walk to(Way next, int page, List<String> urls) {
        List<String> fit = fitting(urls);
        return new Walk(next, page, fit, 0, site, tooOld, over + urls.size() - fit.size());
    }

    /** Returns the walk with more sitemaps left out. */
    Walk without(int older, int more) {
        return new Walk(way, number, ahead, attempts, site, tooOld + older, over + more);
    }

    /** Returns the walk after an attempt that brought no answer. */
    public Walk afterAttempt() {
        return new Walk(way, number, ahead, attempts + 1, site, tooOld, over);
    }

    /** Returns the walk with the site's front page. */
    public Walk at(@Nullable String frontPage) {
        return frontPage == null || site != null
                ? this
                : new Walk(way, number, ahead, attempts, frontPage, tooOld, over);
    }

    /** Returns the rest of the addresses after the next. */
    List<String> rest() {
        return ahead.isEmpty() ? ahead : ahead.subList(1, ahead.size());
    }
}
