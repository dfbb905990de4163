package app.lede.managelibrary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.api.WritingApi;
import app.lede.backfill.Backfill;
import app.lede.backfill.Budget;
import app.lede.document.Outcome;
import app.lede.export.Export;
import app.lede.export.ExportFormat;
import app.lede.export.ExportId;
import app.lede.json.Json;
import app.lede.pipeline.PollJob;
import app.lede.saved.SavedSearch;
import app.lede.saved.SearchId;
import app.lede.saved.Webhook;
import app.lede.source.PollPlan;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.testkit.EventFiles;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import app.lede.testkit.TickingClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManageLibraryHandlerTest extends ManagedLibrary {

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

    @Test
    void a_new_source_gives_one_reason_for_its_interval() throws IOException {
        var source = body(invoke("add-source"));
        assertEquals(5, source.path("intervalMinutes").asInt());
        assertEquals(
                "the shortest interval until the first poll, which finds the source's own",
                source.path("nextPollBecause").asText());
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

    @Test
    void a_fault_is_named_with_its_field() throws IOException {
        assertEquals("size", fault(invoke("add-document-too-large")));
        assertEquals("body", fault(invoke("add-source-with-a-broken-body")));
        assertEquals("body", fault(invoke("add-source-without-a-body")));
        assertEquals(List.of(), sources.all());
    }
}
