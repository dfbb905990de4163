package app.lede.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fuzz.Effort;
import app.lede.fuzz.ProcessorTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileFeedTest {

    /**
     * Of processor time, so that a busy machine doesn't matter: each takes less than one, and a quadratic look-up, which took
     * 300 ns a step when there was one, would take minutes.
     */
    private static final Duration BOUND = Duration.ofSeconds(5);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        unclosed items                     | <rss><channel>         | <item>                            | 100000
        unclosed items with unclosed titles| <rss><channel>         | <item><title>a                    | 50000
        items between other elements       | <rss><channel>         | <x/><item/>                       | 60000
        elements without end               | <rss><channel>         | <x>                               | 2000000
        one item of many parts             | <rss><channel><item>   | <category>x</category>            | 100000
        one item of many titles            | <rss><channel><item>   | <title> </title>                  | 75000
        many links                         | <feed><entry>          | <link href='a' xml:base='b'/>     | 40000
        many attributes                    | <rss                   | <a b='c'                          | 100000
        comments that never end            | <rss>                  | <!--                              | 2000000
        sections that never end            | <rss>                  | <![CDATA[                         | 1000000
        declared entities                  | <!DOCTYPE a [          | <!ENTITY a 'b'>                   | 500000
        doctypes                           | <rss>                  | <!DOCTYPE                         | 1000000
        less than                          | <rss>                  | <                                 | 9000000
        ampersands                         | <rss><title>           | &                                 | 3000000
        deep escaped markup                | <rss><item><description> | &lt;div&gt;                     | 250000
        deep inline markup                 | <feed><entry><content type='xhtml'> | <div>                | 1500000
        sitemap of unclosed pages | <urlset>              | <url><loc>http://a.example/       | 100000
        pages that are only there | <urlset>              | <url><loc>http://a.b/</loc></url> | 300000
        json nesting                       | {"items":[             | [                                 | 9000000
        json items                         | {"items":[             | {},                               | 300000
        xml bases                          | <feed>                 | <a xml:base='x/'>                 | 60000
        """)
    void bodies_made_to_hurt_are_read_within_bounds(String name, String start, String repeated, int times) {
        byte[] body = (start + repeated.repeat(Effort.of(times))).getBytes(StandardCharsets.UTF_8);
        assertNotNull(withinBound(() -> new FeedReader().read(body, null, Fixtures.URL)));
    }

    private static <T> T withinBound(Supplier<T> reading) {
        AtomicReference<T> result = new AtomicReference<>();
        ProcessorTime.assertAtMost(BOUND, () -> result.set(reading.get()));
        return Objects.requireNonNull(result.get());
    }

    @Test
    void of_ten_thousand_items_the_newest_two_thousand_are_kept_in_order() {
        LocalDate newest = LocalDate.of(2026, 3, 4);
        String items = IntStream.range(0, 10_000)
                .mapToObj(i -> "<item><title>Item %d</title><link>/%d</link><pubDate>%s</pubDate></item>"
                        .formatted(i, i, newest.minusDays(i % 5_000)))
                .collect(Collectors.joining());
        Feed feed = withinBound(() -> Fixtures.feedOf("<rss><channel>" + items + "</channel></rss>"));
        assertEquals(FeedReader.MAX_ITEMS, feed.items().size());
        assertEquals(8_000, feed.overCap());
        assertEquals("Item 0", feed.items().getFirst().title());
        assertEquals("Item 5999", feed.items().getLast().title());
    }

    @Test
    void of_undated_items_the_first_are_kept() {
        Feed feed =
                Fixtures.feedOf("<rss><channel>" + "<item><title>x</title></item>".repeat(2_500) + "</channel></rss>");
        assertEquals(FeedReader.MAX_ITEMS, feed.items().size());
        assertEquals(500, feed.overCap());
    }

    @Test
    void what_lies_beyond_the_byte_cap_is_not_read() {
        String filler = "<!--" + "x".repeat(FeedReader.MAX_BYTES) + "-->";
        Feed feed = Fixtures.feedOf("<rss><channel><item/>" + filler + "<item/></channel></rss>");
        assertEquals(1, feed.items().size());
    }

    @Test
    void entities_cannot_blow_a_feed_up() {
        String entity = "<!DOCTYPE rss [<!ENTITY x \"" + "y".repeat(256) + "\">]>";
        Feed feed = withinBound(() -> Fixtures.feedOf(entity + "<rss><channel><title>" + "&x;".repeat(100_000)));
        String title = feed.title();
        assertTrue(title != null && title.length() < 3_000_000, "expanded without bound");
    }
}
