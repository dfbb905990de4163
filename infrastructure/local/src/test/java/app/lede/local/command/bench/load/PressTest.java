package app.lede.local.command.bench.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PressTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final HttpClient http = HttpClient.newHttpClient();
    private Press press;

    @BeforeEach
    void open() throws Exception {
        List<Instant> published = List.of(START, START.plusSeconds(60), START.plusSeconds(120));
        press = new Press(
                List.of(new Press.Newspaper(0, published, 2, 200), new Press.Newspaper(3, published, 2, 404)),
                1,
                now::get);
    }

    @AfterEach
    void close() {
        press.close();
        http.close();
    }

    private HttpResponse<String> get(URI address, String etag) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address).header("If-None-Match", etag).build(), BodyHandlers.ofString());
    }

    @Test
    void a_feed_shows_the_latest_entries_published_by_its_clock_and_the_press_knows_which() throws Exception {
        URI feed = press.feeds().getFirst();
        assertTrue(get(feed, "x").body().contains("/0/0.html"));
        assertEquals(List.of(feed.resolve("/0/0.html")), press.shown());
        now.set(START.plusSeconds(120));
        String later = get(feed, "x").body();
        assertFalse(later.contains("/0/0.html"), later);
        assertEquals(3, press.shown().size());
        assertEquals(6, press.published());
    }

    @Test
    void feeds_and_pages_have_validators() throws Exception {
        for (URI address :
                List.of(press.feeds().getFirst(), press.feeds().getFirst().resolve("/0/0.html"))) {
            HttpResponse<String> first = get(address, "x");
            assertEquals(200, first.statusCode());
            assertEquals(
                    304,
                    get(address, first.headers().firstValue("ETag").orElseThrow())
                            .statusCode());
        }
    }

    @Test
    void a_page_that_is_not_yet_published_and_a_feed_in_trouble_are_missing() throws Exception {
        URI feed = press.feeds().getFirst();
        assertEquals(404, get(feed.resolve("/0/1.html"), "x").statusCode());
        assertEquals(404, get(feed.resolve("/robots.txt"), "x").statusCode());
        assertEquals(404, get(press.feeds().getLast(), "x").statusCode());
        assertEquals(List.of(), press.shown());
    }

    @Test
    void the_same_seed_and_number_give_the_same_page_and_another_number_another_one() {
        assertArrayEquals(MadeUpPage.html(1, 5), MadeUpPage.html(1, 5));
        assertFalse(new String(MadeUpPage.html(1, 6), StandardCharsets.UTF_8)
                .equals(new String(MadeUpPage.html(1, 5), StandardCharsets.UTF_8)));
    }
}
