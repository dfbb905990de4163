package app.lede.managelibrary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.api.UploadTickets;
import app.lede.api.WritingApi;
import app.lede.backfill.Backfill;
import app.lede.backfill.Budget;
import app.lede.backfill.Sending;
import app.lede.fetch.AllowedAddresses;
import app.lede.json.Json;
import app.lede.pipeline.BackfillSource;
import app.lede.pipeline.Deletion;
import app.lede.pipeline.PollJob;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryBackfills;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryExports;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySavedSearches;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartBackfillTest {

    private static final SourceId NEWS = new SourceId("da3qsnpl5v5ip4wz64vebl23jc5bt2pkke73wgbebetwnhh4vagq");
    private static final String FEED = "https://news.example/feed";

    private final InMemorySources sources = new InMemorySources();
    private final InMemoryBackfills runs = new InMemoryBackfills();
    private final InMemoryQueue<PollJob> polls = new InMemoryQueue<>();
    private final InMemoryDocuments documents = new InMemoryDocuments();
    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();
    private final InstantSource clock = InstantSource.fixed(Samples.NOON);
    private final ManageLibraryHandler handler = new ManageLibraryHandler(
            new WritingApi(
                    sources,
                    polls,
                    log,
                    (key, type, size, said) -> new UploadTickets.Ticket(key, new TreeMap<>(), Samples.NOON),
                    new Deletion(articles, new InMemoryArticleTexts(), documents, log, clock),
                    new InMemoryQueue<>(),
                    new WritingApi.Outlets(
                            articles,
                            new InMemorySavedSearches(),
                            new InMemoryQueue<>(),
                            AllowedAddresses.NONE,
                            new InMemoryExports(),
                            new InMemoryQueue<>(),
                            false,
                            runs),
                    () -> "token",
                    clock),
            clock);

    @BeforeEach
    void add_a_source() {
        sources.add(Source.added(NEWS, FEED, null, Samples.NOON));
    }

    @Test
    void a_backfill_begins_with_its_budget_and_its_first_step_is_enqueued() throws IOException {
        Invocation started = start("{\"pages\":20,\"articles\":200,\"until\":\"2020-01-01\"}");
        assertEquals(202, status(started));
        assertEquals(
                "/v1/sources/" + NEWS + "/backfill",
                started.answer().at("/headers/location").asText());
        Backfill run = runs.get(NEWS).orElseThrow();
        assertEquals(new Budget(20, 200, Instant.parse("2020-01-01T00:00:00Z")), run.budget());
        assertEquals(List.of(PollJob.of(run)), polls.jobs());
        assertEquals("walking", Json.read(started.text()).path("state").asText());
    }

    @Test
    void without_a_body_it_has_the_usual_budget() throws IOException {
        assertEquals(202, status(start("")));
        assertEquals(Budget.USUAL, runs.get(NEWS).orElseThrow().budget());
    }

    @Test
    void one_that_has_not_ended_goes_on() throws IOException {
        start("{\"pages\":20}");
        Backfill stopped = runs.get(NEWS).orElseThrow().stoppedBecause("the disk was full", Samples.NOON);
        assertTrue(runs.replace(stopped));
        polls.take();
        assertEquals(202, status(start("")));
        Backfill resumed = runs.get(NEWS).orElseThrow();
        assertEquals(stopped.resumed(Samples.NOON), resumed);
        assertEquals(List.of(PollJob.of(resumed)), polls.take());
        assertEquals(202, status(start("{\"pages\":20}")));
        assertEquals(List.of(PollJob.of(resumed)), polls.take());
        assertEquals(409, status(start("{\"pages\":21}")));
        assertEquals(List.of(), polls.jobs());
    }

    @Test
    void after_its_end_another_begins() throws IOException {
        start("");
        assertEquals(204, status(invoke("cancel-backfill", "")));
        assertEquals(Backfill.Phase.CANCELLED, runs.get(NEWS).orElseThrow().phase());
        assertEquals(204, status(invoke("cancel-backfill", "")));
        assertEquals(202, status(start("{\"pages\":3}")));
        assertEquals(Backfill.Phase.WALKING, runs.get(NEWS).orElseThrow().phase());
        assertEquals(2, runs.get(NEWS).orElseThrow().step());
    }

    @Test
    void after_a_complete_one_another_begins_only_when_it_is_asked_for() throws IOException {
        start("");
        Backfill complete = runs.get(NEWS).orElseThrow().walked(Samples.NOON);
        assertTrue(runs.replace(complete));
        complete = complete.sent(new Sending(-1, 0, null), Map.of(), null, Samples.NOON);
        assertTrue(runs.replace(complete));
        polls.take();
        for (String body : List.of("", "{}", "{\"restart\":false}")) {
            Invocation answer = start(body);
            assertEquals(200, status(answer), body);
            assertEquals("complete", Json.read(answer.text()).path("state").asText());
        }
        assertEquals(Optional.of(complete), runs.get(NEWS));
        assertEquals(List.of(), polls.jobs());
        assertEquals(202, status(start("{\"restart\":true}")));
        Backfill next = runs.get(NEWS).orElseThrow();
        assertEquals(Backfill.Phase.WALKING, next.phase());
        assertEquals(Budget.USUAL, next.budget());
        assertEquals(409, status(start("{\"restart\":true}")));
        assertEquals(202, status(start("{}")));
    }

    @Test
    void it_goes_with_its_source() throws IOException {
        start("");
        assertEquals(204, status(invoke("delete-source", "")));
        assertEquals(Optional.empty(), runs.get(NEWS));
        assertEquals(404, status(start("")));
        assertEquals(404, status(invoke("cancel-backfill", "")));
    }

    @Test
    void the_step_that_deletes_kept_pages_is_enqueued_when_it_is_cancelled_and_with_its_source() throws IOException {
        start("");
        polls.take();
        assertEquals(204, status(invoke("cancel-backfill", "")));
        List<PollJob> cleaning = List.of(PollJob.of(runs.get(NEWS).orElseThrow()));
        assertEquals(BackfillSource.LONGEST_STEP, polls.sent().getFirst().delay());
        assertEquals(cleaning, polls.take());
        assertEquals(204, status(invoke("delete-source", "")));
        assertEquals(cleaning, polls.take());
    }

    @Test
    void a_removal_that_broke_off_after_the_source_was_removed_is_made_good() throws IOException {
        start("");
        assertTrue(sources.remove(NEWS));
        assertEquals(404, status(invoke("delete-source", "")));
        assertEquals(Optional.empty(), runs.get(NEWS));
    }

    @Test
    void a_paused_source_has_none() throws IOException {
        sources.change(NEWS, source -> source.withState(Source.State.PAUSED));
        assertEquals(409, status(start("")));
        assertEquals(List.of(), polls.jobs());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"pages\":0}",
                "{\"pages\":501}",
                "{\"articles\":10001}",
                "{\"until\":\"last year\"}",
                "{\"until\":2020}",
                "{\"until\":\"9999-12-31\"}",
                "{\"until\":\"2026-01-02T12:00:01Z\"}",
                "{\"restart\":1}",
                "{\"from\":\"2020-01-01\"}",
                "[]"
            })
    void a_budget_out_of_bounds_is_refused(String body) throws IOException {
        assertEquals(400, status(start(body)));
        assertEquals(Optional.empty(), runs.get(NEWS));
    }

    private Invocation start(String body) throws IOException {
        return invoke("start-backfill", body);
    }

    private Invocation invoke(String name, String body) throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("manage-library", name));
        event.withObject("/pathParameters").put("id", NEWS.value());
        if (!body.isEmpty()) {
            event.put("body", body);
        } else {
            event.remove("body");
        }
        return Invocation.of(handler, Json.bytes(event));
    }

    private static int status(Invocation invocation) {
        return invocation.answer().path("statusCode").asInt();
    }
}
