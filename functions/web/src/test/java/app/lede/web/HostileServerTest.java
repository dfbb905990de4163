package app.lede.web;

import static app.lede.web.Fetching.LIMITS;
import static app.lede.web.Fetching.fetch;
import static app.lede.web.Fetching.impatient;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fetch.Accept;
import app.lede.fetch.AllowedAddresses;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchOutcome.Failed;
import app.lede.fetch.FetchOutcome.Failure;
import app.lede.fetch.FetchOutcome.Fetched;
import app.lede.fetch.FetchOutcome.NotModified;
import app.lede.fetch.FetchOutcome.TooLarge;
import app.lede.fetch.FetchRequest;
import app.lede.testkit.RawServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of broken or hostile server ends quickly in its own outcome. */
@Timeout(120)
class HostileServerTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(8);
    private static final String OK = "HTTP/1.1 200 OK";
    private static final byte[] NOISE = noise(30_000);

    @Test
    void headers_that_drip_end_at_the_total_time() throws Exception {
        try (RawServer server = new RawServer((path, out) -> {
            out.write((OK + "\r\nX: ").getBytes(StandardCharsets.US_ASCII));
            drip(out);
        })) {
            assertEquals(Failure.TIMEOUT, failure(fetch(server, server.url("/"), impatient(LONG, SHORT))));
        }
    }

    @Test
    void a_body_that_drips_ends_at_the_total_time() throws Exception {
        try (RawServer server = new RawServer((path, out) -> {
            out.write(RawServer.head(OK));
            drip(out);
        })) {
            assertEquals(Failure.TIMEOUT, failure(fetch(server, server.url("/"), impatient(LONG, SHORT))));
        }
    }

    @Test
    void redirects_share_one_total_time() throws Exception {
        try (RawServer server = new RawServer((path, out) -> {
            Thread.sleep(120);
            RawServer.redirect(out, 302, path + "a");
        })) {
            assertEquals(Failure.TIMEOUT, failure(fetch(server, server.url("/"), impatient(LONG, SHORT))));
        }
    }

    @Test
    void informational_answers_without_end_end_at_the_total_time() throws Exception {
        try (RawServer server = new RawServer((path, out) -> {
            while (true) {
                out.write(RawServer.head("HTTP/1.1 103 Early Hints", "Link: </a>"));
                Thread.sleep(1);
            }
        })) {
            assertEquals(Failure.TIMEOUT, failure(fetch(server, server.url("/"), impatient(LONG, SHORT))));
        }
    }

    @Test
    void silence_ends_at_the_socket_timeout() throws Exception {
        try (RawServer server = new RawServer((path, out) -> Thread.sleep(LONG))) {
            assertEquals(Failure.TIMEOUT, failure(fetch(server, server.url("/"), impatient(SHORT, LONG))));
        }
    }

    @Test
    void a_name_server_that_never_answers_is_a_dns_failure() throws Exception {
        try (RawServer server = RawServer.saying("never asked");
                GuardedFetcher fetcher = Fetching.fetcher(server, impatient(SHORT, LONG), host -> {
                    LockSupport.parkNanos(LONG.toNanos());
                    throw new UnknownHostException(host);
                })) {
            URI url = URI.create("http://slow.example/");
            assertEquals(Failure.DNS, failure(fetcher.fetch(FetchRequest.unconditional(url, Accept.FEED))));
        }
    }

    /** Linux drops SYNs on a full backlog, so clients wait as for a host that is down. */
    @Test
    void a_host_that_lets_nobody_in_ends_at_the_connect_timeout_or_the_total_time() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
                Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
            assertTrue(first.isConnected() && second.isConnected());
            AllowedAddresses allowed = AllowedAddresses.parse("127.0.0.1:" + full.getLocalPort());
            URI url = URI.create("http://127.0.0.1:" + full.getLocalPort() + "/");
            assertEquals(Failure.TIMEOUT, failure(fetch(allowed, url, impatient(SHORT, LONG))));
            assertEquals(Failure.TIMEOUT, failure(fetch(allowed, url, impatient(LONG, SHORT))));
        }
    }

    @Test
    void a_tls_handshake_that_stalls_ends_at_the_socket_timeout() throws Exception {
        try (RawServer server = new RawServer((path, out) -> Thread.sleep(LONG))) {
            URI url = URI.create("https://" + server.address() + "/");
            assertEquals(Failure.TIMEOUT, failure(fetch(server, url, impatient(SHORT, LONG))));
        }
    }

    @Test
    void a_server_that_speaks_no_tls_is_a_tls_failure() throws Exception {
        try (RawServer server = RawServer.greeting("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertEquals(Failure.TLS, failure(fetch(server, URI.create("https://" + server.address() + "/"), LIMITS)));
        }
    }

    @Test
    void a_truncated_gzip_is_truncated() throws Exception {
        byte[] whole = RawServer.gzip("a long enough text to be cut somewhere".getBytes(StandardCharsets.UTF_8));
        for (int length : new int[] {5, 12, whole.length - 9, whole.length - 1}) {
            assertEquals(Failure.TRUNCATED, failure(body("Content-Encoding: gzip", Arrays.copyOf(whole, length))));
        }
    }

    @Test
    void a_gzip_that_is_none_and_an_encoding_not_asked_for_are_encoding_failures() throws Exception {
        assertEquals(Failure.ENCODING, failure(body("Content-Encoding: gzip", noise(1000))));
        assertEquals(Failure.ENCODING, failure(body("Content-Encoding: br", new byte[10])));
        assertEquals(Failure.ENCODING, failure(body("Content-Encoding: gzip, gzip", new byte[10])));
    }

    @Test
    void a_gzip_bomb_is_too_large_by_ratio_and_by_size() throws Exception {
        assertInstanceOf(TooLarge.class, body("Content-Encoding: gzip", RawServer.gzip(new byte[90_000])));
        assertInstanceOf(TooLarge.class, body("Content-Encoding: gzip", RawServer.gzip(new byte[50_000_000])));
        byte[] innocent = RawServer.gzip(new byte[9_000]);
        assertEquals(
                9_000,
                assertInstanceOf(Fetched.class, body("Content-Encoding: gzip", innocent))
                        .body()
                        .length);
    }

    @Test
    void an_announced_or_endless_body_beyond_the_limit_is_too_large() throws Exception {
        assertInstanceOf(TooLarge.class, body("", NOISE));
        try (RawServer server = new RawServer((path, out) -> {
            out.write(RawServer.head(OK));
            while (true) {
                out.write(NOISE);
            }
        })) {
            assertInstanceOf(TooLarge.class, fetch(server, "/"));
        }
    }

    @Test
    void an_endless_chunked_body_is_too_large() throws Exception {
        try (RawServer server = new RawServer((path, out) -> {
            out.write(RawServer.head(OK, "Transfer-Encoding: chunked"));
            while (true) {
                out.write("3e8\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(NOISE, 0, 1000);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            assertInstanceOf(TooLarge.class, fetch(server, "/"));
        }
    }

    @Test
    void a_body_shorter_than_announced_is_truncated() throws Exception {
        assertEquals(Failure.TRUNCATED, failure(saying(OK, "Content-Length: 100", "", "short")));
    }

    @Test
    void a_body_longer_than_announced_is_cut_there_and_never_read_as_another_answer() throws Exception {
        byte[] answer = (OK + "\r\nContent-Length: 5\r\n\r\nfirstHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil")
                .getBytes(StandardCharsets.US_ASCII);
        try (RawServer server = new RawServer((path, out) -> out.write(answer));
                GuardedFetcher fetcher = Fetching.fetcher(server, LIMITS)) {
            for (int i = 0; i < 2; i++) {
                FetchOutcome outcome = fetcher.fetch(FetchRequest.unconditional(server.url("/"), Accept.FEED));
                byte[] body = assertInstanceOf(Fetched.class, outcome).body();
                assertArrayEquals("first".getBytes(StandardCharsets.US_ASCII), body);
            }
            assertEquals(2, server.requests().size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"xyz\r\nabc\r\n0\r\n\r\n", "3\r\nabcdef\r\n0\r\n\r\n", "-1\r\n\r\n", "fffffffffffffffff\r\na"})
    void a_malformed_chunk_is_a_protocol_failure(String chunks) throws Exception {
        assertEquals(Failure.PROTOCOL, failure(raw(OK + "\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)));
    }

    @Test
    void a_chunk_that_ends_early_is_truncated() throws Exception {
        assertEquals(Failure.TRUNCATED, failure(raw(OK + "\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: -5", "Content-Length: five", "Transfer-Encoding: chunked, gzip"})
    void framing_that_contradicts_itself_is_a_protocol_failure(String header) throws Exception {
        assertEquals(Failure.PROTOCOL, failure(saying(OK, header, "", "body")));
    }

    @Test
    void a_304_with_a_body_is_a_304() throws Exception {
        String answer = "HTTP/1.1 304 Not Modified\r\nContent-Length: 4\r\n\r\nbody";
        try (RawServer server = new RawServer((path, out) -> out.write(answer.getBytes(StandardCharsets.US_ASCII)));
                GuardedFetcher fetcher = Fetching.fetcher(server, LIMITS)) {
            FetchRequest request = new FetchRequest(server.url("/"), "\"a\"", null, Accept.FEED);
            assertInstanceOf(NotModified.class, fetcher.fetch(request));
        }
    }

    @Test
    void a_304_nobody_asked_for_and_a_part_nobody_asked_for_are_protocol_failures() throws Exception {
        assertEquals(Failure.PROTOCOL, failure(saying("HTTP/1.1 304 Not Modified")));
        assertEquals(Failure.PROTOCOL, failure(saying("HTTP/1.1 206 Partial Content", "Content-Length: 0")));
    }

    @Test
    void a_flood_of_headers_is_a_protocol_failure() throws Exception {
        assertEquals(Failure.PROTOCOL, failure(raw(OK + "\r\n" + "X: y\r\n".repeat(LIMITS.headers() + 1) + "\r\n")));
        assertEquals(Failure.PROTOCOL, failure(raw(OK + "\r\nX: " + "y".repeat(LIMITS.headerLine()) + "\r\n\r\n")));
        try (RawServer server = new RawServer((path, out) -> {
            out.write((OK + "\r\nX: ").getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(new byte[1000]);
            }
        })) {
            assertEquals(Failure.PROTOCOL, failure(fetch(server, "/")));
        }
    }

    @Test
    void a_flood_of_trailers_does_not_get_through() throws Exception {
        String trailers = "X: y\r\n".repeat(LIMITS.headers() + 1);
        assertEquals(
                Failure.PROTOCOL,
                failure(raw(OK + "\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n" + trailers + "\r\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.6\r\n",
                "<html>no head</html>",
                "HTTP/1.1 two hundred\r\n\r\n",
                "HTTP/1.1\r\n\r\n",
                "220 ftp\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
            })
    void what_is_not_http_is_a_protocol_failure(String greeting) throws Exception {
        assertEquals(Failure.PROTOCOL, failure(raw(greeting)));
    }

    @Test
    void noise_without_end_and_without_lines_is_a_protocol_failure() throws Exception {
        try (RawServer server = new RawServer((path, out) -> {
            while (true) {
                out.write(new byte[1000]);
            }
        })) {
            assertEquals(Failure.PROTOCOL, failure(fetch(server, "/")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n\r\n\r\n"})
    void a_connection_closed_without_a_word_is_a_connection_failure(String silence) throws Exception {
        assertEquals(Failure.CONNECT, failure(raw(silence)));
    }

    private static void drip(OutputStream out) throws IOException, InterruptedException {
        while (true) {
            out.write('x');
            out.flush();
            Thread.sleep(10);
        }
    }

    private static FetchOutcome body(String headers, byte[] body) throws IOException {
        try (RawServer server = new RawServer((path, out) -> RawServer.send(out, "200 OK", headers, body))) {
            return fetch(server, "/");
        }
    }

    private static FetchOutcome saying(String... lines) throws IOException {
        return raw(String.join("\r\n", lines) + "\r\n\r\n");
    }

    private static FetchOutcome raw(String answer) throws IOException {
        try (RawServer server = new RawServer((path, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)))) {
            return fetch(server, "/");
        }
    }

    private static Failure failure(FetchOutcome outcome) {
        return assertInstanceOf(Failed.class, outcome).failure();
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
