package app.lede.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Harbour Mail",
                "Harbour Gazette",
                "HARBOUR TIMES",
                "Lindholmer Zeitung",
                "Dagens Nyheter",
                "Gazeta Portowa",
                "Corriere del Porto",
                "Портовые Ведомости",
                "Washington Post",
                " El País "
            })
    void papers_and_agencies_are_known_by_their_words(String name) {
        assertTrue(PaperName.is(name), name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Emily Post",
                "Gretchen Daily",
                "Freddie Mercury",
                "Theresa Courier",
                "Sunday Adeyemi",
                "Le Van Minh",
                "Times",
                "Ines Lindqvist",
                ""
            })
    void people_are_no_papers(String name) {
        assertFalse(PaperName.is(name), name);
    }

    @ParameterizedTest
    @CsvSource({
        "'Ines Lindqvist, Harbour Times', Ines Lindqvist",
        "'Ines Lindqvist, Oskar Blom', 'Ines Lindqvist, Oskar Blom'",
        "'Lindqvist, Ines', 'Lindqvist, Ines'",
        "'Harbour Times', Harbour Times",
        "', Harbour Times', ', Harbour Times'"
    })
    void only_a_paper_behind_a_comma_is_removed(String byline, String rest) {
        assertEquals(rest, PaperName.without(byline));
    }
}
