package app.lede.feed;

import app.lede.text.LowerCase;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the feeds an HTML page declares. Stateless and thread safe. */
public final class Discovery {

    private static final int MAX_LINKS = 20;

    private static final Set<String> FEED_TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/feed+json",
            "application/x.atom+xml",
            "application/x-atom+xml",
            "application/xml",
            "text/xml",
            "application/json");

    /**
     * Returns the absolute URLs of {@code <link rel=alternate>} (or the older {@code rel=feed}) with a feed media type,
     * in document order, without duplicates, at most {@value #MAX_LINKS}. Relative URLs resolve against the page's
     * base.
     */
    public List<String> feedLinks(Document page) {
        return page.select("link[href]").stream()
                .filter(Discovery::isFeed)
                .map(link -> link.absUrl("href"))
                .filter(Links::isWeb)
                .distinct()
                .limit(MAX_LINKS)
                .toList();
    }

    private static boolean isFeed(Element link) {
        List<String> relations = List.of(LowerCase.of(link.attr("rel")).strip().split("\\s+"));
        String type = LowerCase.of(link.attr("type")).replaceFirst(";.*", "").strip();
        return relations.contains("feed") || (relations.contains("alternate") && FEED_TYPES.contains(type));
    }
}
