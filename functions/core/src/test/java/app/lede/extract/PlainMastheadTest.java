package app.lede.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.lede.article.PublishedDate;
import app.lede.document.RawDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void a_date_within_the_text_is_none_of_the_article() {
        Extracted found =
                read("Second quay opens\n\n" + TEXT + "\n\nIt was begun on 4 March 2024.\n\n" + TEXT, "a.txt");
        assertNull(found.metadata().datePublished());
        assertEquals(List.of(), found.metadata().authors());
    }
}
