package app.lede.local.command.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.local.command.terminal.RecordedTerminal;
import app.lede.local.command.terminal.TextColumns;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RecordedTerminal recorded = new RecordedTerminal();
    private final Report report = new Report(recorded.terminal());

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ReportTest.class.getResourceAsStream(name)) {
            assertTrue(in != null, "no such fixture: " + name);
            return in.readAllBytes();
        }
    }

    private static Arrival.Document polled(String key, String article) throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(resource(article));
        String id = json.path("id").asText();
        return new Arrival.Document(
                Optional.empty(),
                new DocumentRow("doc-" + key, key, "stored", Optional.empty(), Optional.of(id)),
                Optional.of(json));
    }

    private static Arrival.Document uploaded(String file, String outcome, String detail) {
        return new Arrival.Document(
                Optional.of(file),
                new DocumentRow("doc-" + file, "inbox/" + file, outcome, Optional.of(detail), Optional.empty()),
                Optional.empty());
    }

    private static Arrival mixed() throws IOException {
        return new Arrival(
                List.of(
                        uploaded("empty.txt", "empty", "no bytes"),
                        polled("web/1", "long-english.json"),
                        polled("web/2", "chinese-without-facts.json")),
                List.of(new SourceRow("s1", "http://127.0.0.1:8000/feed.xml", Optional.of("read"), "7 entries")),
                List.of("lost.html"));
    }

    @Test
    void a_run_is_a_table_that_ends_with_the_counts() throws IOException {
        report.table(mixed(), List.of());
        assertEquals(
                new String(resource("table.txt"), StandardCharsets.UTF_8),
                String.join("\n", recorded.results()) + "\n");
    }

    @Test
    void no_line_of_the_table_is_wider_than_110_columns() throws IOException {
        report.table(mixed(), List.of());
        for (String line : recorded.results()) {
            assertTrue(TextColumns.width(line) <= 110, line);
        }
    }

    @Test
    void as_json_each_document_is_one_record_and_the_counts_are_a_message() throws IOException {
        report.json(mixed(), List.of());
        assertEquals(3, recorded.results().size());
        assertEquals(
                JSON.readTree("{\"id\":\"doc-empty.txt\",\"file\":\"empty.txt\",\"key\":\"inbox/empty.txt\","
                        + "\"outcome\":\"empty\",\"detail\":\"no bytes\"}"),
                JSON.readTree(recorded.results().get(0)));
        assertEquals(
                "Goods trains from May",
                JSON.readTree(recorded.results().get(1)).path("headline").asText());
        assertTrue(
                JSON.readTree(recorded.results().get(2)).path("datePublished").isNull());
        assertEquals("2 stored, 1 empty, 1 lost\nlost: lost.html\n", recorded.messages());
    }

    @Test
    void stories_stand_between_the_articles_and_the_counts() throws IOException {
        List<JsonNode> stories = List.of(JSON.readTree("{\"id\":\"a\",\"headline\":\"Lamp lit by hand\",\"reports\":3,"
                + "\"voices\":2,\"publishers\":[\"courier.example\",\"gazette.example\"]}"));
        report.table(mixed(), stories);
        List<String> table = recorded.results();
        int at = table.indexOf("story: Lamp lit by hand");
        assertEquals(
                List.of("    3 reports, 2 independent: courier.example, gazette.example", ""),
                table.subList(at + 1, at + 3));
        assertEquals(table.size() - 1, at + 3);
        report.json(mixed(), stories);
        assertEquals(
                "a", JSON.readTree(recorded.results().getLast()).at("/story/id").asText());
    }
}
