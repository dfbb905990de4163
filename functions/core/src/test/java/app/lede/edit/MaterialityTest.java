package app.lede.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaterialityTest {

    private static final String TEXT =
            "The ferry left Bamako at dawn with 40 goats on board. The captain, Awa Traoré, said the river was"
                    + " low.\n\n"
                    + "“We go slowly”, she said. The goats were to be sold in Ségou before the feast, where prices have"
                    + " gone up since the spring.\n\n"
                    + "The company hopes for rain, since the boats touch the sand when the river is low.";

    private static Materiality of(String before, String after) {
        List<Edit> edits = new ArrayList<>(Edits.ofTexts(before, after, "en"));
        return Materiality.of(edits, Math.max(1, Math.max(Words.count(before), Words.count(after))), "en");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at dawn                | at daybreak          | false",
                "40 goats               | 41 goats             | true",
                "Awa Traoré             | Awa Diarra           | true",
                "since the boats touch the sand | since the boats never touch the sand | true",
                "We go slowly           | We do not go         | true",
                "The company hopes for rain, since | The company hopes for some rain, as | false",
                "before the feast, where prices have gone up since the spring | for less than was hoped, since nobody"
                        + " has any money left after the long strike of the teachers and the nurses | true"
            })
    void facts_count_by_what_they_are_and_words_by_their_share(String before, String after, boolean material) {
        Materiality found = of(TEXT, TEXT.replace(before, after));
        assertEquals(material, found.isMaterial(), () -> "score " + found.score());
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "'', 'a word'", "'a word', ''", "'one two three', 'four five six'"})
    void scores_lie_between_0_and_1(String before, String after) {
        double score = of(before, after).score();
        assertTrue(score >= 0 && score <= 1, "score " + score);
        assertEquals(before.equals(after), score == 0, "score " + score);
    }
}
