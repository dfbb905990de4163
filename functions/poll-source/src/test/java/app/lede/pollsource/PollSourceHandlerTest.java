package app.lede.pollsource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.backfill.Backfill;
import app.lede.backfill.Budget;
import app.lede.feed.FeedReader;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.HostGaps;
import app.lede.fetch.HttpHeaders;
import app.lede.fetch.HttpMeta;
import app.lede.json.Json;
import app.lede.pipeline.BackfillSource;
import app.lede.pipeline.FetchJob;
import app.lede.pipeline.PageFetcher;
import app.lede.pipeline.PoliteFetcher;
import app.lede.pipeline.PollJob;
import app.lede.pipeline.PollSource;
import app.lede.source.Health;
import app.lede.source.Poll;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryBackfills;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryHostGate;
import app.lede.testkit.InMemoryLedger;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemoryRobots;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PollSourceHandlerTest {

    private static final Instant NOW = Instant.parse("2026-01-02T04:04:10Z");
    private static final String NEWS = "https://news.example.org/feed.xml";
    private static final String BLOG = "https://blog.example.com/atom";
    private static final Duration GAP = Duration.ofSeconds(1);

    private final InMemorySources sources = new InMemorySources();
    private final InMemoryQueue<PollJob> polls = new InMemoryQueue<>();
    private final InMemoryQueue<FetchJob> fetches = new InMemoryQueue<>();
    private final List<URI> asked = new CopyOnWriteArrayList<>();
    private final InstantSource clock = InstantSource.fixed(NOW);
    private boolean breaks;
    private final HostGaps gaps = new HostGaps(GAP, Map.of());
    private final PoliteFetcher fetcher = new PoliteFetcher(this::feed, new InMemoryHostGate(), gaps, clock);
    private final InMemoryBackfills backfills = new InMemoryBackfills();
    private final InMemoryRobots robots = new InMemoryRobots();
    private final PollSourceHandler handler = new PollSourceHandler(
            new PollSourceHandler.Steps(
                    new PollSource(
                            sources,
                            new InMemoryLedger(),
                            new InMemoryDocuments(),
                            fetcher,
                            Samples.CALLBACKS,
                            new FeedReader(),
                            polls,
                            fetches,
                            clock),
                    new BackfillSource(
                            sources,
                            backfills,
                            new PageFetcher(fetcher, robots, clock),
                            robots,
                            new InMemoryLedger(),
                            new InMemoryDocuments(),
                            new InMemoryDocuments(),
                            polls,
                            fetches,
                            gaps,
                            clock)),
            clock);

    @BeforeEach
    void add_two_sources() {
        for (String url : List.of(NEWS, BLOG)) {
            sources.add(Source.added(SourceId.ofUrl(url), url, null, NOW.minusSeconds(60)));
        }
    }

    static List<String> events() {
        return EventFiles.cases("poll-source");
    }

    @ParameterizedTest
    @MethodSource("events")
    void each_source_of_an_event_is_asked_once_and_its_entry_sent_once(String event) throws IOException {
        Invocation invocation = invoke(event);
        assertEquals(List.of(), invocation.failures());
        int feeds = event.equals("batch-of-two") ? 2 : 1;
        assertEquals(feeds, asked.size());
        assertEquals(feeds, fetches.jobs().size());
        assertEquals(
                feeds, invocation.outcomes().stream().filter("read"::equals).count(), invocation.outcomes()::toString);
        // The second job of a source finds its host busy, or the source already polled.
        assertTrue(
                List.of("read", "postponed", "skipped").containsAll(invocation.outcomes()),
                invocation.outcomes()::toString);
    }

    @Test
    void the_line_of_a_poll_says_what_was_found() throws IOException {
        var line = invoke("one-source").lines().getFirst();
        assertEquals(SourceId.ofUrl(NEWS).value(), line.path("source").asText());
        assertEquals("2026-01-02T03:04:00Z", line.path("planned").asText());
        assertEquals(1, line.path("entries").asInt());
        assertEquals(1, line.path("found").asInt());
    }

    @Test
    void a_poll_that_breaks_in_its_last_attempt_is_seen_in_the_health_of_its_source() throws IOException {
        breaks = true;
        byte[] last = new String(EventFiles.read("poll-source", "one-source"), StandardCharsets.UTF_8)
                .replace("\"ApproximateReceiveCount\": \"1\"", "\"ApproximateReceiveCount\": \"5\"")
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(1, Invocation.of(handler, last).failures().size());
        Health health = sources.get(SourceId.ofUrl(NEWS)).orElseThrow().health();
        assertEquals("failed", health.lastOutcome());
        assertTrue(
                String.valueOf(health.errors()).contains("IllegalStateException"),
                () -> String.valueOf(health.errors()));
    }

    @Test
    void a_job_of_a_backfill_takes_its_step_in_place_of_a_poll() throws IOException {
        Backfill run = Backfill.begun(SourceId.ofUrl(NEWS), NEWS, Budget.USUAL, null, NOW);
        backfills.add(run);
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("poll-source", "one-source"));
        ObjectNode message = (ObjectNode) event.path("Records").get(0);
        Invocation first = Invocation.of(handler, Json.bytes(withBody(event, message, PollJob.of(run))));
        assertEquals(List.of("backfill-postponed"), first.outcomes());
        assertEquals("/robots.txt", asked.getFirst().getPath());
        // A step that was sending when the backfill was cancelled is over after two minutes.
        Backfill cancelled = run.cancelled(NOW.minus(Duration.ofMinutes(2)));
        backfills.replace(cancelled);
        Invocation second = Invocation.of(handler, Json.bytes(withBody(event, message, PollJob.of(cancelled))));
        assertEquals(List.of("backfill-skipped"), second.outcomes());
        assertEquals(1, asked.size());
    }

    @Test
    void a_failed_attempt_at_a_step_of_a_backfill_is_seen_with_its_cause() throws IOException {
        breaks = true;
        Backfill run = Backfill.begun(SourceId.ofUrl(NEWS), NEWS, Budget.USUAL, null, NOW);
        backfills.add(run);
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("poll-source", "one-source"));
        ObjectNode message = (ObjectNode) event.path("Records").get(0);
        message.withObject("/attributes").put("ApproximateReceiveCount", "2");
        Invocation second = Invocation.of(handler, Json.bytes(withBody(event, message, PollJob.of(run))));
        assertEquals(1, second.failures().size());
        Backfill.Trouble trouble =
                backfills.get(run.source()).map(Backfill::trouble).orElseThrow();
        assertEquals(2, trouble.attempts());
        assertTrue(trouble.cause().contains("out of reach"), trouble::cause);
    }

    private static ObjectNode withBody(ObjectNode event, ObjectNode message, PollJob job) {
        message.put("body", Json.text(job));
        return event;
    }

    @Test
    void a_message_that_comes_again_asks_nobody() throws IOException {
        invoke("one-source");
        assertEquals(List.of("skipped"), invoke("redelivered").outcomes());
        assertEquals(1, asked.size());
    }

    @Test
    void an_older_turn_after_a_newer_one_asks_nobody() throws IOException {
        sources.change(SourceId.ofUrl(NEWS), source -> source.after(new Poll.Held(NOW), NOW, NOW));
        assertEquals(List.of("skipped", "skipped"), invoke("out-of-order").outcomes());
        assertEquals(List.of(), asked);
    }

    @Test
    void a_removed_source_is_done_with() throws IOException {
        sources.remove(SourceId.ofUrl(NEWS));
        Invocation invocation = invoke("one-source");
        assertEquals(List.of("skipped"), invocation.outcomes());
        assertEquals(List.of(), invocation.failures());
    }

    @Test
    void a_broken_message_fails_alone() throws IOException {
        Invocation invocation =
                Invocation.of(handler, Invocation.withABrokenMessage(EventFiles.read("poll-source", "batch-of-two")));
        assertEquals(List.of("broken"), invocation.failures());
        assertEquals(List.of("failed", "read", "read"), invocation.outcomes());
    }

    @Test
    void with_too_little_time_left_every_message_is_handed_back() throws IOException {
        Invocation invocation = Invocation.withTimeLeft(
                Duration.ofSeconds(20), handler, EventFiles.read("poll-source", "batch-of-two"));
        assertEquals(2, invocation.failures().size());
        assertEquals(List.of(), asked);
    }

    private Invocation invoke(String event) throws IOException {
        return Invocation.of(handler, EventFiles.read("poll-source", event));
    }

    private FetchOutcome feed(FetchRequest request) {
        asked.add(request.url());
        if (breaks) {
            throw new IllegalStateException("out of reach");
        }
        String rss = """
            <rss version="2.0"><channel><title>News</title>
            <item><title>Bridge open</title><link>%s</link></item></channel></rss>
            """.formatted(request.url().resolve("/bridge"));
        HttpMeta meta =
                HttpMeta.of(200, new HttpHeaders(List.of(Map.entry("Content-Type", "application/rss+xml"))), NOW);
        return new FetchOutcome.Fetched(
                request.url(), request.url(), List.of(), rss.getBytes(StandardCharsets.UTF_8), meta);
    }
}
