package app.lede.feed;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One family of XML feed formats: how its documents become ours. */
sealed interface FeedFormat permits RssFormat, AtomFormat, CdfFormat, SitemapFormat {

    /** What a feed says about itself. The author is the items', where they name none. */
    record Head(
            @Nullable String title,
            @Nullable String link,
            @Nullable String description,
            @Nullable String author,
            Hints hints) {}

    /** The vocabulary of the format's own elements; see {@link Namespaces}. */
    String home();

    /** Whether an element with this canonical name is an entry. */
    boolean isItem(String name);

    /** The base of relative addresses where the format has a better one than the feed's own address; asked at the first item. */
    default Optional<String> base(FeedElement root) {
        return Optional.empty();
    }

    Head head(FeedElement root);

    FeedItem item(FeedElement item);

    /** What the whole of it is. */
    default FeedReading reading(Feed feed) {
        return new FeedReading.Read(feed);
    }

    /** The format a root element announces. */
    static Optional<FeedFormat> announcedBy(Element root) {
        return switch (root.tag().localName().toLowerCase(Locale.ROOT)) {
            case "rss", "rdf" -> Optional.of(new RssFormat());
            case "feed", "entry" -> Optional.of(new AtomFormat());
            case "channel" -> Optional.of(new CdfFormat());
            case "urlset" -> Optional.of(SitemapFormat.ofPages());
            case "sitemapindex" -> Optional.of(SitemapFormat.ofSitemaps());
            default -> Optional.empty();
        };
    }
}
