package app.lede.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fetch.WebUrl;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CookieJarTest {

    private static final WebUrl PAGE = WebUrl.of("https://news.example.org/a").orElseThrow();

    private final CookieJar jar = new CookieJar();

    @Test
    void what_a_host_sets_goes_back_to_it_and_to_no_other() {
        assertTrue(jar.take(PAGE, List.of("seen=1; Path=/; HttpOnly", "gate=ok; Domain=example.org")));
        assertEquals(Optional.of("seen=1; gate=ok"), jar.header(PAGE));
        assertEquals(
                Optional.empty(), jar.header(WebUrl.of("https://example.org/").orElseThrow()));
    }

    @Test
    void the_same_again_is_nothing_new() {
        jar.take(PAGE, List.of("seen=1"));
        assertFalse(jar.take(PAGE, List.of("seen=1")));
        assertTrue(jar.take(PAGE, List.of("seen=2")));
        assertTrue(jar.take(PAGE, List.of("seen=; Max-Age=0")));
        assertEquals(Optional.empty(), jar.header(PAGE));
    }

    @Test
    void what_is_secure_is_not_sent_in_the_clear() {
        jar.take(PAGE, List.of("seen=1; Secure"));
        assertEquals(
                Optional.empty(),
                jar.header(WebUrl.of("http://news.example.org/a").orElseThrow()));
    }

    @Test
    void what_breaks_a_header_or_has_no_end_is_passed_over() {
        assertFalse(jar.take(PAGE, List.of("a=\u0001", "b=\r\nx: y", "ü=1", "=1", "no", "c=" + "x".repeat(5_000))));
        jar.take(
                PAGE,
                IntStream.range(0, 100)
                        .mapToObj(i -> "n" + i + "=" + "x".repeat(1_000))
                        .toList());
        assertTrue(jar.header(PAGE).orElseThrow().length() <= 4_096);
    }
}
