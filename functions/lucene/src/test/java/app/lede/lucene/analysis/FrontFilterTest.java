package app.lede.lucene.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FrontFilterTest {

    /** The same rewriting as a row of patterns, as it was measured against the analysers of OpenSearch. */
    private record Rule(Pattern pattern, String replacement) {
        Rule(String pattern, String replacement) {
            this(Pattern.compile(pattern), replacement);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule("[’‘ʼ‛′＇]", "'"),
            new Rule("\u00AD", ""),
            new Rule("‑", "-"),
            new Rule("(?i)(?<![\\p{L}\\p{N}])(C)\\+\\+", "$1plusplus"),
            new Rule("(?i)(?<![\\p{L}\\p{N}])(C)#", "$1sharp"),
            new Rule("(?<![\\p{L}\\p{N}_])#(?=[\\p{L}\\p{N}])", "_"),
            new Rule("(?<![\\p{L}\\p{N}_.])@(?=[\\p{L}\\p{N}])", "__"),
            new Rule("(?i)(?<![\\p{L}\\p{N}])(e)-(?=\\p{L})", "$1"),
            new Rule("(?<=\\p{Lu})&(?=\\p{Lu})", "_"),
            new Rule("(?<=\\d),(?=\\d{3}(?!\\d))", ""));

    private static String expected(String text) {
        String rewritten = text;
        for (Rule rule : RULES) {
            rewritten = rule.pattern().matcher(rewritten).replaceAll(rule.replacement());
        }
        return rewritten;
    }

    private static String filtered(String text) throws IOException {
        StringBuilder filtered = new StringBuilder();
        try (FrontFilter filter = new FrontFilter(new StringReader(text))) {
            for (int c = filter.read(); c >= 0; c = filter.read()) {
                filtered.append((char) c);
            }
        }
        return filtered.toString();
    }

    @Test
    void one_pass_rewrites_as_the_patterns_do() throws IOException {
        String[] pieces = {
            " C++ ",
            " c# ",
            "x",
            "+",
            "#",
            "@",
            " e-mail",
            " E-7",
            "-",
            "&",
            "A",
            "T",
            "mail",
            " ",
            ".",
            ",",
            "1",
            "000",
            "2345",
            "’",
            "‑",
            "水",
            "_",
            "'",
            "ж",
            "\uD83C\uDF09",
            "٣"
        };
        Random random = new Random(5);
        for (int round = 0; round < 40_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertEquals(expected(text.toString()), filtered(text.toString()), text.toString());
        }
    }

    @Test
    void accents_of_latin_letters_are_dropped_and_others_stay() throws IOException {
        assertEquals("Osun e-mail", filtered("O\u0323\u0300s\u0323un e\u0301-mail"));
        assertEquals("\u05E9\u05B8", filtered("\u05E9\u05B8"));
    }

    @Test
    void offsets_never_leave_the_text_and_never_go_back() throws IOException {
        Random random = new Random(6);
        String[] pieces = {"C++ ", "\u00AD", "@you ", "e-mail ", "1,000", "C# ", "a\u0301", " "};
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(10); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            try (FrontFilter filter = new FrontFilter(new StringReader(text.toString()))) {
                int length = 0;
                while (filter.read() >= 0) {
                    length++;
                }
                int before = 0;
                for (int at = 0; at <= length; at++) {
                    int corrected = filter.correctOffset(at);
                    assertTrue(corrected >= before && corrected <= text.length(), text.toString());
                    before = corrected;
                }
                assertEquals(text.length(), filter.correctOffset(length), text.toString());
            }
        }
    }
}
