package app.lede.managelibrary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.api.UploadTickets;
import app.lede.api.WritingApi;
import app.lede.article.Times;
import app.lede.json.Json;
import app.lede.pipeline.PollJob;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.Invocation;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManageLibraryHandlerTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant MINUTE = Instant.parse("2026-01-02T03:04:00Z");
    private static final String FEED = "https://news.example.org/feed.xml";
    private static final SourceId NEWS = SourceId.ofUrl(FEED);

    private final InMemorySources sources = new InMemorySources();
    private final InMemoryQueue<PollJob> polls = new InMemoryQueue<>();
    private final UploadTickets tickets = (key, type, size) -> new UploadTickets.Ticket(
            "https://bucket.example/" + URLEncoder.encode(key, StandardCharsets.UTF_8) + "?type=" + type + "&size="
                    + size,
            NOW.plusSeconds(900));
    private final InstantSource clock = InstantSource.fixed(NOW);
    private final ManageLibraryHandler handler =
            new ManageLibraryHandler(new WritingApi(sources, polls, tickets, () -> "token", clock), clock);

    static List<String> events() {
        return EventFiles.cases("manage-library");
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_has_its_status_and_one_line(String event) throws IOException {
        sources.add(Source.added(NEWS, FEED, null, NOW));
        Invocation invocation = invoke(event);
        int status =
                switch (event) {
                    case "add-document" -> 201;
                    case "add-document-too-large", "add-source-with-a-broken-body", "add-source-without-a-body" -> 400;
                    case "delete-source" -> 204;
                    default -> 200;
                };
        assertEquals(status, status(invocation));
        assertEquals(List.of(status < 400 ? "answered" : "refused"), invocation.outcomes());
        assertEquals(
                status == 400 ? "application/problem+json" : status == 204 ? "" : "application/json",
                invocation.answer().at("/headers/content-type").asText());
    }

    @ParameterizedTest
    @MethodSource("additions")
    void a_new_source_is_added_and_polled_at_once(String event) throws IOException {
        Invocation invocation = invoke(event);
        assertEquals(201, status(invocation));
        assertEquals(
                "/v1/sources/" + NEWS,
                invocation.answer().at("/headers/location").asText());
        assertEquals(
                "Nachrichten für Übermorgen", sources.get(NEWS).orElseThrow().name());
        assertEquals(List.of(new PollJob(NEWS, MINUTE)), polls.jobs());
    }

    static List<String> additions() {
        return List.of("add-source", "add-source-base64");
    }

    @Test
    void a_source_added_twice_is_one_source() throws IOException {
        invoke("add-source");
        assertEquals(200, status(invoke("add-source-base64")));
        assertEquals(1, sources.all().size());
    }

    @Test
    void a_paused_source_stays_and_is_told_to_be_paused() throws IOException {
        invoke("add-source");
        assertEquals("paused", body(invoke("pause-source")).path("state").asText());
        assertEquals(Source.State.PAUSED, sources.get(NEWS).orElseThrow().state());
    }

    @Test
    void a_source_that_is_not_there_can_be_neither_paused_nor_deleted() throws IOException {
        assertEquals(404, status(invoke("pause-source")));
        assertEquals(404, status(invoke("delete-source")));
    }

    @Test
    void a_deleted_source_is_gone() throws IOException {
        invoke("add-source");
        invoke("delete-source");
        assertEquals(List.of(), sources.all());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void a_list_adds_its_new_sources_and_counts_the_known(String event) throws IOException {
        invoke("add-source");
        JsonNode report = body(invoke(event));
        assertEquals(1, report.path("added").asInt());
        assertEquals(1, report.path("unchanged").asInt());
        assertEquals(2, sources.all().size());
    }

    static List<String> lists() {
        return List.of("import-sources", "import-sources-base64");
    }

    @Test
    void an_upload_gets_a_ticket_for_its_name_type_and_size() throws IOException {
        JsonNode ticket = body(invoke("add-document"));
        assertEquals("inbox/token/Übersicht 1.html", ticket.path("key").asText());
        assertEquals("PUT", ticket.path("method").asText());
        assertEquals("2048", ticket.at("/headers/content-length").asText());
        assertTrue(ticket.path("url").asText().endsWith("?type=text/html&size=2048"));
        assertEquals(
                Times.sortable(NOW.plusSeconds(900)), ticket.path("expires").asText());
    }

    @Test
    void a_fault_is_named_with_its_field() throws IOException {
        assertEquals("size", fault(invoke("add-document-too-large")));
        assertEquals("body", fault(invoke("add-source-with-a-broken-body")));
        assertEquals("body", fault(invoke("add-source-without-a-body")));
        assertEquals(List.of(), sources.all());
    }

    private Invocation invoke(String event) throws IOException {
        return Invocation.of(handler, EventFiles.read("manage-library", event));
    }

    private static int status(Invocation invocation) {
        return invocation.answer().path("statusCode").asInt();
    }

    private static JsonNode body(Invocation invocation) {
        return Json.read(invocation.answer().path("body").asText());
    }

    private static String fault(Invocation invocation) {
        return body(invocation).at("/errors/0/parameter").asText();
    }
}
