package app.lede.feed;

import app.lede.fetch.CanonicalUrl;
import app.lede.text.LowerCase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads the articles that an archive page of a site lists, such as {@code /page/2/} of WordPress: links of headings, and those
 * marked as permanent ({@code rel=bookmark}), to other pages of the same site. Navigation, headers, footers and asides are left
 * out. Stateless and thread safe; at most {@value #MOST} links of the first {@value #MAX_CHARS} characters.
 */
public final class ListingPage {

    static final int MOST = 200;
    static final int MAX_CHARS = 512 * 1024;

    /** Deeper elements are read as siblings; the ancestors of each link are looked at. */
    private static final int MAX_DEPTH = 100;

    /** Links looked at, articles or not. */
    private static final int MOST_LINKS = 3_000;

    private static final String HEADINGS = "h1, h2, h3, h4";

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
        String head = html.substring(0, Math.min(html.length(), MAX_CHARS));
        Document document = Jsoup.parse(head, url, Parser.htmlParser().setMaxDepth(MAX_DEPTH));
        Set<CanonicalUrl> known = new HashSet<>(Set.of(page.get()));
        List<FeedItem> items = new ArrayList<>();
        for (Element link :
                document.select("a[href]").stream().limit(MOST_LINKS).toList()) {
            if (items.size() < MOST && isOfEntry(link)) {
                String address = link.absUrl("href");
                CanonicalUrl.of(address)
                        .filter(target -> target.isOfSameSite(page.get()) && !target.isRoot() && known.add(target))
                        .ifPresent(target ->
                                items.add(new FeedItem(null, address, null, null, null, null, null, null, null)));
            }
        }
        return items;
    }

    private static boolean isOfEntry(Element link) {
        boolean isPermanent = LowerCase.of(link.attr("rel")).contains("bookmark");
        boolean isOfHeading = link.closest(HEADINGS) != null || link.children().is(HEADINGS);
        return (isPermanent || isOfHeading) && !isAround(link);
    }

    /** Tests for a link in the furniture of the page; the header of an entry is none. */
    private static boolean isAround(Element link) {
        @Nullable Element entry = link.closest("article");
        return entry == null
                ? link.closest(AROUND) != null
                : link.closest("nav") != null || entry.parents().is(AROUND);
    }
}
