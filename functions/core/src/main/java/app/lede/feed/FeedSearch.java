package app.lede.feed;

import app.lede.fetch.WebUrl;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Where a site's feed may be, the likeliest place first: what its page declares, robots.txt for what that knows, and the
 * paths that many sites have ({@code feed-paths.txt}). Each place costs the site a request, so there are few.
 */
public final class FeedSearch {

    private static final List<String> PATHS = paths();
    private static final String ROBOTS = "/robots.txt";
    private static final int MAX_LINKS = 5;
    private static final int MAX_SITEMAPS = 4;

    /** All of them travel in a message. */
    private static final int MAX_LENGTH = 2_000;

    private FeedSearch() {}

    /**
     * The places to look at.
     *
     * @param page the address that turned out to be a page
     * @param links the feeds that the page declares
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

    /** The places left once robots.txt has named sitemaps: those for news are as good as feeds, others the last resort. */
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
        return link.toLowerCase(Locale.ROOT).contains("comment");
    }

    private static List<String> paths() {
        try (InputStream table = FeedSearch.class.getResourceAsStream("feed-paths.txt")) {
            String text = new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> line.startsWith("/")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
