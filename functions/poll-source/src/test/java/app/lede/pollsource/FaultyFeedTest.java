package app.lede.pollsource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.feed.FeedReader;
import app.lede.fetch.AllowedAddresses;
import app.lede.fetch.HostGaps;
import app.lede.pipeline.FetchJob;
import app.lede.pipeline.PoliteFetcher;
import app.lede.pipeline.PollJob;
import app.lede.pipeline.PollResult;
import app.lede.pipeline.PollSource;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.Validators;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryHostGate;
import app.lede.testkit.InMemoryLedger;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.RawServer;
import app.lede.testkit.Samples;
import app.lede.web.FetchLimits;
import app.lede.web.GuardedFetcher;
import app.lede.web.HostLookup;
import app.lede.web.UserAgent;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A feed's server fails once, in every known way, and recovers an hour later: the result equals that of a server that
 * never failed.
 */
@Timeout(120)
class FaultyFeedTest {

    private static final Duration SHORT = Duration.ofMillis(1_200);
    private static final Duration GAP = Duration.ofSeconds(2);
    private static final String OK = "HTTP/1.1 200 OK";
    private static final byte[] FEED = feed("https://news.example.org/1", "https://news.example.org/ü");

    private final InMemorySources sources = new InMemorySources();
    private final InMemoryQueue<PollJob> polls = new InMemoryQueue<>();
    private final InMemoryQueue<FetchJob> fetches = new InMemoryQueue<>();
    private final InMemoryHostGate gate = new InMemoryHostGate();
    private final RawServer server = new RawServer(this::answer);
    private final GuardedFetcher fetcher = fetcher();
    private final PollSource step = step();
    private volatile RawServer.Script script = FaultyFeedTest::well;
    private volatile HostLookup names = InetAddress::getAllByName;
    private volatile Instant now = Instant.parse("2026-01-02T12:00:00Z");

