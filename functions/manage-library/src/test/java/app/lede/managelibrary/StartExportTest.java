package app.lede.managelibrary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.alert.AlertJob;
import app.lede.api.FilterParameters;
import app.lede.api.UploadTickets;
import app.lede.api.WritingApi;
import app.lede.article.Article;
import app.lede.document.DocumentId;
import app.lede.document.DocumentRecord;
import app.lede.document.Outcome;
import app.lede.export.Export;
import app.lede.export.ExportFormat;
import app.lede.export.ExportId;
import app.lede.export.ExportJob;
import app.lede.fetch.AllowedAddresses;
import app.lede.hash.Digest;
import app.lede.json.Json;
import app.lede.pipeline.Deletion;
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
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartExportTest {

    private final InMemoryExports exports = new InMemoryExports();
    private final InMemoryQueue<ExportJob> jobs = new InMemoryQueue<>();
    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();
    private final InstantSource clock = InstantSource.fixed(Samples.NOON);
    private final ManageLibraryHandler handler = new ManageLibraryHandler(
            new WritingApi(
                    new InMemorySources(),
                    new InMemoryQueue<>(),
                    log,
                    (key, type, size, said) -> new UploadTickets.Ticket(key, new TreeMap<>(), Samples.NOON),
                    new Deletion(articles, new InMemoryArticleTexts(), new InMemoryDocuments(), log, clock),
                    new InMemoryQueue<>(),
                    new WritingApi.Outlets(
                            articles,
                            new InMemorySavedSearches(),
                            new InMemoryQueue<AlertJob>(),
                            AllowedAddresses.NONE,
                            exports,
                            jobs,
                            false,
                            new InMemoryBackfills()),
                    () -> "token",
                    clock),
            clock);

    @Test
    void an_export_ends_with_what_has_arrived_and_begins_when_all_of_it_is_listed() throws IOException {
        JsonNode started =
                Json.read(start("{\"filter\":\"lang=de&to=2030-01-01\"}").text());
        assertEquals(
                "lang=de&to=2026-01-02T12%3A00%3A00.000Z",
                started.path("filter").asText());
        assertEquals("2026-01-09T12:00:00.000Z", started.path("expires").asText());
        assertEquals(Duration.ofSeconds(10), jobs.sent().getFirst().delay());
        Export export = exports.get(new ExportId(started.path("id").asText())).orElseThrow();
        assertEquals(Samples.NOON, FilterParameters.kept(export.filter()).to());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"filter":"from=2026-01-02T12:00:00Z"}           | filter
        {"filter":"from=2027-01-01"}                     | filter
        {"filter":"similar_to=x"}                        | filter
        {"filter":"q=dam"}                               | filter
        {"filter":"use=ai-printing"}                     | filter
        {"format":"parquet"}                             | format
        {"days":7}                                       | days
        """)
    void a_fault_is_named_by_its_field_and_nothing_is_started(String body, String field) throws IOException {
        Invocation refused = start(body);
        assertEquals(400, refused.answer().path("statusCode").asInt());
        assertEquals(field, Json.read(refused.text()).at("/errors/0/parameter").asText());
        assertEquals(List.of(), jobs.jobs());
    }

    @Test
    void a_cancelled_export_is_told_to_its_function() throws IOException {
        String id = Json.read(start("{}").text()).path("id").asText();
        assertEquals(204, cancel(id).answer().path("statusCode").asInt());
        assertEquals(204, cancel(id).answer().path("statusCode").asInt());
        assertEquals(
                Export.State.CANCELLED,
                exports.get(new ExportId(id)).orElseThrow().state());
        assertEquals(3, jobs.jobs().size());
        assertEquals(404, cancel("a".repeat(52)).answer().path("statusCode").asInt());
        assertEquals(404, cancel("../x").answer().path("statusCode").asInt());
    }

    /** Adds an export that is complete. */
    private ExportId complete(String name, String filter) {
        ExportId id = new ExportId(Digest.base32(name));
        Export export = Export.begun(id, filter, ExportFormat.CSV, Samples.NOON, Samples.NOON.plusSeconds(604_800));
        exports.add(export);
        assertTrue(exports.replace(export.in(Export.State.COMPLETE, null)));
        return id;
    }

    private Export.State state(ExportId id) {
        return exports.get(id).orElseThrow().state();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete-article", "delete-document"})
    void exports_that_may_hold_a_deleted_article_are_cancelled_and_no_others(String event) throws IOException {
        Article article = Samples.article("https://news.example.org/1", "words", Samples.NOON.minusSeconds(60));
        articles.offer(article);
        DocumentId document = article.provenance().documentId();
        log.record(new DocumentRecord(
                document,
                "inbox/1",
                null,
                Samples.NOON,
                Outcome.STORED,
                null,
                article.id().value(),
                1));
        String until = "&to=2026-01-02T12%3A00%3A00.000Z";
        ExportId matching = complete("matching", "lang=de" + until);
        ExportId queried = complete("queried", "lang=de&q=other" + until);
        ExportId foreign = complete("foreign", "lang=fr" + until);
        ExportId earlier = complete("earlier", "to=2026-01-01T12%3A00%3A00.000Z");
        ObjectNode request = (ObjectNode) Json.read(EventFiles.read("manage-library", event));
        String id = event.equals("delete-article") ? article.id().value() : document.value();
        request.withObject("/pathParameters").put("id", id);
        Invocation deleted = Invocation.of(handler, Json.bytes(request));
        assertEquals(204, deleted.answer().path("statusCode").asInt(), deleted.text());
        assertEquals(Export.State.CANCELLED, state(matching));
        assertEquals(Export.State.CANCELLED, state(queried));
        assertEquals(Export.State.COMPLETE, state(foreign));
        assertEquals(Export.State.COMPLETE, state(earlier));
        assertEquals(Set.of(new ExportJob(matching), new ExportJob(queried)), Set.copyOf(jobs.jobs()));
        assertTrue(String.valueOf(exports.get(matching).orElseThrow().detail()).contains("was deleted"));
        assertEquals(
                204,
                Invocation.of(handler, Json.bytes(request))
                        .answer()
                        .path("statusCode")
                        .asInt());
        assertEquals(2, jobs.jobs().size(), "asked again");
    }

    private Invocation start(String body) throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("manage-library", "start-export"));
        return Invocation.of(handler, Json.bytes(event.put("body", body)));
    }

    private Invocation cancel(String id) throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("manage-library", "cancel-export"));
        event.withObject("/pathParameters").put("id", id);
        return Invocation.of(handler, Json.bytes(event));
    }
}
