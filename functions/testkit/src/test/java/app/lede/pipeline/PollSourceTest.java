package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.feed.FeedReader;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchOutcome.Redirect;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.HostGaps;
import app.lede.fetch.HostGate;
import app.lede.fetch.HttpHeaders;
import app.lede.fetch.HttpMeta;
import app.lede.source.Etiquette;
import app.lede.source.Fault;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.testkit.Crashes;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryHostGate;
import app.lede.testkit.InMemoryLedger;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.Samples;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollSourceTest {

    private static final URI FEED = URI.create("https://news.example.org/feed.xml");
    private static final SourceId NEWS = SourceId.ofUrl(FEED.toString());
    private static final SourceId SPORTS = SourceId.ofUrl("https://news.example.org/sports.xml");
    private static final Duration GAP = Duration.ofSeconds(2);
    private static final String RSS = """
        <rss version="2.0"><channel><title>News</title>
        <item><title>One</title><link>https://news.example.org/1</link></item>
        <item><title>Two</title><link>https://news.example.org/2</link></item>
        </channel></rss>
        """;

    private final InMemorySources sources = new InMemorySources();
    private final InMemoryQueue<PollJob> polls = new InMemoryQueue<>();
    private final List<FetchRequest> asked = new ArrayList<>();
    private InMemoryQueue<FetchJob> fetches = new InMemoryQueue<>();
    private Instant now = Samples.NOON;
    private FetchOutcome outcome = fetched(RSS);
    private PollSource step = step();

    @BeforeEach
    void add_the_source() {
        sources.add(Source.added(NEWS, FEED.toString(), null, now));
        sources.add(Source.added(SPORTS, "https://news.example.org/sports.xml", null, now));
    }

    private PollSource step() {
        InstantSource clock = () -> now;
        PoliteFetcher fetcher =
                new PoliteFetcher(this::answer, new InMemoryHostGate(), new HostGaps(GAP, Map.of()), clock);
        return new PollSource(
                sources,
                new InMemoryLedger(),
                new InMemoryDocuments(),
                fetcher,
                Samples.CALLBACKS,
                new FeedReader(),
                polls,
                fetches,
                clock);
    }

    private FetchOutcome answer(FetchRequest request) {
        asked.add(request);
        return outcome;
    }

    @Test
    void new_entries_are_sent_once_and_the_next_request_is_conditional() {
        assertEquals(new PollResult.Read(2, 2), poll());
        outcome = new FetchOutcome.NotModified(FEED, FEED, List.of(), HttpMeta.of(304, headers(), now));
        assertEquals(new PollResult.Unchanged(), poll());
        assertEquals("\"v1\"", asked.getLast().etag());
        assertEquals(2, fetches.jobs().size());
    }

    @Test
    void a_source_whose_own_address_is_forbidden_tells_how_to_allow_it() {
        String own = "http://[::1]:8890/feed";
        SourceId id = SourceId.ofUrl(own);
        sources.add(Source.added(id, own, null, now));
        outcome = new FetchOutcome.Blocked(own, "port 8890 ::1");
        step.poll(new PollJob(id, now));
        assertTrue(detail(id).startsWith("port 8890 ::1; "), detail(id));
        assertTrue(detail(id).endsWith(" --allow [0:0:0:0:0:0:0:1]:8890"), detail(id));
        outcome = new FetchOutcome.Blocked("http://127.0.0.1:22/", "port 22 127.0.0.1");
        now = now.plus(Duration.ofHours(1));
        step.poll(new PollJob(id, now));
        assertEquals("port 22 127.0.0.1", detail(id), "where a redirect leads is not for the source to allow");
    }

    private String detail(SourceId id) {
        Fault last = sources.get(id).orElseThrow().health().errors().last();
        return last == null ? "" : last.detail();
    }

    @Test
    void entries_are_sent_for_the_turns_of_their_host_as_the_feed_has_taken_one() {
        poll();
        Duration turn = GAP.plus(HostGate.SLACK);
        assertEquals(
                List.of(turn, turn.multipliedBy(2)),
                fetches.sent().stream().map(InMemoryQueue.Sent::delay).toList());
    }

    @Test
    void what_a_poll_finds_carries_its_trace_however_often_the_poll_is_delivered() {
        PollJob job = new PollJob(NEWS, now);
        assertEquals(new PollResult.Read(2, 2), step.poll(job));
        assertEquals(
                List.of(job.trace(), job.trace()),
                fetches.jobs().stream().map(FetchJob::trace).toList());
        assertEquals(new PollJob(NEWS, now).trace(), job.trace());
        assertNotEquals(new PollJob(NEWS, now.plusSeconds(60)).trace(), job.trace());
    }

    @Test
    void the_same_bytes_again_are_unchanged_whatever_the_server_says() {
        poll();
        assertEquals(new PollResult.Unchanged(), poll());
        assertEquals(1, source().health().etiquette().sameBody());
    }

    @Test
    void what_is_no_feed_counts_as_failed() {
        outcome = fetched("nothing of the kind");
        assertEquals("not-a-feed", poll().label());
        assertEquals(1, source().health().errors().length());
    }

    @Test
    void a_feed_that_is_gone_is_never_asked_again() {
        outcome = new FetchOutcome.Gone(FEED, 410);
        assertEquals("gone", poll().label());
        assertEquals(new PollResult.Skipped("gone"), poll());
        assertEquals(1, asked.size());
    }

    @Test
    void a_missing_feed_is_asked_again() {
        outcome = new FetchOutcome.Refused(FEED, 404, "answered 404");
        assertEquals("refused", poll().label());
        assertEquals(0.5, source().health().errors().points());
        outcome = fetched(RSS);
        assertEquals("read", poll().label());
    }

    @Test
    void too_many_requests_hold_the_host_for_every_feed_of_it() {
        outcome = new FetchOutcome.Later(FEED, FetchOutcome.Hold.HOST, now.plus(Duration.ofDays(7)), 429);
        poll(NEWS);
        outcome = fetched(RSS);
        assertEquals("postponed", poll(SPORTS).label());
        assertEquals(List.of(), polls.sent(), "a queue can't wait for days");
        now = now.plus(Duration.ofDays(7));
        assertEquals("read", poll(SPORTS).label());
    }

    @Test
    void an_overloaded_server_holds_the_one_feed() {
        outcome = new FetchOutcome.Later(FEED, FetchOutcome.Hold.URL, now.plus(Duration.ofDays(1)), 503);
        poll(NEWS);
        outcome = fetched(RSS);
        assertEquals("read", poll(SPORTS).label());
        assertEquals("skipped", poll(NEWS).label());
        now = now.plus(Duration.ofDays(1));
        assertEquals("read", poll(NEWS).label());
    }

    @Test
    void a_host_that_is_busy_for_a_moment_is_waited_for_in_the_queue() {
        step.poll(new PollJob(NEWS, now));
        assertEquals("postponed", step.poll(new PollJob(SPORTS, now)).label());
        assertEquals(List.of(new PollJob(SPORTS, now)), polls.jobs());
        assertEquals(null, source(SPORTS).schedule().polledFor());
    }

    @ParameterizedTest(name = "{0} {1} {2} -> {3}")
    @CsvSource({
        "301, 301, 200, https://two.example.org/",
        "308, 302, 200, https://one.example.org/",
        "302, 301, 200, https://news.example.org/feed.xml",
        "307, 307, 200, https://news.example.org/feed.xml",
        "301, 301, 304, https://two.example.org/"
    })
    void only_permanent_redirects_move_a_feed_and_only_as_far_as_they_lead(
            int first, int second, int status, String expected) {
        URI one = URI.create("https://one.example.org/");
        URI two = URI.create("https://two.example.org/");
        List<Redirect> hops = List.of(new Redirect(FEED, first, one), new Redirect(one, second, two));
        for (int day = 0; day < 5; day++) {
            outcome = status == 304
                    ? new FetchOutcome.NotModified(FEED, two, hops, HttpMeta.of(304, headers(), now))
                    : fetched(RSS, hops);
            poll();
            now = now.plus(Duration.ofDays(1));
        }
        poll();
        assertEquals(expected, asked.getLast().url().toString());
        assertEquals(18, source().health().etiquette().requests());
    }

    @Test
    void an_entry_without_a_link_is_the_same_entry_after_a_move() {
        String before = "<rss><channel><item><guid>7</guid><description>Text</description></item></channel></rss>";
        outcome = fetched(before);
        assertEquals(new PollResult.Read(1, 1), poll());
        sources.change(NEWS, moved -> moved.withFeed("https://two.example.org/feed"));
        outcome = fetched(before + " ");
        assertEquals(new PollResult.Read(1, 0), poll());
    }

    @Test
    void an_entry_without_a_link_whose_id_is_random_is_the_same_entry_at_the_next_rendering() {
        String entry = "<feed><entry><id>urn:uuid:%s</id><title>Tide table</title><updated>%s</updated>"
                + "<content>High water at noon.</content></entry></feed>";
        outcome = fetched(entry.formatted("3f0c1d5e-9b1a-4c7d-8e21-0a5b6c7d8e9f", "2026-03-04T08:00:00Z"));
        assertEquals(new PollResult.Read(1, 1), poll());
        outcome = fetched(entry.formatted("a1b2c3d4-0001-4abc-9def-001122334455", "2026-03-04T09:00:00Z"));
        assertEquals(new PollResult.Read(1, 0), poll());
    }

    @Test
    void entries_that_bear_the_time_of_rendering_as_update_are_not_fetched_again() {
        String feed = "<feed><entry><title>A</title><link"
                + " href='https://news.example.org/a'/><updated>%s</updated></entry><entry><title>B</title><link"
                + " href='https://news.example.org/b'/><updated>%s</updated></entry></feed>";
        outcome = fetched(feed.formatted("2026-03-04T08:00:00.1Z", "2026-03-04T08:00:00.2Z"));
        poll();
        outcome = fetched(feed.formatted("2026-03-04T09:00:00.1Z", "2026-03-04T09:00:00.2Z"));
        poll();
        assertEquals(2, fetches.jobs().size());
    }

    @Test
    void validators_of_what_could_not_be_read_are_not_kept() {
        poll();
        outcome = new FetchOutcome.Fetched(
                FEED,
                FEED,
                List.of(),
                "an error page".getBytes(StandardCharsets.UTF_8),
                HttpMeta.of(200, new HttpHeaders(List.of(Map.entry("ETag", "\"error\""))), now));
        assertEquals("not-a-feed", poll().label());
        assertEquals("\"v1\"", source().validators().etag());
    }

    @Test
    void a_feed_that_should_have_changed_by_now_is_asked_for_the_whole_once_a_day() {
        outcome = fetched(datedDaily(now));
        poll();
        outcome = new FetchOutcome.NotModified(FEED, FEED, List.of(), HttpMeta.of(304, headers(), now));
        now = now.plus(Duration.ofDays(6));
        poll();
        assertEquals("\"v1\"", asked.getLast().etag());
        now = now.plus(Duration.ofDays(1));
        outcome = fetched(datedDaily(Samples.NOON));
        poll();
        assertEquals(null, asked.getLast().etag());
        poll();
        assertEquals("\"v1\"", asked.getLast().etag());
    }

    @Test
    void hours_that_the_publisher_wants_skipped_are_skipped() {
        outcome = fetched(RSS.replace("<item>", "<skipHours><hour>14</hour></skipHours><item>"));
        assertEquals("read", poll().label());
        assertEquals(14, now.plusSeconds(3_600).atZone(ZoneOffset.UTC).getHour());
        assertEquals("skipped", poll().label());
        assertEquals("unchanged", poll().label());
    }

    @Test
    void the_health_counts_what_the_polls_cost_and_saved() {
        poll();
        poll();
        outcome = new FetchOutcome.NotModified(FEED, FEED, List.of(), HttpMeta.of(304, headers(), now));
        poll();
        int size = RSS.getBytes(StandardCharsets.UTF_8).length;
        assertEquals(new Etiquette(3, 1, 1, 2L * size, size), source().health().etiquette());
    }

    @Test
    void a_feed_that_asks_for_time_gets_it() {
        outcome = new FetchOutcome.Later(FEED, FetchOutcome.Hold.HOST, now.plusSeconds(10_800), 429);
        assertEquals("later", poll().label());
        assertInstanceOf(PollResult.Skipped.class, poll());
        assertEquals(1, asked.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a_crash_at_any_send_loses_no_entry(int sends) {
        fetches = new InMemoryQueue<>(Crashes.atStep(sends));
        step = step();
        PollJob job = new PollJob(NEWS, now);
        assertThrows(Crashes.Crash.class, () -> step.poll(job));
        now = now.plusSeconds(120);
        assertEquals(new PollResult.Read(2, 2), step.poll(job));
        Set<String> keys = new HashSet<>();
        fetches.jobs().forEach(sent -> keys.add(sent.key()));
        assertEquals(Set.of("https://news.example.org/1", "https://news.example.org/2"), keys);
        assertEquals("\"v1\"", source().validators().etag());
    }

    /** Polls again, an hour later. */
    private PollResult poll() {
        return poll(NEWS);
    }

    private PollResult poll(SourceId id) {
        now = now.plusSeconds(3_600);
        return step.poll(new PollJob(id, now));
    }

    private Source source() {
        return source(NEWS);
    }

    private Source source(SourceId id) {
        return sources.get(id).orElseThrow();
    }

    /** Returns a feed with three entries, a day apart. */
    private static String datedDaily(Instant newest) {
        StringBuilder items = new StringBuilder();
        for (int day = 0; day < 3; day++) {
            Instant date = newest.minus(Duration.ofDays(day));
            items.append(
                    "<item><link>https://news.example.org/%d</link><pubDate>%s</pubDate></item>".formatted(day, date));
        }
        return "<rss><channel>" + items + "</channel></rss>";
    }

    private static FetchOutcome fetched(String body) {
        return fetched(body, List.of());
    }

    private static FetchOutcome fetched(String body, List<Redirect> redirects) {
        HttpMeta meta = HttpMeta.of(200, headers(), Samples.NOON);
        return new FetchOutcome.Fetched(FEED, FEED, redirects, body.getBytes(StandardCharsets.UTF_8), meta);
    }

    private static HttpHeaders headers() {
        return new HttpHeaders(List.of(Map.entry("ETag", "\"v1\"")));
    }
}