    /** A failure of the server, and the poll's outcome. */
    record Fault(String name, String outcome, Answer answer) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault("slow headers", "timeout", out -> drip(OK + "\r\nX: ", out)),
                new Fault("slow body", "timeout", out -> drip(OK + "\r\n\r\n<rss>", out)),
                new Fault("silence", "timeout", out -> Thread.sleep(Duration.ofSeconds(2))),
                new Fault("truncated gzip", "truncated", out -> zipped(Arrays.copyOf(RawServer.gzip(FEED), 60), out)),
                new Fault("gzip bomb", "too-large", out -> zipped(RawServer.gzip(new byte[20_000_000]), out)),
                new Fault(
                        "announced more than sent",
                        "truncated",
                        out -> out.write(RawServer.head(OK, "Content-Length: 5000", "", "<rss>"))),
                new Fault(
                        "negative length",
                        "protocol",
                        out -> out.write(RawServer.head(OK, "Content-Length: -1", "", "<rss>"))),
                new Fault(
                        "malformed chunk",
                        "protocol",
                        out -> out.write(RawServer.head(OK, "Transfer-Encoding: chunked", "", "zz", "<rss>"))),
                new Fault("no answer", "connect", out -> {}),
                new Fault("not http", "protocol", out -> out.write(RawServer.head("220 mail.example.org ESMTP"))),
                new Fault(
                        "not modified without a prior etag",
                        "protocol",
                        out -> out.write(RawServer.head("HTTP/1.1 304 Not Modified"))),
                new Fault(
                        "html instead of a feed",
                        "no-feed",
                        out -> RawServer.send(out, "200 OK", "Content-Type: text/html", "<html>Sorry".getBytes(UTF_8))),
                new Fault("nothing at all", "not-a-feed", out -> RawServer.send(out, "200 OK", "", new byte[0])),
                new Fault("redirect loop", "blocked", out -> RawServer.redirect(out, 302, "/feed")),
                new Fault(
                        "redirect without end",
                        "blocked",
                        out -> RawServer.redirect(out, 302, "/" + System.nanoTime())),
                new Fault(
                        "redirect to a private address",
                        "blocked",
                        out -> RawServer.redirect(out, 302, "http://10.0.0.1/feed")),
                new Fault(
                        "redirect to the metadata of a machine",
                        "blocked",
                        out -> RawServer.redirect(out, 302, "http://169.254.169.254/latest/meta-data/")),
                new Fault("redirect to a file", "blocked", out -> RawServer.redirect(out, 302, "file:///etc/passwd")),
                new Fault(
                        "redirect to gopher",
                        "blocked",
                        out -> RawServer.redirect(out, 302, "gopher://news.example.org/1")),
                new Fault("refusal", "refused", out -> RawServer.send(out, "403 Forbidden", "", new byte[0])),
                new Fault(
                        "too many requests",
                        "later",
                        out -> RawServer.send(out, "429 Slow Down", "Retry-After: 60", new byte[0])),
                new Fault(
                        "out of order",
                        "later",
                        out -> RawServer.send(out, "503 Unavailable", "Retry-After: soon", new byte[0])));
    }

    @FunctionalInterface
    interface Answer {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        server.close();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_has_its_name_and_loses_nothing(Fault fault) {
        PollJob job = addSource("127.0.0.1");
        script = (path, out) -> fault.answer.to(out);
        assertEquals(fault.outcome, polledToItsEnd(job).label());
        assertEquals(1, source(job).health().errors().length());
        assertEquals(List.of(), fetches.jobs());
        script = FaultyFeedTest::well;
        assertEndsWell(job);
    }

    /** Runs a poll to its end, including redirects and feed discovery on a page. */
    private PollResult polledToItsEnd(PollJob job) {
        PollResult end = step.poll(job);
        while (end instanceof PollResult.Continued || end instanceof PollResult.Postponed) {
            now = now.plusSeconds(60);
            end = step.poll(polls.take().getFirst());
        }
        return end;
    }

    @Test
    void a_stalled_tls_handshake_is_a_timeout() {
        SourceId id = SourceId.ofUrl("https://" + server.address());
        sources.add(Source.added(id, "https://" + server.address() + "/feed", null, now));
        script = (path, out) -> Thread.sleep(Duration.ofSeconds(2));
        assertEquals("timeout", step.poll(new PollJob(id, now)).label());
    }

    @Test
    void a_name_server_that_fails_loses_nothing() {
        PollJob job = addSource("site.test");
        names = host -> {
            throw new UnknownHostException(host);
        };
        assertEquals("dns", step.poll(job).label());
        names = host -> InetAddress.getAllByName("127.0.0.1");
        assertEndsWell(job);
    }

    @Test
    void a_name_that_is_bound_anew_to_a_private_address_is_not_followed_there() {
        AtomicInteger asked = new AtomicInteger();
        names = host -> InetAddress.getAllByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1");
        PollJob job = addSource("site.test");
        script = (path, out) -> RawServer.redirect(out, 302, "http://other.test/feed");
        assertEquals("postponed", step.poll(job).label());
        now = now.plusSeconds(60);
        assertEquals("blocked", step.poll(polls.take().getFirst()).label());
        assertEquals(1, server.requests().size());
    }

    @Test
    void a_wrong_content_type_and_a_wrong_charset_are_seen_through() {
        PollJob job = addSource("127.0.0.1");
        script = (path, out) ->
                RawServer.send(out, "200 OK", "ETag: \"v1\"\r\nContent-Type: image/png; charset=big5", FEED);
        assertEndsWell(job);
    }

    @Test
    void a_304_with_a_body_is_a_304_and_the_body_is_not_read() {
        PollJob job = addSource("127.0.0.1");
        assertEndsWell(job);
        byte[] other = feed("https://news.example.org/3");
        script = (path, out) -> RawServer.send(out, "304 Not Modified", "ETag: \"v1\"", other);
        assertEquals(new PollResult.Unchanged(), step.poll(nextTurn(job)));
        assertEquals(2, fetches.jobs().size());
    }

    @Test
    void two_polls_of_one_feed_at_once_ask_once_and_send_each_entry_once() {
        PollJob job = addSource("127.0.0.1");
        PollJob late = new PollJob(job.sourceId(), now.minusSeconds(3600));
        List<PollResult> overlapping = new ArrayList<>();
        script = (path, out) -> {
            overlapping.add(step.poll(late));
            well(path, out);
        };
        assertEquals(new PollResult.Read(2, 2), step.poll(job));
        assertInstanceOf(PollResult.Postponed.class, overlapping.getFirst());
        now = now.plusSeconds(60);
        assertInstanceOf(PollResult.Skipped.class, step.poll(late));
        assertEquals(1, server.requests().size());
        assertEquals(2, fetches.jobs().size());
    }

    @Test
    void a_schedule_that_fires_twice_polls_once() {
        PollJob job = addSource("127.0.0.1");
        assertEndsWell(job);
        assertInstanceOf(PollResult.Skipped.class, step.poll(nextTurn(job, 0)));
        assertEquals(1, server.requests().size());
    }

    @Test
    void of_a_feed_of_ten_thousand_items_the_newest_two_thousand_are_sent_once_and_the_rest_counted() {
        String[] urls = IntStream.range(0, 10_000)
                .mapToObj(i -> "https://news.example.org/" + i)
                .toArray(String[]::new);
        byte[] feed = feed(urls);
        script = (path, out) -> RawServer.send(out, "200 OK", "", feed);
        PollJob job = addSource("127.0.0.1");
        assertEquals(new PollResult.Read(2_000, 2_000), step.poll(job));
        assertEquals(8_000, source(job).health().overCap());
        assertEquals(2_000, fetches.jobs().size());
    }

    private void assertEndsWell(PollJob job) {
        assertInstanceOf(PollResult.Read.class, step.poll(nextTurn(job)));
        TreeSet<String> urls =
                fetches.jobs().stream().map(FetchJob::key).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(2, urls.size());
        assertEquals(2, fetches.jobs().size());
        Validators seen = source(job).validators();
        assertEquals("\"v1\"", seen.etag());
        assertEquals(0, source(job).health().errors().length());
        assertTrue(urls.contains("https://news.example.org/1"), urls::toString);
    }

    private PollJob addSource(String host) {
        String url = "http://" + host + ":" + server.port() + "/feed";
        SourceId id = SourceId.ofUrl(url);
        sources.add(Source.added(id, url, null, now));
        return new PollJob(id, now);
    }

    private PollJob nextTurn(PollJob job) {
        return nextTurn(job, 1);
    }

    private PollJob nextTurn(PollJob job, int hours) {
        now = now.plus(Duration.ofHours(hours));
        return new PollJob(job.sourceId(), now);
    }

    private Source source(PollJob job) {
        return sources.get(job.sourceId()).orElseThrow();
    }

    private GuardedFetcher fetcher() {
        FetchLimits d = FetchLimits.DEFAULTS;
        return new GuardedFetcher(
                new UserAgent("1.2", "https://lede.example/about"),
                AllowedAddresses.parse(server.address() + ",site.test:" + server.port()),
                () -> now,
                new FetchLimits(
                        SHORT,
                        SHORT,
                        SHORT.multipliedBy(2),
                        d.bytesIn(),
                        d.bytesOut(),
                        d.ratio(),
                        d.ratioFrom(),
                        d.redirects(),
                        d.headers(),
                        d.headerLine()),
                host -> names.lookUp(host));
    }

    private PollSource step() {
        return new PollSource(
                sources,
                new InMemoryLedger(),
                new InMemoryDocuments(),
                new PoliteFetcher(fetcher, gate, new HostGaps(GAP, Map.of()), () -> now),
                Samples.CALLBACKS,
                new FeedReader(),
                polls,
                fetches,
                () -> now);
    }

    private void answer(String path, OutputStream out) throws IOException, InterruptedException {
        script.answer(path, out);
    }

    private static void well(String path, OutputStream out) throws IOException {
        RawServer.send(out, "200 OK", "ETag: \"v1\"", FEED);
    }

    private static void zipped(byte[] body, OutputStream out) throws IOException {
        RawServer.send(out, "200 OK", "Content-Encoding: gzip", body);
    }

    private static void drip(String start, OutputStream out) throws IOException, InterruptedException {
        out.write(start.getBytes(UTF_8));
        while (true) {
            out.write('x');
            out.flush();
            Thread.sleep(20);
        }
    }

    private static byte[] feed(String... urls) {
        return Arrays.stream(urls)
                .map(url -> "<item><title>News</title><link>" + url + "</link></item>")
                .collect(Collectors.joining("", "<rss><channel>", "</channel></rss>"))
                .getBytes(UTF_8);
    }
}
