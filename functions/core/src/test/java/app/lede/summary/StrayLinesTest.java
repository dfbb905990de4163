package app.lede.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences that do not belong to the story stand on top of it. */
class StrayLinesTest {

    private static final List<String> STRAYS = List.of(
            "A sheepdog named Biscuit won the regional trials for the third time.",
            "Every gift, however small, keeps our newsroom independent and free for everyone.",
            "The pottery fair attracts exhibitors from eleven countries to the castle courtyard.");

    private final Summariser summariser = new ExtractiveSummariser();

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "\n", " "})
    void sentences_about_something_else_stay_out_however_they_are_separated(String separator) throws IOException {
        String text = String.join(separator, STRAYS) + separator + strike();
        String said = said(text, "en");
        assertTrue(STRAYS.stream().noneMatch(said::contains), said);
        assertTrue(said.startsWith("Dock workers at the port of Lindhaven"), said);
    }

    @Test
    void a_long_line_without_a_full_stop_does_not_run_into_the_story_below_it() throws IOException {
        String text = "Support independent reporting from the coast with a membership today\n" + strike();
        assertFalse(said(text, "en").contains("membership"), said(text, "en"));
    }

    @Test
    void strays_stay_out_of_the_lead_of_other_languages() {
        String text = """
            Ein Schäferhund namens Keks gewann zum dritten Mal die Prüfung.

            Der Hafen von Lindhafen wird seit Donnerstag bestreikt. Die Gewerkschaft der Hafenarbeiter verlangt mehr Lohn.

            Die Hafenbehörde nannte den Streik verantwortungslos. Reeder leiten ihre Schiffe in andere Häfen um.

            Der letzte Streik im Hafen dauerte drei Wochen. Die Gewerkschaft will am Samstag mit der Hafenbehörde reden.\
            """;
        assertTrue(said(text, "de").startsWith("Der Hafen von Lindhafen"), said(text, "de"));
    }

    @Test
    void a_sentence_that_shares_a_word_with_the_headline_belongs_to_the_story() throws IOException {
        String text = STRAYS.getFirst() + "\n\n" + strike();
        String said = String.join(
                " ",
                summariser.summarise(text, null, "Sheepdog trials end early").sentences().stream()
                        .map(Sentence::text)
                        .toList());
        assertTrue(said.contains("sheepdog"), said);
    }

    @Test
    void a_list_of_briefs_is_not_emptied() {
        String text = String.join("\n\n", STRAYS) + "\n\nOil prices fell slightly in the afternoon."
                + "\n\nRain is forecast for the grand prix.\n\nA film about the zip fastener opens this week.";
        assertEquals(
                STRAYS.getFirst(),
                summariser.summarise(text, "de", null).sentences().getFirst().text());
    }

    private String said(String text, String language) {
        return String.join(
                " ",
                summariser.summarise(text, language, null).sentences().stream()
                        .map(Sentence::text)
                        .toList());
    }

    private static String strike() throws IOException {
        try (InputStream in = StrayLinesTest.class.getResourceAsStream("harbour-strike.txt")) {
            assertTrue(in != null);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
