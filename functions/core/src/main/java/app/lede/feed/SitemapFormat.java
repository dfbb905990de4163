package app.lede.feed;

import org.jspecify.annotations.Nullable;

/**
 * Reads sitemaps 0.9 (sitemaps.org) with Google's news module, and sitemap indexes. Each page becomes an item with its
 * news title and dates; other modules (images, videos, translations) are ignored.
 *
 * <p>crawler-commons' reader was measured and rejected: it needs well-formed XML (a bare {@code &} truncates the
 * address and ends the document, an undeclared {@code news:} loses all but the first page), refuses a DOCTYPE, drops
 * relative and unescaped addresses, takes a foreign {@code loc} for a page, and neither caps the items nor finds the
 * newest (10 MB: 300,000 objects in 7.6 s).
 */
final class SitemapFormat implements FeedFormat {

    private final String item;

    private SitemapFormat(String item) {
        this.item = item;
    }

    static SitemapFormat ofPages() {
        return new SitemapFormat("url");
    }

    static SitemapFormat ofSitemaps() {
        return new SitemapFormat("sitemap");
    }

    @Override
    public String home() {
        return "sitemap";
    }

    @Override
    public boolean isItem(String name) {
        return name.equals(item);
    }

    @Override
    public Head head(FeedElement root) {
        return new Head(null, null, null, null, FeedHints.NONE);
    }

    @Override
    public FeedItem item(FeedElement element) {
        String page = element.first("loc").flatMap(Links::text).orElse(null);
        FeedElement news = element.first("news:news").orElse(element);
        @Nullable String date = news.firstText("news:publication_date").orElse(null);
        return new FeedItem(
                page,
                page,
                news.firstText("news:title").map(SafeHtml::ofText).orElse(null),
                news.date("news:publication_date").orElse(null),
                date,
                element.date("lastmod").orElse(null),
                null,
                null,
                null);
    }

    @Override
    public FeedReading reading(Feed feed) {
        return item.equals("url") ? new FeedReading.Read(feed) : FeedReading.Index.of(feed);
    }
}
