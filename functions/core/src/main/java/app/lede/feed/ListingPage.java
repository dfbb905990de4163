package app.lede.feed;

import app.lede.fetch.CanonicalUrl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads the articles that an archive page of a site lists, such as {@code /page/2/} of WordPress: links of headings, and those
 * marked as permanent ({@code rel=bookmark}), to other pages of the same site. Navigation, headers, footers and asides are left
 * out. Stateless and thread safe; at most {@value #MOST} links of the first {@value #MAX_CHARS} characters.
 */
public final class ListingPage {

    static final int MOST = 200;
    static final int MAX_CHARS = 1024 * 1024;

    private static final String LINKS =
            "a[rel~=(?i)\\bbookmark\\b][href], h1 a[href], h2 a[href], h3 a[href], h4 a[href],"
                    + " a[href]:has(h2), a[href]:has(h3)";

    private static final String AROUND = "nav, header, footer, aside, [role=navigation], [role=complementary]";

    private ListingPage() {}

    /**
     * Returns the articles of a page, in its order; the dates are unknown.
     *
     * @param contentType the HTTP header's value, if any
     * @param url of the page
     */
    public static List<FeedItem> items(byte[] body, @Nullable String contentType, String url) {
        Optional<CanonicalUrl> page = CanonicalUrl.of(url);
        if (page.isEmpty()) {
            return List.of();
        }
        String html = FeedText.decode(body, contentType).text();
        Document document = Jsoup.parse(html.substring(0, Math.min(html.length(), MAX_CHARS)), url);
        Set<CanonicalUrl> known = new HashSet<>(Set.of(page.get()));
        List<FeedItem> items = new ArrayList<>();
        for (Element link : document.select(LINKS)) {
            String address = link.absUrl("href");
            Optional<CanonicalUrl> target =
                    CanonicalUrl.of(address).filter(found -> found.isOfSameSite(page.get()) && !found.isRoot());
            if (items.size() < MOST && target.isPresent() && !isAround(link) && known.add(target.get())) {
                items.add(new FeedItem(null, address, null, null, null, null, null, null, null));
            }
        }
        return items;
    }

    /** Tests for a link in the furniture of the page; the header of an entry is none. */
    private static boolean isAround(Element link) {
        @Nullable Element entry = link.closest("article");
        return entry == null
                ? link.closest(AROUND) != null
                : link.closest("nav") != null || entry.parents().is(AROUND);
    }
}
