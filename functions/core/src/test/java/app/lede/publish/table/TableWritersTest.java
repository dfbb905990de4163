package app.lede.publish.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableWritersTest {

    @Test
    void a_row_reads_back_field_by_field() {
        List<List<String>> rows = rows(CsvWriter.write(List.of(article("Flut, \"Dürre\"\r\nund 3 % mehr"))));
        assertEquals(CsvWriter.COLUMNS, rows.getFirst());
        List<String> row = rows.get(1);
        assertEquals(CsvWriter.COLUMNS.size(), row.size());
        assertEquals("Flut, \"Dürre\"\r\nund 3 % mehr", field(row, "headline"));
        assertEquals("Ann Obi; Léa Roy", field(row, "author"));
        assertEquals("The river rose. It fell.", field(row, "summary"));
        assertEquals("", field(row, "datePublished"));
        assertEquals("", field(row, "url"));
        assertEquals("417", field(row, "wordCount"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"https://evil.example\")",
                "+1",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                " =1",
                "\u00a0=1",
                "\uff1d1+1",
                "\u0000=1",
                "\ttabbed"
            })
    void no_field_is_computed_by_a_spreadsheet(String formula) {
        String field = field(rows(CsvWriter.write(List.of(article(formula)))).get(1), "headline");
        assertTrue(field.startsWith("'"), field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a = b", "1-2", "'quoted'", "e@mail", "— dash", "−5 °C", ""})
    void other_fields_stay_as_they_are(String text) {
        assertEquals(text, field(rows(CsvWriter.write(List.of(article(text)))).get(1), "headline"));
    }

    @Test
    void json_lines_hold_one_record_each() {
        ObjectNode article = article("two\nlines\u2028three");
        List<String> lines =
                JsonLinesWriter.write(List.of(article, article)).lines().toList();
        assertEquals(2, lines.size());
        assertEquals(article, Json.read(lines.getLast()));
        assertEquals("", JsonLinesWriter.write(List.of()));
    }

    private static ObjectNode article(String headline) {
        ObjectNode json =
                Json.object().put("id", "aaaa").put("headline", headline).put("wordCount", 417);
        json.putNull("datePublished");
        json.putArray("author").add("Ann Obi").add("Léa Roy");
        ObjectNode summary = json.putObject("summary");
        summary.putArray("sentences").addObject().put("text", "The river rose.");
        summary.withArray("sentences").addObject().put("text", "It fell.");
        return json;
    }

    private static String field(List<String> row, String column) {
        return row.get(CsvWriter.COLUMNS.indexOf(column));
    }

    /** Reads CSV as RFC 4180 has it and nothing more: every other form fails. */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        int at = 0;
        while (at < csv.length()) {
            List<String> row = new ArrayList<>();
            do {
                assertEquals('"', csv.charAt(at++));
                StringBuilder field = new StringBuilder();
                for (; csv.charAt(at) != '"' || csv.charAt(at + 1) == '"'; at++) {
                    at += csv.charAt(at) == '"' ? 1 : 0;
                    field.append(csv.charAt(at));
                }
                row.add(field.toString());
                at++;
            } while (csv.charAt(at++) == ',');
            assertEquals("\r\n", csv.substring(at - 1, ++at));
            rows.add(row);
        }
        assertFalse(rows.isEmpty());
        return rows;
    }
}
