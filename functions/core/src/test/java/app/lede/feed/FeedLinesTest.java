package app.lede.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedLinesTest {

    private final FeedLines lines = new FeedLines();

    @Test
    void a_feed_is_one_line_with_dates_in_utc() {
        Feed feed = Fixtures.feedOf("<rss><channel><title>T</title><item><title>I</title>"
                + "<pubDate>Tue, 05 Mar 2024 08:30:00 +0100</pubDate></item></channel></rss>");
        assertEquals("""
            {"file":"a.xml","id":"1","title":"T","link":"https://feeds.example/path/feed","charset":"utf-8","items":[{"title":"I","published":"2024-03-05T07:30:00Z"}]}\
            """, lines.line("a.xml", "1", new FeedReading.Read(feed)));
    }

    @Test
    void an_empty_feed_has_items_nevertheless() {
        assertEquals(
                "{\"file\":\"a.xml\",\"title\":\"https://feeds.example/path/feed\",\"link\":\"https://feeds.example/path/feed\","
                    + "\"charset\":\"utf-8\",\"items\":[]}",
                lines.line("a.xml", null, new FeedReading.Read(Fixtures.feedOf("<rss/>"))));
    }

    @Test
    void an_index_of_sitemaps_is_one_line_with_the_most_promising_first() {
        FeedReading index = new FeedReader()
                .read(
                        ("<sitemapindex><sitemap><loc>https://a.example/1.xml</loc></sitemap><sitemap>"
                                        + "<loc>/2.xml</loc><lastmod>2026-01-02</lastmod></sitemap></sitemapindex>")
                                .getBytes(StandardCharsets.UTF_8),
                        null,
                        "https://a.example/map.xml");
        assertEquals("""
            {"file":"a.xml","sitemaps":[{"url":"https://a.example/2.xml","updated":"2026-01-02T00:00:00Z"},\
            {"url":"https://a.example/1.xml"}]}\
            """, lines.line("a.xml", null, index));
    }

    @Test
    void what_is_no_feed_is_an_error_with_the_feeds_it_links_to() {
        assertEquals(
                "{\"file\":\"a.html\",\"error\":\"not a feed: an HTML page\",\"feedLinks\":[\"https://a.example/f\"]}",
                lines.line(
                        "a.html",
                        null,
                        new FeedReading.NotAFeed("an HTML page", true, List.of("https://a.example/f"))));
    }
}
