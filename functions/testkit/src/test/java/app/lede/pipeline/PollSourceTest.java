package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.feed.FeedReader;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.HostGaps;
import app.lede.fetch.HttpHeaders;
import app.lede.fetch.HttpMeta;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.testkit.Crashes;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollSourceTest {

    private static final URI FEED = URI.create("https://news.example.org/feed.xml");
    private static final SourceId NEWS = SourceId.ofUrl(FEED.toString());
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
    }

    private PollSource step() {
        InstantSource clock = () -> now;
        PoliteFetcher fetcher =
                new PoliteFetcher(this::answer, new InMemoryHostGate(host -> GAP), new HostGaps(GAP, Map.of()), clock);
        return new PollSource(sources, new InMemoryLedger(), fetcher, new FeedReader(), polls, fetches, clock);
    }

    private FetchOutcome answer(FetchRequest request) {
        asked.add(request);
        return outcome;
    }

    @Test
    void new_entries_are_sent_once_and_the_next_request_is_conditional() {
        assertEquals(new PollEnd.Read(2, 2), poll());
        outcome = new FetchOutcome.NotModified(FEED, FEED, List.of(), HttpMeta.of(304, headers(), now));
        assertEquals(new PollEnd.Unchanged(), poll());
        assertEquals("\"v1\"", asked.getLast().etag());
        assertEquals(2, fetches.jobs().size());
    }

    @Test
    void the_same_bytes_again_are_unchanged_whatever_the_server_says() {
        poll();
        assertEquals(new PollEnd.Unchanged(), poll());
        assertEquals(1, source().health().unchanged());
    }

    @Test
    void a_page_that_names_its_feed_is_followed_once() {
        outcome = fetched("<html><head><link rel=alternate type=application/rss+xml href=/real.xml></head></html>");
        assertEquals(new PollEnd.Discovered("https://news.example.org/real.xml"), poll());
        assertEquals(1, polls.jobs().size());
        assertEquals("not-a-feed", poll().label());
        assertEquals("https://news.example.org/real.xml", asked.getLast().url().toString());
    }

    @Test
    void what_is_no_feed_counts_as_failed() {
        outcome = fetched("nothing of the kind");
        assertEquals("not-a-feed", poll().label());
        assertEquals(1, source().health().errorStreak());
    }

    @Test
    void a_feed_that_is_gone_is_never_asked_again() {
        outcome = new FetchOutcome.Gone(FEED, 410);
        assertEquals("gone", poll().label());
        assertEquals(new PollEnd.Skipped("gone"), poll());
        assertEquals(1, asked.size());
    }

    @Test
    void a_feed_that_asks_for_time_gets_it() {
        outcome = new FetchOutcome.Later(FEED, FetchOutcome.Hold.HOST, now.plusSeconds(10_800), 429);
        assertEquals("later", poll().label());
        assertInstanceOf(PollEnd.Skipped.class, poll());
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
        assertEquals(new PollEnd.Read(2, 2), step.poll(job));
        Set<String> keys = new HashSet<>();
        fetches.jobs().forEach(sent -> keys.add(sent.key()));
        assertEquals(Set.of("https://news.example.org/1", "https://news.example.org/2"), keys);
        assertEquals("\"v1\"", source().validators().etag());
    }

    /** The next turn, an hour later. */
    private PollEnd poll() {
        now = now.plusSeconds(3_600);
        return step.poll(new PollJob(NEWS, now));
    }

    private Source source() {
        return sources.get(NEWS).orElseThrow();
    }

    private static FetchOutcome fetched(String body) {
        HttpMeta meta = HttpMeta.of(200, headers(), Samples.NOON);
        return new FetchOutcome.Fetched(FEED, FEED, List.of(), body.getBytes(StandardCharsets.UTF_8), meta);
    }

    private static HttpHeaders headers() {
        return new HttpHeaders(List.of(Map.entry("ETag", "\"v1\"")));
    }
}
