package app.lede.managelibrary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.alert.AlertJob;
import app.lede.api.UploadTickets;
import app.lede.api.WritingApi;
import app.lede.article.Times;
import app.lede.backfill.Backfill;
import app.lede.backfill.Budget;
import app.lede.document.DocumentId;
import app.lede.document.DocumentRecord;
import app.lede.document.Erasure;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.document.PartKey;
import app.lede.document.UploadClaims;
import app.lede.export.Export;
import app.lede.export.ExportFormat;
import app.lede.export.ExportId;
import app.lede.fetch.AllowedAddresses;
import app.lede.json.Json;
import app.lede.pipeline.Deletion;
import app.lede.pipeline.DeletionJob;
import app.lede.pipeline.PollJob;
import app.lede.saved.SavedSearch;
import app.lede.saved.SearchId;
import app.lede.saved.Webhook;
import app.lede.source.PollPlan;
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
import app.lede.testkit.TickingClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManageLibraryHandlerTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant MINUTE = Instant.parse("2026-01-02T03:04:00Z");
    private static final String FEED = "https://news.example.org/feed.xml";
    private static final String ARTICLE = "https://news.example.org/2026/01/02/bridge-reopens";
    private static final SourceId NEWS = SourceId.ofUrl(FEED);

    private final InMemorySources sources = new InMemorySources();
    private final InMemoryQueue<PollJob> polls = new InMemoryQueue<>();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();
    private final List<UploadClaims> claims = new ArrayList<>();
    private final UploadTickets tickets = (key, type, size, said) -> {
        claims.add(said);
        return new UploadTickets.Ticket(
                "https://bucket.example/" + URLEncoder.encode(key, StandardCharsets.UTF_8),
                new TreeMap<>(
                        Map.of("content-type", type, "content-length", Long.toString(size), "if-none-match", "*")),
                NOW.plusSeconds(900));
    };
    private final InstantSource clock = InstantSource.fixed(NOW);
    private final InMemoryQueue<AlertJob> alerts = new InMemoryQueue<>();
    private final InMemorySavedSearches searches = new InMemorySavedSearches();
    private final InMemoryExports exports = new InMemoryExports();
    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryBackfills backfills = new InMemoryBackfills();
    private final WritingApi.Outlets outlets = new WritingApi.Outlets(
            articles, searches, alerts, AllowedAddresses.NONE, exports, new InMemoryQueue<>(), false, backfills);
    private final Deletion deletion =
            new Deletion(articles, new InMemoryArticleTexts(), new InMemoryDocuments(), log, clock);
    private final InMemoryQueue<DeletionJob> deletions = new InMemoryQueue<>();
    private final ManageLibraryHandler handler = new ManageLibraryHandler(
            new WritingApi(sources, polls, log, tickets, deletion, deletions, outlets, () -> "token", clock), clock);

    @ParameterizedTest
    @ValueSource(strings = {"pause-source", "delete-source"})
    void the_path_of_subscription_lists_is_no_source(String sample) throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("manage-library", sample));
        event.put("rawPath", "/v1/sources/opml");
        event.withObject("/pathParameters").put("id", "opml");
        Invocation invocation = Invocation.of(handler, Json.bytes(event));
        assertEquals(405, invocation.answer().path("statusCode").asInt());
        assertEquals("OPTIONS, POST", invocation.answer().at("/headers/allow").asText());
    }

    static List<String> events() {
        return EventFiles.cases("manage-library").stream()
                .filter(event -> !event.equals("one-deletion"))
                .toList();
    }

    @Test
    void a_deletion_goes_on_when_its_queue_says_so() throws IOException {
        DocumentRecord record = Samples.outcome(NOW, "inbox/a.html", Outcome.UNREADABLE);
        log.record(record);
        Invocation invocation = invoke("one-deletion");
        assertEquals(List.of(), invocation.failures());
        assertEquals(List.of("deleted"), invocation.outcomes());
        assertTrue(log.get(record.id()).orElseThrow().isDeleted());
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_has_its_status_and_one_line(String event) throws IOException {
        sources.add(Source.added(NEWS, FEED, null, NOW));
        articles.offer(Samples.article(ARTICLE, "words", NOW));
        log.record(Samples.outcome(NOW, "inbox/a.html", Outcome.UNREADABLE));
        searches.add(new SavedSearch(
                new SearchId("b".repeat(52)),
                "Mali",
                "country=ML",
                NOW,
                "0",
                new Webhook("https://hooks.example.org/", "whsec_c2VjcmV0"),
                0,
                false));
        exports.add(
                Export.begun(new ExportId("b".repeat(52)), "lang=de", ExportFormat.CSV, NOW, NOW.plusSeconds(604_800)));
        backfills.add(
                Backfill.begun(NEWS, FEED, new Budget(20, 200, Instant.parse("2020-01-01T00:00:00Z")), null, NOW));
        Invocation invocation = invoke(event);
        int status =
                switch (event) {
                    case "add-document", "save-search" -> 201;
                    case "add-document-too-large", "add-source-with-a-broken-body", "add-source-without-a-body" -> 400;
                    case "delete-source",
                            "delete-article",
                            "delete-document",
                            "delete-search",
                            "cancel-backfill",
                            "cancel-export" -> 204;
                    case "poll-source-now", "start-backfill", "start-export", "test-search" -> 202;
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
        String id = ticket.path("id").asText();
        assertEquals("uploads/" + id + "/Übersicht 1.html", ticket.path("key").asText());
        assertEquals("PUT", ticket.path("method").asText());
        assertEquals("2048", ticket.at("/headers/content-length").asText());
        assertEquals("text/html", ticket.at("/headers/content-type").asText());
        assertEquals("*", ticket.at("/headers/if-none-match").asText());
        assertEquals(
                Times.sortable(NOW.plusSeconds(900)), ticket.path("expires").asText());
    }

    @Test
    void an_upload_is_waited_for_under_the_id_that_its_announcement_will_have() throws IOException {
        Invocation invocation = invoke("add-document");
        JsonNode ticket = body(invocation);
        DocumentId id = new DocumentId(ticket.path("id").asText());
        assertEquals(
                "/v1/documents/" + id,
                invocation.answer().at("/headers/location").asText());
        assertEquals(Outcome.WAITING, log.get(id).orElseThrow().outcome());
        ObjectCreated announced =
                new ObjectCreated(ticket.path("key").asText(), 2_048, "e", "v", "00", NOW.plusSeconds(60));
        assertEquals(id, announced.documentId());
    }

    @Test
    void source_address_and_tags_go_with_the_upload() throws IOException {
        Invocation invocation = posting(
                "add-document",
                "{\"name\":\"a.html\",\"size\":1,\"source\":\"" + NEWS
                        + "\",\"url\":\"https://news.example.org/a\",\"tags\":[\"fluss\",\"Brücke 7\"]}");
        assertEquals(201, status(invocation));
        assertEquals(
                List.of(new UploadClaims(NEWS.value(), "https://news.example.org/a", List.of("fluss", "Brücke 7"))),
                claims);
    }

    @Test
    void what_json_schema_and_people_take_for_sizes_and_addresses_is_taken() throws IOException {
        Invocation invocation =
                posting("add-document", "{\"name\":\"a.html\",\"size\":7.0,\"url\":\"https://überall.example/ö\"}");
        assertEquals(201, status(invocation));
        assertEquals("7", body(invocation).at("/headers/content-length").asText());
        assertEquals(
                "size",
                body(posting("add-document", "{\"name\":\"a.html\",\"size\":7.5}"))
                        .at("/errors/0/parameter")
                        .asText());
    }

    @Test
    void every_fault_of_an_upload_is_named_at_once() throws IOException {
        Invocation invocation = posting(
                "add-document",
                "{\"size\":0,\"source\":\"?\",\"url\":\"ftp://x\",\"tags\":\"one\",\"contentType\":\"text/ö\",\"more\":1}");
        assertEquals(
                List.of("contentType", "more", "name", "size", "source", "tags", "url"),
                body(invocation).path("errors").findValuesAsText("parameter").stream()
                        .sorted()
                        .toList());
    }

    @Test
    void null_is_no_value() throws IOException {
        invoke("add-source");
        assertEquals(400, status(posting("add-source", "{\"url\":\"" + FEED + "\",\"name\":null}")));
        assertEquals(400, status(posting("pause-source", "{\"paused\":null}")));
    }

    @Test
    void a_source_is_polled_when_somebody_asks_unless_it_is_paused() throws IOException {
        assertEquals(404, status(invoke("poll-source-now")));
        invoke("add-source");
        assertEquals(202, status(invoke("poll-source-now")));
        assertEquals(2, polls.jobs().size());
        invoke("pause-source");
        assertEquals(409, status(invoke("poll-source-now")));
    }

    @Test
    void a_list_reports_every_feed_that_it_refused_and_understands_the_feed_scheme() throws IOException {
        String opml = "<opml><body><outline xmlUrl='feed://a.example/rss'/><outline"
                + " xmlUrl='feed:https://b.example/rss'/><outline xmlUrl='gopher://c.example/'/><outline"
                + " xmlUrl='https://user:pass@d.example/'/></body></opml>";
        JsonNode report = body(posting("import-sources", opml));
        assertEquals(2, report.path("added").asInt());
        assertEquals(2, report.path("refused").size());
        assertEquals("gopher://c.example/", report.at("/refused/0/url").asText());
        assertTrue(sources.get(SourceId.ofUrl("http://a.example/rss")).isPresent());
        assertTrue(sources.get(SourceId.ofUrl("https://b.example/rss")).isPresent());
    }

    @Test
    void a_list_that_takes_too_long_says_how_many_are_left() throws IOException {
        StringBuilder opml = new StringBuilder("<opml><body>");
        for (int i = 0; i < 1000; i++) {
            opml.append("<outline xmlUrl='https://a.example/").append(i).append("'/>");
        }
        TickingClock slow = new TickingClock(NOW, Duration.ofSeconds(9));
        ManageLibraryHandler late = new ManageLibraryHandler(
                new WritingApi(sources, polls, log, tickets, deletion, deletions, outlets, () -> "token", slow), clock);
        JsonNode report = body(Invocation.of(
                late, event("import-sources", opml.append("</body></opml>").toString())));
        assertEquals(800, report.path("added").asInt());
        assertEquals(200, report.path("left").asInt());
    }

    @Test
    void the_first_of_a_long_list_are_polled_at_once_and_all_of_it_within_minutes() throws IOException {
        StringBuilder opml = new StringBuilder("<opml><body>");
        for (int i = 0; i < 250; i++) {
            opml.append("<outline xmlUrl='https://a.example/").append(i).append("'/>");
        }
        JsonNode report =
                body(posting("import-sources", opml.append("</body></opml>").toString()));
        assertEquals(250, report.path("added").asInt());
        assertEquals(100, polls.jobs().size());
        Set<SourceId> planned = new HashSet<>();
        for (int minute = 1; minute <= 5; minute++) {
            PollPlan.due(NOW.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60L * minute))
                    .forEach(slot -> planned.addAll(sources.in(slot)));
        }
        assertEquals(250, planned.size());
    }

    private Invocation posting(String event, String body) throws IOException {
        return Invocation.of(handler, event(event, body));
    }

    private static byte[] event(String event, String body) {
        ObjectNode posted = (ObjectNode) Json.read(EventFiles.read("manage-library", event));
        return Json.bytes(posted.put("body", body).put("isBase64Encoded", false));
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

    @Test
    void the_deletion_of_many_parts_goes_on_by_itself() throws IOException {
        DocumentId mailbox = Samples.documentId(NOW, "mails.mbox");
        log.record(new DocumentRecord(mailbox, "inbox/mails.mbox", null, NOW, Outcome.UNPACKED, null, null, 1, 80));
        for (int number = 1; number <= 80; number++) {
            PartKey part = new PartKey(mailbox, number);
            log.record(
                    new DocumentRecord(part.documentId(), part.key(), null, NOW, Outcome.EMPTY, "no words", null, 1));
        }
        Deletion slow = new Deletion(
                articles,
                new InMemoryArticleTexts(),
                new InMemoryDocuments(),
                log,
                new TickingClock(NOW, Duration.ofSeconds(1)));
        ManageLibraryHandler late = new ManageLibraryHandler(
                new WritingApi(sources, polls, log, tickets, slow, deletions, outlets, () -> "token", clock), clock);
        ObjectNode asked = (ObjectNode) Json.read(EventFiles.read("manage-library", "delete-document"));
        asked.withObject("/pathParameters").put("id", mailbox.value());
        Invocation first = Invocation.of(late, Json.bytes(asked));
        assertEquals(202, status(first), first.text());
        assertEquals(80, body(first).path("parts").asInt());
        int deleted = body(first).path("partsDeleted").asInt();
        assertTrue(deleted > 0 && deleted < 80, first.text());
        assertEquals(202, status(Invocation.of(late, Json.bytes(asked))));
        assertEquals(
                List.of(DeletionJob.of(mailbox)), deletions.jobs(), "a repeated request begins no second row of jobs");
        int messages = 0;
        while (!deletions.jobs().isEmpty()) {
            ObjectNode event = Json.object();
            event.putArray("Records")
                    .addObject()
                    .put("messageId", "m" + messages++)
                    .put("eventSource", "aws:sqs")
                    .put("body", Json.text(deletions.take().getFirst()));
            assertEquals(
                    "[]",
                    Invocation.of(late, Json.bytes(event))
                            .answer()
                            .path("batchItemFailures")
                            .toString());
        }
        assertTrue(messages > 1 && messages < 80, "messages: " + messages);
        assertTrue(log.parts(mailbox, 0, 100).stream().allMatch(DocumentRecord::isDeleted));
        assertEquals(204, status(Invocation.of(handler, Json.bytes(asked))));
    }

    @Test
    void the_job_that_goes_on_stands_before_the_first_stretch_which_may_break_off() throws IOException {
        DocumentId mailbox = Samples.documentId(NOW, "mails.mbox");
        log.record(new DocumentRecord(mailbox, "inbox/mails.mbox", null, NOW, Outcome.UNPACKED, null, null, 1, 40));
        Erasure broken = new Erasure() {
            @Override
            public void delete(String key, @Nullable String versionId) {
                throw new IllegalStateException("down");
            }

            @Override
            public void deleteAll(String folder) {
                throw new IllegalStateException("down");
            }
        };
        Deletion dying = new Deletion(articles, new InMemoryArticleTexts(), broken, log, clock);
        ManageLibraryHandler breaking = new ManageLibraryHandler(
                new WritingApi(sources, polls, log, tickets, dying, deletions, outlets, () -> "token", clock), clock);
        ObjectNode asked = (ObjectNode) Json.read(EventFiles.read("manage-library", "delete-document"));
        asked.withObject("/pathParameters").put("id", mailbox.value());
        assertEquals(500, status(Invocation.of(breaking, Json.bytes(asked))));
        assertEquals(List.of(DeletionJob.of(mailbox)), deletions.jobs());
    }

    @Test
    void a_job_for_a_document_that_is_forgotten_ends_as_unknown() throws IOException {
        ObjectNode event = Json.object();
        event.putArray("Records")
                .addObject()
                .put("messageId", "m")
                .put("eventSource", "aws:sqs")
                .put("body", Json.text(DeletionJob.of(Samples.documentId(NOW, "mails.mbox"))));
        assertEquals(
                List.of("unknown"), Invocation.of(handler, Json.bytes(event)).outcomes());
    }
}
