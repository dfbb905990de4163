package app.lede.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LengthTest {

    private final ExtractiveSummariser summariser = new ExtractiveSummariser();

    @Test
    void a_headline_is_one_brief_sentence() throws IOException {
        List<Sentence> sentences = summarised(Length.HEADLINE);
        assertEquals(1, sentences.size());
        assertTrue(words(sentences.getFirst()) <= 35, sentences.getFirst().text());
    }

    @Test
    void a_headline_does_not_refer_to_a_sentence_that_is_missing() {
        String text =
                "The ferry across the Orrin ".repeat(8) + "sails again from Monday.\n\nBut they say the ferry is old."
                        + "\n\nThe ferry takes forty cars and two hundred passengers.";
        assertEquals(
                "The ferry takes forty cars and two hundred passengers.",
                summariser
                        .summarise(text, "en", "Ferry to sail again", Length.HEADLINE)
                        .sentences()
                        .getFirst()
                        .text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The vessel said its engines had failed off the coast on Tuesday night.",
                "en | He promised on Tuesday that the ferry would sail again within a week.",
                "en | Another ferry of the company lay idle in the harbour on Tuesday night.",
                "en | Meanwhile the ferry company sold two of its older boats on Tuesday.",
                "fr | Il a promis mardi que le ferry naviguerait de nouveau dans une semaine.",
                "fr | Le navire a perdu son moteur au large de la côte mardi soir, selon lui.",
                "fr | L’armateur avait pourtant promis mardi une nouvelle liaison avec le ferry.",
                "es | El buque perdió el motor frente a la costa el martes por la noche.",
                "es | Añadió que el ferry volverá a navegar en una semana como estaba previsto.",
                "de | Sie versprach am Dienstag, dass die Fähre in einer Woche wieder fährt.",
                "de | Das Schiff lag am Dienstag mit einem Schaden an der Maschine vor der Küste.",
                "it | La nave ha perso il motore al largo della costa martedì sera con il mare calmo.",
                "pt | O navio perdeu o motor ao largo da costa na terça-feira à noite em mar calmo.",
                "ru | Она пообещала во вторник, что паром снова выйдет в море через неделю."
            })
    void a_headline_opens_with_no_reference(String language, String referring) {
        String alone = "Ferry Orrin 2 sails Monday with forty cars, Aldo Berg Lines says.";
        String text =
                ("Orrin ferry ferry ferry harbour Orrin engines coast " + "and many more words ".repeat(10)).strip()
                        + ".\n\n" + referring + "\n\n" + alone;
        assertEquals(
                alone,
                summariser
                        .summarise(text, language, "Orrin 2 sails again", Length.HEADLINE)
                        .sentences()
                        .getFirst()
                        .text());
    }

    @Test
    void a_noun_of_the_headline_may_open_a_headline() {
        String known = "The ferry takes forty cars and two hundred passengers.";
        String text = "The company across the Orrin ".repeat(8) + "sails again.\n\n" + known
                + "\n\nThe vessel was built by hand in a yard near the coast.";
        assertEquals(
                known,
                summariser
                        .summarise(text, "en", "A new ferry for the Orrin", Length.HEADLINE)
                        .sentences()
                        .getFirst()
                        .text());
    }

    @Test
    void three_sentences_are_the_first_three() throws IOException {
        List<Sentence> whole = Sentences.split(strike(), "en");
        assertEquals(whole.subList(0, 3), summarised(Length.THREE_SENTENCES));
    }

    @Test
    void key_points_are_separate_sentences_from_the_whole_text() throws IOException {
        List<Sentence> points = summarised(Length.KEY_POINTS);
        assertEquals(5, points.size());
        assertTrue(points.getLast().start() > strike().length() / 2, points.toString());
    }

    @Test
    void lengths_have_names() {
        assertEquals(Optional.of(Length.KEY_POINTS), Length.of("key-points"));
        assertEquals(Optional.empty(), Length.of("epic"));
    }

    @ParameterizedTest
    @EnumSource
    void no_length_is_empty_for_a_text_that_says_something(Length length) {
        for (String text : List.of("Rain.", "word ".repeat(500), "Ja. Nein. Ja. Nein.", "中文没有句号", "-")) {
            assertTrue(
                    !summariser.summarise(text, null, null, length).sentences().isEmpty(), text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sentences_stand_in_the_order_of_the_article(Length length) throws IOException {
        int last = -1;
        for (Sentence sentence : summarised(length)) {
            assertTrue(sentence.start() > last);
            last = sentence.start();
        }
    }

    private List<Sentence> summarised(Length length) throws IOException {
        return summariser.summarise(strike(), "en", null, length).sentences();
    }

    private static int words(Sentence sentence) {
        return sentence.text().split("\\s+").length;
    }

    private static String strike() throws IOException {
        try (InputStream in = LengthTest.class.getResourceAsStream("harbour-strike.txt")) {
            assertTrue(in != null);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
