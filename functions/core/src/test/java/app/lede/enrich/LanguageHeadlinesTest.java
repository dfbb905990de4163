package app.lede.enrich;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.text.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Headlines of two to eight words in 51 languages, without any declaration. */
class LanguageHeadlinesTest {

    private final LanguageDetector detector = new LanguageDetector();

    @Test
    void at_least_95_of_100_headlines_have_their_language() {
        List<String> mistaken = new ArrayList<>();
        List<String> lines = Table.lines(LanguageHeadlinesTest.class, "labelled-headlines.txt");
        for (String line : lines) {
            List<String> fields = Table.columns(line);
            String found = detector.detect(fields.get(1), null).orElse("unknown");
            if (!found.equals(fields.getFirst())) {
                mistaken.add(line + " is not " + found);
            }
        }
        assertTrue(lines.size() >= 384, lines.size() + " headlines");
        assertTrue(mistaken.size() * 20 <= lines.size(), () -> String.join("\n", mistaken));
    }

    @Test
    void a_declared_language_stands_for_every_headline() {
        for (String line : Table.lines(LanguageHeadlinesTest.class, "labelled-headlines.txt")) {
            List<String> fields = Table.columns(line);
            String found = detector.detect(fields.get(1), fields.getFirst()).orElse("unknown");
            assertTrue(found.equals(fields.getFirst()), () -> line + " is not " + found);
        }
    }
}
