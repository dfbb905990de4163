package app.lede.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fetch.FetchOutcome.Redirect;
import app.lede.fetch.WebUrl;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectChainTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.com/a, http://example.com/b, redirect from https to http",
        "https://example.com/a, http://other.example/, redirect from https to http",
        "https://example.com/a, /a, redirect loop",
        "https://example.com/a, #b, redirect loop",
        "https://example.com/a, HTTPS://EXAMPLE.com:443/x/../a, redirect loop",
        "https://example.com/a, file:///etc/passwd, redirect to what is no http or https URL",
        "https://example.com/a, '', redirect loop"
    })
    void a_step_that_leads_astray_is_not_taken(String from, String location, String reason) {
        RedirectChain trail = new RedirectChain(WebUrl.of(from).orElseThrow(), 5);
        assertEquals(
                reason,
                trail.advance(new Hop.Moved(302, location)).orElseThrow().reason());
        assertEquals(from, trail.current().toString());
        assertTrue(trail.redirects().isEmpty());
    }

    @Test
    void what_was_followed_before_counts() {
        Redirect before = new Redirect(URI.create("http://a.example/"), 301, URI.create("https://b.example/"));
        WebUrl start = WebUrl.of("http://a.example/").orElseThrow();
        WebUrl current = WebUrl.of("https://b.example/").orElseThrow();
        Hop.Moved back = new Hop.Moved(302, "https://b.example/");
        Hop.Moved on = new Hop.Moved(302, "https://c.example/");
        RedirectChain trail = new RedirectChain(start, List.of(before), current, 2);
        assertEquals("redirect loop", trail.advance(back).orElseThrow().reason());
        assertTrue(trail.advance(on).isEmpty());
        assertEquals(2, trail.redirects().size());
        assertEquals(
                "more than 2 redirects",
                trail.advance(new Hop.Moved(302, "/d")).orElseThrow().reason());
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com/a, https://example.com/a, https://example.com/a",
        "https://example.com/a, //other.example, https://other.example/",
        "https://example.com/a, /a?b, https://example.com/a?b"
    })
    void an_honest_step_is_taken(String from, String location, String to) {
        RedirectChain trail = new RedirectChain(WebUrl.of(from).orElseThrow(), 5);
        assertTrue(trail.advance(new Hop.Moved(301, location)).isEmpty());
        assertEquals(to, trail.current().toString());
        assertEquals(1, trail.redirects().size());
    }
}
