package app.lede.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedReaderTest {

    @Test
    void an_html_page_is_not_a_feed_but_says_where_its_feeds_are() {
        FeedReading.NotAFeed page = Fixtures.notAFeed(Fixtures.bytes("page-with-feed-links.html"));
        assertEquals("an HTML page", page.detail());
        assertEquals(
                List.of("https://site.example/news/rss", "https://site.example/atom", "https://json.example/feed.json"),
                page.feedLinks());
    }

    @Test
    void relative_feed_links_of_a_page_without_a_base_resolve_against_its_address() {
        String html = "<html><link rel=feed href=f.xml>";
        assertEquals(
                List.of("https://feeds.example/path/f.xml"),
                Fixtures.notAFeed(bytes(html)).feedLinks());
    }

    @Test
    void other_bodies_are_named_for_what_they_are() {
        assertEquals("the body is empty", Fixtures.notAFeed(new byte[0]).detail());
        assertEquals(
                "JSON, but not a JSON Feed",
                Fixtures.notAFeed(bytes("{\"error\": 1}")).detail());
        assertEquals(
                "neither a feed nor a page", Fixtures.notAFeed(bytes("garbage")).detail());
    }

    @Test
    void the_transport_s_charset_counts() {
        byte[] body = "<rss><channel><title>Привет</title></channel></rss>".getBytes(Charset.forName("koi8-r"));
        FeedReading reading = new FeedReader().read(body, "text/xml; charset=koi8-r", Fixtures.URL);
        assertTrue(
                reading instanceof FeedReading.Read read
                        && "Привет".equals(read.feed().title()),
                reading.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
