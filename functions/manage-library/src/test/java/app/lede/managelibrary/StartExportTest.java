package app.lede.managelibrary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.alert.AlertJob;
import app.lede.api.FilterParameters;
import app.lede.api.UploadTickets;
import app.lede.api.WritingApi;
import app.lede.export.Export;
import app.lede.export.ExportId;
import app.lede.export.ExportJob;
import app.lede.fetch.AllowedAddresses;
import app.lede.json.Json;
import app.lede.pipeline.Deletion;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
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
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartExportTest {

    private final InMemoryExports exports = new InMemoryExports();
    private final InMemoryQueue<ExportJob> jobs = new InMemoryQueue<>();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();
    private final InstantSource clock = InstantSource.fixed(Samples.NOON);
    private final ManageLibraryHandler handler = new ManageLibraryHandler(
            new WritingApi(
                    new InMemorySources(),
                    new InMemoryQueue<>(),
                    log,
                    (key, type, size, said) -> new UploadTickets.Ticket(key, new TreeMap<>(), Samples.NOON),
                    new Deletion(
                            new InMemoryArticles(), new InMemoryArticleTexts(), new InMemoryDocuments(), log, clock),
                    new WritingApi.Outlets(
                            new InMemoryArticles(),
                            new InMemorySavedSearches(),
                            new InMemoryQueue<AlertJob>(),
                            AllowedAddresses.NONE,
                            exports,
                            jobs,
                            false),
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
        {"filter":"use=ai-train"}                        | filter
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
