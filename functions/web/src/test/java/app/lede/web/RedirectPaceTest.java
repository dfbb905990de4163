package app.lede.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fetch.Accept;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchRequest;
import app.lede.testkit.RawServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedirectPaceTest {

    private static final Duration GAP = Duration.ofSeconds(5);

    private final List<Duration> pauses = new ArrayList<>();

    /** Redirects /a to /b and /b to /c, with a cookie at /a or with none. */
    private static RawServer site(String cookie) throws IOException {
        return new RawServer((path, out) -> {
            switch (path) {
                case "/a" -> RawServer.send(out, "307 Moved", "Location: /b" + cookie, new byte[0]);
                case "/b" -> RawServer.send(out, "307 Moved", "Location: /c", new byte[0]);
                default -> RawServer.send(out, "200 OK", "", "A page.".getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    @Test
    void each_target_on_the_same_host_is_left_for_its_next_turn() throws Exception {
        try (RawServer server = site("");
                GuardedFetcher fetcher = Fetching.fetcher(server, pauses::add)) {
            FetchRequest request =
                    FetchRequest.unconditional(server.url("/a"), Accept.PAGE).paced(GAP);
            FetchOutcome.Moved first = assertInstanceOf(FetchOutcome.Moved.class, fetcher.fetch(request));
            assertEquals(1, server.requests().size());
            FetchOutcome.Moved second =
                    assertInstanceOf(FetchOutcome.Moved.class, fetcher.fetch(request.after(first.redirects())));
            FetchOutcome.Fetched page =
                    assertInstanceOf(FetchOutcome.Fetched.class, fetcher.fetch(request.after(second.redirects())));
            assertEquals(2, page.redirects().size());
            assertEquals(3, server.requests().size());
            assertEquals(List.of(), pauses);
        }
    }

    @Test
    void a_chain_that_needs_its_cookies_goes_on_in_the_call_after_the_gap() throws Exception {
        try (RawServer server = site("\r\nSet-Cookie: seen=1");
                GuardedFetcher fetcher = Fetching.fetcher(server, pauses::add)) {
            FetchRequest request =
                    FetchRequest.unconditional(server.url("/a"), Accept.PAGE).paced(GAP);
            assertInstanceOf(FetchOutcome.Fetched.class, fetcher.fetch(request));
            assertEquals(List.of(GAP, GAP), pauses);
            assertTrue(server.requests().getLast().contains("Cookie: seen=1"));
        }
    }

    @Test
    void a_form_waits_in_the_call_ten_seconds_at_most_at_all_redirects_together() throws Exception {
        try (RawServer server = site("");
                GuardedFetcher fetcher = Fetching.fetcher(server, pauses::add)) {
            FetchRequest form = FetchRequest.form(server.url("/a"), Map.of("hub.mode", "subscribe"))
                    .paced(Duration.ofSeconds(7));
            assertInstanceOf(FetchOutcome.Fetched.class, fetcher.fetch(form));
            assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(3)), pauses);
        }
    }

    @Test
    void a_request_without_a_gap_is_followed_at_once() throws Exception {
        try (RawServer server = site("");
                GuardedFetcher fetcher = Fetching.fetcher(server, pauses::add)) {
            FetchRequest request =
                    FetchRequest.unconditional(server.url("/a"), Accept.PAGE).paced(Duration.ZERO);
            assertInstanceOf(FetchOutcome.Fetched.class, fetcher.fetch(request));
            assertEquals(List.of(Duration.ZERO, Duration.ZERO), pauses);
        }
    }
}
