package app.lede.feed;

import app.lede.text.LowerCase;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Maps one family of XML feed formats to {@link Feed} and {@link FeedItem}. */
sealed interface FeedFormat permits RssFormat, AtomFormat, CdfFormat, SitemapFormat {

    /** The feed's own metadata. The author is inherited by items that name none. */
    record Head(
            @Nullable String title,
            @Nullable String link,
            @Nullable String description,
            @Nullable String author,
            FeedHints hints) {}

    /** Returns the vocabulary of the format's own elements; see {@link Namespaces}. */
    String home();

    /** Tests whether an element with this canonical name is an entry. */
    boolean isItem(String name);

    /**
     * Returns the base of relative addresses if the format has a better one than the feed's URL; called at the first
     * item.
     */
    default Optional<String> base(FeedElement root) {
        return Optional.empty();
    }

    Head head(FeedElement root);

    FeedItem item(FeedElement item);

    /** Tests whether an item is published; exports list drafts too. */
    default boolean isPublished(FeedElement item) {
        return true;
    }

    /** Returns the reading of a complete feed of this format. */
    default FeedReading reading(Feed feed) {
        return new FeedReading.Read(feed);
    }

    /** Returns the format that a root element announces, if any. */
    static Optional<FeedFormat> announcedBy(Element root) {
        return switch (LowerCase.of(root.tag().localName())) {
            case "rss", "rdf" -> Optional.of(new RssFormat());
            case "feed", "entry" -> Optional.of(new AtomFormat());
            case "channel" -> Optional.of(new CdfFormat());
            case "urlset" -> Optional.of(SitemapFormat.ofPages());
            case "sitemapindex" -> Optional.of(SitemapFormat.ofSitemaps());
            default -> Optional.empty();
        };
    }
}
