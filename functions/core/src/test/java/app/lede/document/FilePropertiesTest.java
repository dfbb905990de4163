package app.lede.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles that programs write for want of one, and titles that begin alike. */
class FilePropertiesTest {

    @Test
    void the_paper_behind_a_name_is_no_person() {
        assertEquals(List.of("Ines Palma"), FileProperties.people("Ines Palma, The Harbour Times"));
        assertEquals(List.of("Ines Palma", "Oskar Blom"), FileProperties.people("Ines Palma, Oskar Blom"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "New document shows fraud",
                "No title for Arsenal",
                "Untitled Goose Game",
                "Unbenannte Gräber",
                "Title 42",
                "1984"
            })
    void titles_that_begin_like_none_are_titles(String title) {
        assertEquals(title, FileProperties.title(title));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Untitled",
                "untitled-1",
                "New Document (2)",
                "No title",
                "Document 3",
                "Unbenannt",
                "Sans titre",
                "无标题",
                "無題",
                "НАЗВАНИЕ ОТСУТСТВУЕТ",
                "Microsoft Word - quay",
                "quay.indd"
            })
    void titles_of_programs_are_none(String title) {
        assertNull(FileProperties.title(title));
    }
}
