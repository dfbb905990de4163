package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.export.Export;
import app.lede.export.ExportFormat;
import app.lede.export.ExportId;
import app.lede.json.Json;
import app.lede.reprocess.Reprocessing;
import app.lede.testkit.EventFiles;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final Library library = new Library();

    @Test
    void exports_are_listed_latest_first_without_links() throws IOException {
        library.exports().add(export("a", 0));
        library.exports().add(export("b", 1));
        JsonNode items = asked("list-exports");
        assertEquals(2, items.size());
        assertEquals("b".repeat(52), items.at("/0/id").asText());
        assertEquals("running", items.at("/0/state").asText());
        assertTrue(items.at("/0/manifest").isMissingNode());
    }

    @Test
    void of_many_exports_the_latest_hundred_are_listed() throws IOException {
        for (int i = 0; i < 120; i++) {
            library.exports().add(export("" + (char) ('a' + i % 20) + (char) ('a' + i / 20), i));
        }
        assertEquals(100, asked("list-exports").size());
    }

    @Test
    void runs_of_reprocessing_are_listed_with_what_changes() throws IOException {
        Reprocessing begun = Reprocessing.begun(
                "c".repeat(52), Samples.NOON, Samples.NOON.plusSeconds(60), true, 60, 2, Samples.NOON);
        library.reprocessings().add(begun);
        library.reprocessings()
                .replace(new Reprocessing(
                        begun.id(),
                        begun.from(),
                        begun.to(),
                        true,
                        60,
                        2,
                        begun.created(),
                        1,
                        null,
                        true,
                        10,
                        2,
                        1,
                        new TreeMap<>(Map.of("headline", 2L)),
                        List.of(new Reprocessing.Example("a", "headline", null, "Ferry"))));
        JsonNode run = asked("list-reprocessings").path(0);
        assertTrue(run.path("complete").asBoolean());
        assertEquals(2, run.at("/fields/headline").asInt());
        assertEquals("Ferry", run.at("/examples/0/after").asText());
        assertTrue(run.at("/examples/0/before").isMissingNode());
    }

    @Test
    void a_stack_without_either_has_empty_lists() throws IOException {
        assertEquals(0, asked("list-exports").size());
        assertEquals(0, asked("list-reprocessings").size());
    }

    private static Export export(String letters, int minutes) {
        return Export.begun(
                new ExportId(letters.repeat(52 / letters.length())),
                "lang=de",
                ExportFormat.CSV,
                Samples.NOON.plus(Duration.ofMinutes(minutes)),
                Samples.NOON.plus(Duration.ofDays(7)));
    }

    private JsonNode asked(String event) throws IOException {
        Invocation invocation = Invocation.of(
                library.handler(InstantSource.fixed(Samples.NOON)), EventFiles.read("query-articles", event));
        assertEquals(200, invocation.answer().path("statusCode").asInt(), invocation.text());
        return Json.read(invocation.text()).path("items");
    }
}
