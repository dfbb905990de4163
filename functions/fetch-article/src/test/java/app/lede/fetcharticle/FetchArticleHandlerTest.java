package app.lede.fetcharticle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.DocumentRecord;
import app.lede.document.Outcome;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.HostGaps;
import app.lede.fetch.HttpHeaders;
import app.lede.fetch.HttpMeta;
import app.lede.pipeline.FetchArticle;
import app.lede.pipeline.FetchJob;
import app.lede.pipeline.PageChecks;
import app.lede.pipeline.PageFetcher;
import app.lede.pipeline.PoliteFetcher;
import app.lede.robots.RobotsAnswer;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryHostGate;
import app.lede.testkit.InMemoryLedger;
import app.lede.testkit.InMemoryParkedJobs;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemoryRobots;
import app.lede.testkit.Invocation;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FetchArticleHandlerTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:11Z");
    private static final Duration GAP = Duration.ofSeconds(1);
    private static final String ASIDE = "entries/cefcc2973820065a6f9511741d548e0e83e8cf6b7e146c25676fc84d5917d32f/"
            + "847bf806ccb56f5b00ef35d37d0c2763fa5c7c20e4bb526480cb4094a57f3bc1";

    private final InMemoryDocuments documents = new InMemoryDocuments();
    private final InMemoryQueue<FetchJob> fetches = new InMemoryQueue<>();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();
    private final List<URI> asked = new CopyOnWriteArrayList<>();
    private boolean breaks;
    private final FetchArticleHandler handler = handler(NOW);

    private FetchArticleHandler handler(Instant now) {
        documents.putEntries(Map.of(ASIDE, "<p>Die Brücke ist offen.</p>".getBytes(StandardCharsets.UTF_8)));
        InstantSource clock = InstantSource.fixed(now);
        PoliteFetcher fetcher =
                new PoliteFetcher(this::page, new InMemoryHostGate(), new HostGaps(GAP, Map.of()), clock);
        InMemoryRobots robots = new InMemoryRobots();
        for (String site : List.of("https://news.example.org", "https://blog.example.com")) {
            robots.keep(site, new RobotsAnswer.Absent(), now.plusSeconds(60));
        }
        PageFetcher pages = new PageFetcher(fetcher, robots, clock);
        return new FetchArticleHandler(
                new FetchArticle(
                        new InMemoryLedger(),
                        pages,
                        documents,
                        log,
                        new InMemoryParkedJobs(),
                        fetches,
                        new PageChecks(true, (host, time) -> true),
                        clock),
                clock);
    }

    static List<String> events() {
        return EventFiles.cases("fetch-article");
    }

    @ParameterizedTest
    @MethodSource("events")
    void each_entry_of_an_event_becomes_one_document(String event) throws IOException {
        Invocation invocation = invoke(event);
        assertEquals(List.of(), invocation.failures());
        assertEquals(event.equals("batch-of-two") ? 2 : 1, documents.keys().size());
        assertEquals(
                switch (event) {
                    case "batch-of-two" -> 2;
                    case "entry-without-a-link" -> 0;
                    default -> 1;
                },
                asked.size());
        // The second delivery finds the host busy, or the page already fetched.
        assertTrue(
                List.of("stored", "stored-from-feed", "postponed", "skipped").containsAll(invocation.outcomes()),
                invocation.outcomes()::toString);
    }

    @Test
    void an_entry_without_a_link_is_stored_in_the_feeds_own_words() throws IOException {
        assertEquals(List.of("stored-from-feed"), invoke("entry-without-a-link").outcomes());
    }

    @Test
    void a_message_delivered_again_fetches_nothing() throws IOException {
        assertEquals(List.of("stored"), invoke("one-page").outcomes());
        assertEquals(List.of("skipped"), invoke("redelivered").outcomes());
        assertEquals(1, asked.size());
        assertEquals(1, documents.keys().size());
    }

    @Test
    void a_job_before_its_time_waits_on() throws IOException {
        Invocation invocation =
                Invocation.of(handler(NOW.minusSeconds(5)), EventFiles.read("fetch-article", "waited-for-its-host"));
        assertEquals(List.of("postponed"), invocation.outcomes());
        assertEquals(Duration.ofSeconds(5), fetches.sent().getFirst().delay());
        assertEquals(List.of(), asked);
    }

    @Test
    void the_line_of_a_page_says_where_it_went() throws IOException {
        var line = invoke("one-page").lines().getFirst();
        assertEquals(
                "https://news.example.org/2026/01/02/bridge-reopens",
                line.path("url").asText());
        assertEquals(documents.keys().getFirst(), line.path("key").asText());
        assertEquals(13, line.path("bytes").asInt());
    }

    @Test
    void a_broken_message_fails_alone() throws IOException {
        Invocation invocation =
                Invocation.of(handler, Invocation.withABrokenMessage(EventFiles.read("fetch-article", "batch-of-two")));
        assertEquals(List.of("broken"), invocation.failures());
        assertEquals(List.of("failed", "stored", "stored"), invocation.outcomes());
    }

    @Test
    void a_job_that_breaks_in_its_last_attempt_leaves_its_cause() throws IOException {
        breaks = true;
        byte[] last = new String(EventFiles.read("fetch-article", "one-page"), StandardCharsets.UTF_8)
                .replace("\"ApproximateReceiveCount\": \"1\"", "\"ApproximateReceiveCount\": \"5\"")
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(1, Invocation.of(handler, last).failures().size());
        DocumentRecord record = log.newest(null, 9).getFirst();
        assertEquals(Outcome.FAILED, record.outcome());
        assertTrue(String.valueOf(record.detail()).startsWith("StackOverflowError"), record::detail);
    }

    @Test
    void with_too_little_time_left_every_message_is_handed_back() throws IOException {
        Invocation invocation = Invocation.withTimeLeft(
                Duration.ofSeconds(20), handler, EventFiles.read("fetch-article", "batch-of-two"));
        assertEquals(2, invocation.failures().size());
        assertEquals(List.of(), asked);
    }

    private Invocation invoke(String event) throws IOException {
        return Invocation.of(handler, EventFiles.read("fetch-article", event));
    }

    private FetchOutcome page(FetchRequest request) {
        asked.add(request.url());
        if (breaks) {
            throw new StackOverflowError();
        }
        HttpMeta meta = HttpMeta.of(200, new HttpHeaders(List.of(Map.entry("Content-Type", "text/html"))), NOW);
        return new FetchOutcome.Fetched(
                request.url(), request.url(), List.of(), "<p>A page.</p".getBytes(StandardCharsets.UTF_8), meta);
    }
}
