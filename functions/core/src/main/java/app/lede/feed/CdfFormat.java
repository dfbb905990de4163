package app.lede.feed;

import java.util.Optional;

/** Reads Microsoft's Channel Definition Format (1997): RSS element names, with addresses and dates in attributes. */
final class CdfFormat implements FeedFormat {

    private final RssFormat rss = new RssFormat();

    @Override
    public String home() {
        return rss.home();
    }

    @Override
    public boolean isItem(String name) {
        return rss.isItem(name);
    }

    @Override
    public Optional<String> base(FeedElement root) {
        return rss.base(root);
    }

    @Override
    public Head head(FeedElement root) {
        Head head = rss.head(root);
        String link = head.link() != null ? head.link() : Links.href(root).orElse(null);
        return new Head(head.title(), link, head.description(), head.author(), head.hints());
    }

    @Override
    public FeedItem item(FeedElement element) {
        FeedItem item = rss.item(element);
        Optional<String> modified = element.attribute("lastmod");
        return new FeedItem(
                item.id(),
                item.url() != null ? item.url() : Links.href(element).orElse(null),
                item.title(),
                item.published(),
                item.publishedRaw(),
                item.updated() != null
                        ? item.updated()
                        : modified.flatMap(FeedDates::read).orElse(null),
                item.author(),
                item.summary(),
                item.content());
    }
}
