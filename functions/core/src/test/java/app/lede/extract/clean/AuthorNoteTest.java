package app.lede.extract.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.article.Block;
import app.lede.extract.page.Passage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorNoteTest {

    private static final String TOLD =
            "The council sold the mill to nineteen weavers for 412,000 crowns on Tuesday. ".repeat(6);

    private static final List<String> AUTHORS = List.of("Ines Lindqvist", "Oskar Blom");

    @Test
    void notes_about_the_authors_end_no_text() {
        assertEquals(
                1,
                AuthorNote.end(
                        text(TOLD, "Ines Lindqvist is a reporter at the Courier.", "Oskar Blom writes about mills."),
                        AUTHORS));
        assertEquals(1, AuthorNote.end(text(TOLD, "*Ines Lindqvist schreibt über Mühlen."), AUTHORS));
    }

    @Test
    void a_paragraph_about_somebody_else_or_within_the_text_stays() {
        assertEquals(2, AuthorNote.end(text(TOLD, "Marta Ekholm is the chairwoman of the weavers."), AUTHORS));
        assertEquals(2, AuthorNote.end(text(TOLD, "Ines Lindqvist bought the first cloth."), AUTHORS));
        assertEquals(
                3,
                AuthorNote.end(text(TOLD, "Ines Lindqvist is a reporter at the Courier.", "The loom stood."), AUTHORS));
        assertEquals(2, AuthorNote.end(text(TOLD, "Ines is the name of the mill."), List.of("Ines")));
    }

    @Test
    void a_text_of_little_else_stays() {
        assertEquals(2, AuthorNote.end(text("Our new reporter.", "Ines Lindqvist is 24 and likes mills."), AUTHORS));
    }

    private static List<Passage> text(String... paragraphs) {
        List<Passage> passages = new ArrayList<>();
        for (String paragraph : paragraphs) {
            passages.add(Passage.plain(Block.Kind.PARAGRAPH, paragraph));
        }
        return passages;
    }
}
