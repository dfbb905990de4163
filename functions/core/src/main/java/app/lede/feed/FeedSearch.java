package app.lede.feed;

import app.lede.fetch.WebUrl;
import app.lede.text.LowerCase;
import app.lede.text.Table;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists candidate feed URLs of a site, likeliest first: links declared by the page, {@code robots.txt} for its
 * sitemaps, and common paths ({@code feed-paths.txt}). Each candidate costs the site a request, so the list is short.
 */
public final class FeedSearch {

    private static final List<String> PATHS = Table.lines(FeedSearch.class, "feed-paths.txt");
    private static final String ROBOTS = "/robots.txt";
    private static final int MAX_LINKS = 5;
    private static final int MAX_SITEMAPS = 4;

    /** Maximum length of a candidate; the whole list travels in one message. */
    private static final int MAX_LENGTH = 2_000;

    private FeedSearch() {}

    /**
     * Returns the candidates for a site.
     *
     * @param page the source's URL, which served an HTML page
     * @param links the feeds declared by the page
     */
    public static List<String> places(WebUrl page, List<String> links) {
        Set<String> places = new LinkedHashSet<>();
        addUpTo(MAX_LINKS, links.stream().filter(link -> !isOfComments(link)).toList(), places);
        addUpTo(MAX_LINKS, links, places);
        places.add(page.origin() + ROBOTS);
        if (!page.path().equals("/")) {
            places.add(page.origin() + page.path().replaceFirst("/+$", "") + "/feed");
        }
        PATHS.forEach(path -> places.add(page.origin() + path));
        places.remove(page.toString());
        return List.copyOf(places);
    }

    public static boolean isRobots(String place) {
        return place.endsWith(ROBOTS);
    }

    /**
     * Returns the remaining candidates once robots.txt has named sitemaps: news sitemaps are tried first, other
     * sitemaps last.
     */
    public static List<String> placesAfter(Collection<String> sitemaps, List<String> left) {
        List<String> forNews = sitemaps.stream().filter(FeedReading::isForNews).toList();
        Set<String> places = new LinkedHashSet<>();
        addUpTo(MAX_SITEMAPS, forNews, places);
        places.addAll(left);
        addUpTo(MAX_SITEMAPS, sitemaps, places);
        return List.copyOf(places);
    }

    private static void addUpTo(int most, Collection<String> urls, Set<String> places) {
        urls.stream()
                .flatMap(url -> WebUrl.of(url).stream())
                .map(WebUrl::toString)
                .filter(url -> url.length() <= MAX_LENGTH)
                .limit(most)
                .forEach(places::add);
    }

    private static boolean isOfComments(String link) {
        return LowerCase.of(link).contains("comment");
    }
}
