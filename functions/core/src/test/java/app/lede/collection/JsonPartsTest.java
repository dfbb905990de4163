package app.lede.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPartsTest {

    private static final String A = "{\"title\": \"A\", \"text\": \"Say \\\"}{\\\" and [stop\"}";
    private static final String B = "{\"title\":\"B\",\"tags\":[{\"a\":1}],\"content_html\":\"<p>x</p>\"}";

    private static List<String> parts(String text, String name) {
        return PartList.texts(PartList.of(text, name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[%s, %s]",
                " [\n%s\n,\n%s\n]\n",
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"x\", \"items\": [%s, %s]}",
                "{\"status\":\"ok\",\"totalResults\":2,\"articles\":[%s,%s],\"more\":[{\"a\":2}]}",
                "{\"response\":{\"meta\":{\"x\":[1,2],\"y\":[]},\"docs\":[%s,%s]}}",
                "{\"kind\":\"text\",\"items\":[%s,%s],\"meta\":{\"body\":\"x\"},\"type\":\"body\"}",
                "{\"hits\":{\"total\":2,\"hits\":[%s,%s]}}",
                "\uFEFF[%s,%s]"
            })
    void the_objects_of_a_list_are_cut_out_by_their_brackets(String list) {
        assertEquals(List.of(A, B), parts(list.formatted(A, B), "x.json"));
    }

    @ParameterizedTest
    @CsvSource({"titel,inhalt", "headline,article", "titre,contenu", "标题,正文"})
    void the_fields_of_a_list_have_the_names_that_rows_of_tables_have(String title, String text) {
        String one = "{\"" + title + "\": \"The quay\", \"" + text + "\": \"It was opened.\"}";
        assertEquals(List.of(one, one), parts("[" + one + ", " + one + "]", "x.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[%1$s]",
                "%1$s",
                "{\"text\": \"An article.\", \"items\": [%1$s, %2$s]}",
                "[{\"name\": \"no text\"}, {\"name\": \"either\"}]",
                "{\"items\": [%1$s, %2$s], \"body\": \"An article.\"}",
                "{\"items\": [%1$s, %2$s], \"x\": {\"y\": [1]}, \"Headline\": \"An article.\"}",
                "{\"items\": [%1$s, %2$s], \"items\": [%1$s], \"@type\": [\"NewsArticle\"]}",
                "[{\"user\": \"ann\", \"text\": \"First!\"}, {\"user\": \"ben\", \"text\": \"Nice\"}]",
                "{\"@graph\": [%1$s, %2$s]}",
                "[%1$s, {\"text\": \"cut",
                "[1, 2, 3]",
                "{}"
            })
    void an_article_and_lists_without_articles_are_no_collections(String json) {
        assertEquals(List.of(), parts(json.formatted(A, B), "x.json"));
    }

    @Test
    void a_list_that_is_cut_keeps_the_parts_before() {
        assertEquals(List.of(A, B, "unreadable"), parts("[" + A + "," + B + ",{\"text\": \"cut", "x.json"));
    }

    @Test
    void each_line_is_a_part_and_a_broken_one_is_named() {
        String lines = A + "\r\n\n" + B + "\nnonsense\n{\"broken\n" + A;
        List<Part> parts = PartList.of(lines, "x.jsonl");
        assertEquals(List.of(A + "\r\n", B + "\n", "unreadable", "{\"broken\n", A), PartList.texts(parts));
        assertEquals(
                List.of("line 1", "line 3", "line 4", "line 5", "line 6"),
                parts.stream().map(Part::name).toList());
    }

    @Test
    void one_line_is_a_collection_by_the_name_of_the_file_alone() {
        assertEquals(1, parts(A, "x.ndjson").size());
        assertEquals(0, parts(A, "x.json").size());
        assertEquals(0, parts("{\n\"text\": {}\n}", "x.json").size());
    }

    @Test
    void a_line_over_the_bound_is_named() {
        String large = "{\"text\":\"" + "x".repeat(Parts.MAX_PART) + "\"}";
        assertEquals(List.of(A + "\n", "too-large", B), parts(A + "\n" + large + "\n" + B, "x.jsonl"));
    }
}
