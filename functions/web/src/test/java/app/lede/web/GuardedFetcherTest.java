package app.lede.web;

import static app.lede.web.Fetching.NOW;
import static app.lede.web.Fetching.fetch;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fetch.Accept;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchOutcome.Failed;
import app.lede.fetch.FetchOutcome.Failure;
import app.lede.fetch.FetchOutcome.Fetched;
import app.lede.fetch.FetchOutcome.Gone;
import app.lede.fetch.FetchOutcome.Hold;
import app.lede.fetch.FetchOutcome.Later;
import app.lede.fetch.FetchOutcome.NotModified;
import app.lede.fetch.FetchOutcome.Redirect;
import app.lede.fetch.FetchOutcome.Refused;
import app.lede.fetch.FetchRequest;
import app.lede.testkit.RawServer;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedFetcherTest {

    private static final byte[] BODY = "<rss/>".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_redirect_that_may_not_be_followed_is_where_the_next_request_goes_on() throws Exception {
        try (RawServer server = new RawServer((path, out) -> {
            switch (path) {
                case "/old" -> RawServer.redirect(out, 301, "/middle");
                case "/middle" -> RawServer.redirect(out, 302, "/last");
                default -> RawServer.send(out, "200 OK", "", "A page.".getBytes(StandardCharsets.UTF_8));
            }
        })) {
            FetchRequest whole = FetchRequest.unconditional(server.url("/old"), Accept.PAGE);
            FetchRequest upToLast =
                    whole.followingOnly(target -> !target.getPath().equals("/last"));
            try (GuardedFetcher fetcher = Fetching.fetcher(server, Fetching.LIMITS)) {
                FetchOutcome.Moved moved = assertInstanceOf(FetchOutcome.Moved.class, fetcher.fetch(upToLast));
                assertEquals(2, server.requests().size());
                FetchOutcome.Fetched page =
                        assertInstanceOf(FetchOutcome.Fetched.class, fetcher.fetch(upToLast.after(moved.redirects())));
                assertEquals(3, server.requests().size());
                assertEquals(server.url("/old"), page.requested());
                assertEquals(server.url("/last"), page.url());
                assertEquals(2, page.redirects().size());
            }
        }
    }

    @Test
    void a_page_comes_with_its_bytes_and_what_its_headers_mean() throws Exception {
        String headers =
                "Content-Type: text/xml\r\nETag: W/\"\u00e4\"\r\nCache-Control: max-age=60\r\nX-Robots-Tag: noai";
        try (RawServer server = new RawServer((path, out) -> RawServer.send(out, "200 OK", headers, BODY))) {
            Fetched fetched = assertInstanceOf(Fetched.class, fetch(server, "/feed"));
            assertArrayEquals(BODY, fetched.body());
            assertEquals(server.url("/feed"), fetched.url());
            assertEquals(Optional.of("W/\"\u00e4\""), fetched.meta().etag());
            assertEquals(Optional.of("text/xml"), fetched.meta().contentType());
            assertEquals(Optional.of(Duration.ofMinutes(1)), fetched.meta().freshFor());
            assertEquals(List.of("noai"), fetched.meta().usage().robotsTags());
        }
    }

    @Test
    void a_request_says_who_asks_and_sends_validators_byte_for_byte() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 304 Not Modified", "ETag: \"new\"");
                GuardedFetcher fetcher = Fetching.fetcher(server, Fetching.LIMITS)) {
            String etag = "W/\"a,  \u00e4\"";
            FetchRequest request = new FetchRequest(server.url("/f"), etag, "yesterday, or so", Accept.FEED);
            NotModified outcome = assertInstanceOf(NotModified.class, fetcher.fetch(request));
            assertEquals(Optional.of("\"new\""), outcome.meta().etag());
            List<String> lines = server.requests().get(0).lines().toList();
            assertEquals("GET /f HTTP/1.1", lines.get(0));
            assertTrue(lines.contains("User-Agent: Lede/1.2 (+https://lede.example/about)"));
            assertTrue(lines.contains("If-None-Match: " + etag));
            assertTrue(lines.contains("If-Modified-Since: yesterday, or so"));
            assertTrue(lines.contains("Accept-Encoding: gzip"));
            assertTrue(lines.contains("Accept: " + Accept.FEED.header()));
            assertTrue(lines.contains("Host: " + server.address()));
        }
    }

    @ParameterizedTest
    @CsvSource({"307, POST /there HTTP/1.1", "308, POST /there HTTP/1.1", "301, ", "302, ", "303, "})
    void a_form_is_sent_again_only_where_a_redirect_says_so(int status, String second) throws Exception {
        try (RawServer server = new RawServer((path, out) -> {
                    if (path.equals("/hub")) {
                        RawServer.send(out, status + " Elsewhere", "Location: /there", new byte[0]);
                    } else {
                        RawServer.send(out, "202 Accepted", "", new byte[0]);
                    }
                });
                GuardedFetcher fetcher = Fetching.fetcher(server, Fetching.LIMITS)) {
            FetchOutcome outcome =
                    fetcher.fetch(FetchRequest.form(server.url("/hub"), Map.of("hub.topic", "https://a.example/ä b")));
            assertEquals(
                    second == null ? FetchOutcome.Moved.class : Fetched.class, outcome.getClass(), outcome::toString);
            assertTrue(server.requests().get(0).startsWith("POST /hub HTTP/1.1"));
            assertTrue(server.requests().get(0).contains("Content-Type: application/x-www-form-urlencoded"));
            assertEquals(second == null ? 1 : 2, server.requests().size());
            assertTrue(second == null || server.requests().get(1).startsWith(second));
        }
    }

    @Test
    void an_unconditional_request_sends_no_validators_and_no_upgrade() throws Exception {
        try (RawServer server = new RawServer((path, out) -> RawServer.send(out, "200 OK", "Set-Cookie: a=b", BODY));
                GuardedFetcher fetcher = Fetching.fetcher(server, Fetching.LIMITS)) {
            FetchRequest request = FetchRequest.unconditional(server.url("/"), Accept.PAGE);
            assertInstanceOf(Fetched.class, fetcher.fetch(request));
            assertInstanceOf(Fetched.class, fetcher.fetch(request));
            for (String head : server.requests()) {
                assertFalse(head.contains("If-"), head);
                assertFalse(head.contains("Cookie"), head);
                assertFalse(head.contains("Upgrade"), head);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"//a//b, //a//b", "/a%2fb?q=%7e&&x, /a%2fb?q=%7e&&x", "/%C3%A4, /%C3%A4", "/a/../b, /b"})
    void the_path_on_the_wire_is_the_one_given(String given, String sent) throws Exception {
        try (RawServer server = new RawServer((path, out) -> RawServer.send(out, "200 OK", "", BODY))) {
            assertInstanceOf(Fetched.class, fetch(server, given));
            assertTrue(server.requests().get(0).startsWith("GET " + sent + " HTTP/1.1\n"));
        }
    }

    @Test
    void gzip_is_inflated() throws Exception {
        byte[] zipped = RawServer.gzip(BODY);
        try (RawServer server =
                new RawServer((path, out) -> RawServer.send(out, "200 OK", "Content-Encoding: GZIP", zipped))) {
            assertArrayEquals(
                    BODY, assertInstanceOf(Fetched.class, fetch(server, "/")).body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Encoding: gzip"})
    void an_empty_body_is_an_empty_body(String headers) throws Exception {
        try (RawServer server = new RawServer((path, out) -> RawServer.send(out, "200 OK", headers, new byte[0]))) {
            assertEquals(0, assertInstanceOf(Fetched.class, fetch(server, "/")).body().length);
        }
    }

    @Test
    void redirects_are_followed_and_told() throws Exception {
        try (RawServer server = new RawServer((path, out) -> {
            switch (path) {
                case "/old" -> RawServer.redirect(out, 301, "/caf\u00c3\u00a9 1");
                case "/caf%c3%a9%201" -> RawServer.redirect(out, 302, "new?a#b");
                default -> RawServer.send(out, "200 OK", "", BODY);
            }
        })) {
            Fetched fetched = assertInstanceOf(Fetched.class, fetch(server, "/old"));
            URI middle = server.url("/caf%C3%A9%201");
            URI last = server.url("/new?a");
            assertEquals(server.url("/old"), fetched.requested());
            assertEquals(last, fetched.url());
            assertEquals(
                    List.of(new Redirect(server.url("/old"), 301, middle), new Redirect(middle, 302, last)),
                    fetched.redirects());
            assertTrue(fetched.redirects().get(0).isPermanent());
            assertFalse(fetched.redirects().get(1).isPermanent());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 451, 499, 300, 302, 305})
    void an_answer_that_is_no_page_is_refused(int status) throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 " + status + " No", "Content-Length: 0")) {
            assertEquals(
                    status, assertInstanceOf(Refused.class, fetch(server, "/")).status());
        }
    }

    @Test
    void gone_is_gone() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 410 Gone", "Content-Length: 0")) {
            assertEquals(new Gone(server.url("/"), 410), fetch(server, "/"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429, HOST, X: y, 30",
        "429, HOST, Retry-After: 120, 120",
        "429, HOST, 'Retry-After: Sun, 01 Mar 2026 12:01:00 GMT', 60",
        "429, HOST, Retry-After: 99999999, 604800",
        "429, HOST, Retry-After: -1, 30",
        "503, URL, Retry-After: 7, 7",
        "503, URL, Retry-After: soon, 60",
        "500, URL, X: y, 60",
        "599, URL, X: y, 60",
        "408, URL, X: y, 60",
        "425, URL, X: y, 60"
    })
    void a_server_that_wants_time_gets_it(int status, Hold hold, String header, long seconds) throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 " + status + " Later", header, "Content-Length: 0")) {
            assertEquals(new Later(server.url("/"), hold, NOW.plusSeconds(seconds), status), fetch(server, "/"));
        }
    }

    @Test
    void a_name_without_addresses_and_a_closed_port_are_failures_of_their_kind() throws Exception {
        RawServer server = RawServer.saying("never asked");
        try (server;
                GuardedFetcher fetcher = Fetching.fetcher(server, Fetching.LIMITS, host -> {
                    if (host.equals("nowhere.example")) {
                        throw new UnknownHostException(host);
                    }
                    return InetAddress.getAllByName(host);
                })) {
            assertEquals(Failure.DNS, failure(fetcher, URI.create("http://nowhere.example/")));
            server.close();
            assertEquals(Failure.CONNECT, failure(fetcher, server.url("/")));
        }
    }

    @Test
    void many_threads_share_one_fetcher() throws Exception {
        try (RawServer server = new RawServer(
                        (path, out) -> RawServer.send(out, "200 OK", "", path.getBytes(StandardCharsets.UTF_8)));
                GuardedFetcher fetcher = Fetching.fetcher(server, Fetching.LIMITS);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<FetchOutcome>> tasks = IntStream.range(0, 100)
                    .<Callable<FetchOutcome>>mapToObj(
                            i -> () -> fetcher.fetch(FetchRequest.unconditional(server.url("/" + i), Accept.PAGE)))
                    .toList();
            List<Future<FetchOutcome>> outcomes = threads.invokeAll(tasks);
            for (int i = 0; i < outcomes.size(); i++) {
                Fetched fetched =
                        assertInstanceOf(Fetched.class, outcomes.get(i).get());
                assertEquals("/" + i, new String(fetched.body(), StandardCharsets.UTF_8));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "x\r\nHost: y", "a)b", "\u00e4"})
    void a_contact_nobody_can_read_is_an_error(String contact) {
        assertThrows(IllegalArgumentException.class, () -> new UserAgent("1", contact));
    }

    private static Failure failure(GuardedFetcher fetcher, URI url) {
        FetchOutcome outcome = fetcher.fetch(FetchRequest.unconditional(url, Accept.FEED));
        return assertInstanceOf(Failed.class, outcome).failure();
    }
}
