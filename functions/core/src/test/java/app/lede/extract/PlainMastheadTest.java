package app.lede.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.PublishedDate;
import app.lede.document.RawDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authors and dates that plain texts show between headline and text. */
class PlainMastheadTest {

    private static final String TEXT =
            "The harbour opened its second quay on Tuesday, two years after a storm broke three of its pillars, and the"
                    + " ferries sail every forty minutes again.";

    private static Extracted read(String text, String name) {
        RawDocument document = new RawDocument(text.getBytes(StandardCharsets.UTF_8), null, name, null);
        return assertInstanceOf(Extracted.class, new ArticleExtractor().extract(document));
    }

    @ParameterizedTest
    @CsvSource({
        "By Ines Palma,4 March 2026,a.txt",
        "Von Ines Palma,4. März 2026,a.txt",
        "Par Ines Palma,4 mars 2026,a.txt",
        "By Ines Palma,4 March 2026,a.md"
    })
    void are_metadata_and_no_text(String byline, String date, String name) {
        for (String between : List.of("\n", "\n\n")) {
            boolean markdown = name.endsWith("md");
            String head = (markdown ? "# " : "") + "Second quay opens\n\n";
            Extracted found =
                    read(head + byline + (markdown ? "\n\n" : between) + date + "\n\n" + TEXT + "\n\n" + TEXT, name);
            assertEquals("Second quay opens", found.metadata().headline());
            assertEquals(List.of("Ines Palma"), found.metadata().authors());
            assertEquals("2026-03-04", date(found));
            assertEquals(TEXT, found.blocks().getFirst().text());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'By Ines Palma, The Harbour Times',4 March 2026,Ines Palma",
        "文・田中花子,2026年3月4日,田中花子",
        "記者　田中花子,2026年3月4日,田中花子",
        "編集委員・田中花子,2026年3月4日,田中花子",
        "김서연 기자,2026년 3월 4일,김서연"
    })
    void are_no_text_with_a_paper_or_a_label_beside_the_name(String byline, String date, String author) {
        Extracted found = read("Second quay opens\n\n" + byline + "\n" + date + "\n\n" + TEXT + "\n\n" + TEXT, "a.txt");
        assertEquals(List.of(author), found.metadata().authors());
        assertEquals("2026-03-04", date(found));
        assertEquals(TEXT, found.blocks().getFirst().text());
    }

    private static String date(Extracted found) {
        PublishedDate date = found.metadata().datePublished();
        return date == null ? "" : date.value();
    }

    @ParameterizedTest
    @CsvSource({
        "PRESSEMITTEILUNG,Sperrfrist: 4. März 2026",
        "Press release,FOR IMMEDIATE RELEASE",
        "Communiqué de presse,Embargo : jeudi",
        "プレスリリース,プレスリリース"
    })
    void the_labels_of_a_press_release_are_no_headline(String first, String second) {
        Extracted found = read(first + "\n\n" + second + "\n\nSecond quay opens\n\n" + TEXT + "\n\n" + TEXT, "a.txt");
        assertEquals("Second quay opens", found.metadata().headline());
        assertEquals(TEXT, found.blocks().getFirst().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Embargo on Iranian oil takes effect",
                "Embargo: Iran sells its oil elsewhere",
                "Sperrfrist für Wahlumfragen verlängert",
                "Embargo ends on Tuesday"
            })
    void a_headline_about_an_embargo_is_one(String headline) {
        Extracted found = read(headline + "\n\nThe harbour waits\n\n" + TEXT + "\n\n" + TEXT, "a.txt");
        assertEquals(headline, found.metadata().headline());
    }

    @Test
    void an_embargo_above_nothing_but_text_stays() {
        Extracted found = read("Embargo until 2027\n\n" + TEXT + "\n\n" + TEXT, "a.txt");
        assertEquals("Embargo until 2027", found.metadata().headline());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Embargoed until 00:01 GMT, Thursday 5 March 2026",
                "Sperrfrist: Dienstag, 4. März 2026, 10 Uhr",
                "EMBARGO jusqu'au 4 mars 2026 à 10h",
                "Embargo hasta el jueves",
                "Para divulgação imediata"
            })
    void an_embargo_with_its_end_is_no_headline(String label) {
        Extracted found = read(label + "\n\nSecond quay opens\n\n" + TEXT + "\n\n" + TEXT, "a.txt");
        assertEquals("Second quay opens", found.metadata().headline());
    }

    @ParameterizedTest
    @ValueSource(strings = {"By the sea", "4 May 2025 will be remembered in Lindholm", "4 May 2025 changed everything"})
    void a_line_that_begins_like_a_byline_or_a_date_is_text(String line) {
        Extracted found = read("Second quay opens\n\n" + line + "\n\n" + TEXT + "\n\n" + TEXT, "a.txt");
        assertEquals(List.of(), found.metadata().authors());
        assertNull(found.metadata().datePublished());
        assertTrue(found.text().contains(line), found.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4 March 2026",
                "Published on Wednesday, 4 March 2026 at 10:12 CET",
                "Lindholm, 4 March 2026 (Courier) –",
                "Ines Palma | 4 March 2026 | Harbour",
                "Published 4 March 2026, updated 5 March 2026",
                "Mittwoch, 4. März 2026, 10:12 Uhr",
                "2026年3月4日 10時12分",
                "2026. március 4."
            })
    void a_line_of_little_but_a_date_is_that_of_the_article(String line) {
        assertEquals("2026-03-04", date(read("Second quay opens\n\n" + line + "\n\n" + TEXT + "\n\n" + TEXT, "a.txt")));
    }

    @Test
    void a_date_within_the_text_is_none_of_the_article() {
        Extracted found =
                read("Second quay opens\n\n" + TEXT + "\n\nIt was begun on 4 March 2024.\n\n" + TEXT, "a.txt");
        assertNull(found.metadata().datePublished());
        assertEquals(List.of(), found.metadata().authors());
    }
}
