package app.lede.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.DocumentMetadata.Term;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles in JSON are read under the names of agencies, reading lists and databases. */
class ArticleInJsonTest {

    private static Reading read(String json) {
        return new DocumentReader()
                .read(new RawDocument(json.getBytes(StandardCharsets.UTF_8), "application/json", "a.json", null));
    }

    private static Map<Term, List<String>> terms(String json) {
        return read(json).about().terms();
    }

    @Test
    void a_news_agency_s_item_is_read() {
        Map<Term, List<String>> one = terms("""
            {"uri": "urn:x:1", "versioncreated": "2026-11-20T18:02:00Z", "language": "no", "headline": "Ferje",
             "byline": "Av Brit Olavsen", "body_xhtml": "<p>Ferja går.</p>", "usageterms": "none"}
            """);
        assertEquals(List.of("Ferje"), one.get(Term.HEADLINE));
        assertEquals(List.of("Brit Olavsen"), one.get(Term.AUTHOR));
        assertEquals(List.of("2026-11-20T18:02:00Z"), one.get(Term.PUBLISHED));
        assertEquals(null, one.get(Term.URL));
        Map<Term, List<String>> two = terms("""
            {"headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "The ferry sails"}],
             "bodies": [{"role": "main", "value": "<p>It sails.</p>"}], "by": "By Brit Olavsen"}
            """);
        assertEquals(List.of("The ferry sails"), two.get(Term.HEADLINE));
        assertEquals(List.of("Brit Olavsen"), two.get(Term.AUTHOR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"body_html", "body_xhtml", "body_text"})
    void each_form_of_an_agency_s_text_is_one(String field) {
        assertEquals(
                List.of("Ferje"),
                terms("{\"headline\": \"Ferje\", \"" + field + "\": \"Ferja går.\"}")
                        .get(Term.HEADLINE));
        assertTrue(read("{\"headline\": \"Ferje\", \"" + field + "\": \"<p>Ferja går.</p>\"}") instanceof Reading.Page);
    }

    @Test
    void the_paper_behind_a_name_is_no_part_of_it() {
        assertEquals(
                List.of("Brit Olavsen"),
                terms("{\"headline\": \"Ferje\", \"text\": \"Ferja går.\", \"byline\": \"By Brit Olavsen,"
                                + " Harbour Times\"}")
                        .get(Term.AUTHOR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"Ferry\",\"content\":\"<p>x</p>\",\"published_at\":\"2026-11-20T18:02:00Z\",\"published_by\":[\"Brit\"],\"url\":\"https://x.example/1\"}",
                "{\"title\":{\"rendered\":\"Ferry\"},\"content\":{\"rendered\":\"<p>x</p>\"},\"date\":\"2026-11-20T18:02:00Z\",\"link\":\"https://x.example/1\",\"author\":\"Brit\"}",
                "{\"Headline\":\"Ferry\",\"Full Text\":\"x\",\"Publication"
                        + " Date\":\"2026-11-20T18:02:00Z\",\"Byline\":\"Brit\",\"URL\":\"https://x.example/1\"}",
                "{\"Titel\":\"Ferry\",\"Volltext\":\"x\",\"Datum\":\"2026-11-20T18:02:00Z\",\"Autor\":\"Brit\",\"link\":\"https://x.example/1\"}",
                "{\"_source\":{\"title\":\"Ferry\",\"maintext\":\"x\",\"date_publish\":1795197720,\"authors\":[\"Brit\"],\"url\":\"https://x.example/1\"}}",
                "{\"id\":\"https://x.example/1\",\"title\":\"Ferry\",\"content_html\":\"<p>x</p>\",\"date_published\":1795197720000,\"authors\":[{\"name\":\"Brit\"}]}"
            })
    void the_names_of_reading_lists_search_answers_and_databases_are_known(String json) {
        Map<Term, List<String>> terms = terms(json);
        assertEquals(List.of("Ferry"), terms.get(Term.HEADLINE));
        assertEquals(List.of("Brit"), terms.get(Term.AUTHOR));
        assertEquals(List.of("2026-11-20T18:02:00Z"), terms.get(Term.PUBLISHED));
        assertEquals(List.of("https://x.example/1"), terms.get(Term.URL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25.03.2024|2024-03-25",
                "26.03.2024 10:12|2024-03-26T10:12",
                "3/25/2024|2024-03-25",
                "25/03/2024|2024-03-25",
                "March 25, 2024|2024-03-25",
                "2024-03-25 10:12|2024-03-25 10:12",
                "3/4/2024|3/4/2024"
            })
    void dates_of_spreadsheets_are_read_where_they_are_unambiguous(String written, String read) {
        assertEquals(
                List.of(read),
                terms("{\"text\": \"x\", \"date\": \"" + written + "\"}").get(Term.PUBLISHED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"headline\": {\"main\": \"Ferry & pier\"}, \"text\": \"x\"}",
                "{\"webTitle\": \"Ferry & pier\", \"fields\": {\"body\": \"<p>It sails.</p>\"}}",
                "{\"title\": {\"rendered\": \"<em>Ferry</em> &#038; pier\"}, \"content\": {\"rendered\": \"<p>x</p>\"}}"
            })
    void headlines_and_texts_in_objects_of_their_own_are_found(String json) {
        assertEquals(List.of("Ferry & pier"), terms(json).get(Term.HEADLINE));
    }

    @Test
    void an_object_without_a_text_says_so() {
        Reading.Unreadable reading =
                assertInstanceOf(Reading.Unreadable.class, read("{\"title\": \"x\", \"text\": 7}"));
        assertEquals(Reading.Problem.UNKNOWN_TYPE, reading.problem());
    }
}
