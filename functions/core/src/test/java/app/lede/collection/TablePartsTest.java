package app.lede.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.ObjectContent;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablePartsTest {

    private static List<String> rows(String table) {
        return PartList.texts(PartList.of(table, "x.csv"));
    }

    @Test
    void each_row_is_an_article_under_the_names_of_the_header() {
        assertEquals(
                List.of(
                        "{\"title\":\"Ferry\",\"Full text\":\"It sails, \\\"daily\\\".\\nAnd back.\"}",
                        "{\"title\":\"5\\\" pipe\",\"Full text\":\"It leaks\"}"),
                rows("""
                    title,url,Full text\r
                    Ferry,,"It sails, ""daily"".
                    And back."\r
                    \r
                    5" pipe,,It leaks\
                    """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Titel;Inhalt\nBrücke;Sie ist offen.\n",
                "Titre\tContenu\nPont\tIl est ouvert.\n",
                "sep=|\nTítulo|Texto\nPuente|Está abierto.\n",
                "\uFEFFsep=;\r\nTítulo;Texto\r\nPuente;Está abierto.\r\n",
                "\uFEFFheadline,body_html\nBridge,<p>It is open.</p>\n"
            })
    void separators_and_languages_of_headers_are_recognised(String table) {
        assertEquals(1, rows(table).size());
    }

    @Test
    void the_charset_is_that_of_the_file() {
        byte[] table =
                "Titel;Inhalt\nBrücke;Die Brücke ist größer als früher und für größere Züge gedacht, sagte der Bürgermeister am Dienstag in Köln.\n"
                        .getBytes(Charset.forName("windows-1252"));
        assertEquals(
                List.of("{\"Titel\":\"Brücke\",\"Inhalt\":\"Die Brücke ist größer als früher und für größere Züge"
                        + " gedacht, sagte der Bürgermeister am Dienstag in Köln.\"}"),
                PartList.texts(PartList.of(table, "x.csv")));
    }

    @Test
    void a_row_without_a_text_is_named() {
        assertEquals(List.of("empty", "{\"title\":\"Pier\",\"text\":\"x\"}"), rows("title,text\nFerry,\nPier,x\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The text, which is long, begins here\nand goes on, with commas\n",
                "text\nnot a table\n",
                "A note, short\nand another line\n",
                "id,remark\n3,The ferry sails again every day from the old quay\n"
            })
    void prose_and_tables_with_unnamed_texts_are_no_collections(String text) {
        assertEquals(List.of(), rows(text));
    }

    @Test
    void a_table_without_a_column_of_texts_is_refused_with_advice() {
        UncheckedIOException refused = assertThrows(
                UncheckedIOException.class,
                () -> PartList.of("name,price\nRope,3\nSail,90\nAnchor,40\n", "prices.csv"));
        assertTrue(String.valueOf(refused.getMessage()).contains("name that column text"), refused::toString);
    }

    @Test
    void prose_that_begins_with_the_name_of_a_column_is_no_table() {
        String text = "Text, pictures and more\n\nThe ferry sails, daily\n";
        assertEquals(List.of(), PartList.of(text, "x.txt"));
        assertEquals(1, PartList.of("title,text\na,b\n", "x.txt").size());
    }

    @Test
    void rows_without_a_headline_or_a_text_of_some_words_are_no_articles() {
        assertEquals(List.of("empty", "empty"), rows("user,text,likes\nann,First!,3\nben,Nice one,0\n"));
        assertEquals(List.of("empty"), rows("name,price,content\nRope,3,20 m\n"));
        assertEquals(List.of(), PartList.of("text,author\nFirst!,ann\n", "x.txt"));
        assertEquals(List.of(), rows("title,text,date\n"));
        assertEquals(
                1,
                rows("id,text\n1,The ferry sails again every day from the old quay\n")
                        .size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title,url,time_added,tags,status\nFerry,https://x.example/1,17,,unread\n",
                "name,price,description\nRope,3,20 m\n"
            })
    void a_table_without_texts_is_refused(String table) {
        ReadingRefused refused = assertThrows(
                ReadingRefused.class,
                () -> CollectionReader.open(ObjectContent.of(table.getBytes(StandardCharsets.UTF_8)), "x.csv"));
        assertEquals(Problem.UNKNOWN_TYPE, refused.problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"title,text\na,b\nc,\"d\ne,f", "title,text\na,b\nc", "title,text,date\na,b,2026-11-20\nc,d"})
    void a_row_that_was_cut_off_is_named(String table) {
        List<String> rows = rows(table);
        assertEquals(2, rows.size());
        assertEquals("encoding", rows.getLast());
    }

    @Test
    void a_last_row_without_values_that_others_lack_too_is_whole() {
        assertEquals(2, rows("title,text,date\na,b\nc,d").size());
        assertEquals(
                0,
                rows("title,text,date\na,b\nc,d").stream()
                        .filter("encoding"::equals)
                        .count());
    }

    @Test
    void a_byte_order_mark_is_no_part_of_a_name() {
        byte[] table = "\uFEFFtext\ttitle\nx\ty\n".getBytes(StandardCharsets.UTF_16LE);
        assertEquals(List.of("{\"text\":\"x\",\"title\":\"y\"}"), PartList.texts(PartList.of(table, "x.tsv")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Titulek;Článek;Autor",
                "Cím;Szöveg;Szerző",
                "Başlık;Metin;Yazar",
                "Overskrift;Brødtekst;Forfatter"
            })
    void headers_may_be_in_many_languages(String header) {
        String table = header + "\nFerry;The ferry sails again on Friday.;Ines Palma\n";
        assertTrue(rows(table).getFirst().contains("The ferry sails"), () -> rows(table)
                .toString());
    }
}
