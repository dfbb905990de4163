package app.lede.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fuzz.Effort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EditsTest {

    private static final Path CASES = Path.of("src/test/resources/app/lede/edit");

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList();
        }
    }

    /** Reads {@code before.LANG.txt}, {@code after.LANG.txt} and {@code expected.txt}: type, words before, words after. */
    @ParameterizedTest
    @MethodSource("cases")
    void each_case_gives_the_edits_that_its_file_expects(Path folder) throws IOException {
        Path before = only(folder, "before.");
        String language = before.getFileName().toString().split("\\.", -1)[1];
        List<Edit> edits = Edits.ofTexts(
                Files.readString(before).strip(),
                Files.readString(only(folder, "after.")).strip(),
                language);
        assertEquals(Files.readString(folder.resolve("expected.txt")), lines(edits, ""));
    }

    private static Path only(Path folder, String beginning) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String lines(List<Edit> edits, String indent) {
        return edits.stream()
                .map(edit -> indent + edit.type().label() + " | "
                        + edit.before().text() + " | " + edit.after().text() + "\n" + lines(edit.contains(), "  "))
                .collect(Collectors.joining());
    }

    @Test
    void offsets_count_code_points_of_each_text() {
        Edit edit = Edits.ofTexts("🌉🌉 It cost 12 crowns.", "🌉 It cost 15 crowns.", "en")
                .get(1);
        assertEquals(new Passage("12", 11, 13), edit.before());
        assertEquals(new Passage("15", 10, 12), edit.after());
    }

    static IntStream seeds() {
        return IntStream.range(0, Effort.of(300));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_edits_applied_to_the_earlier_text_give_the_later_one(int seed) {
        Random random = new Random(seed);
        List<String> before = paragraphs(random, 1 + random.nextInt(12));
        List<String> after = changed(before, random);
        String old = String.join("\n\n", before);
        String now = String.join("\n\n", after);
        assertEquals(after, applied(old, now, Edits.ofTexts(old, now, "en")));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_passage_is_what_stands_at_its_offsets(int seed) {
        Random random = new Random(seed);
        List<String> before = paragraphs(random, 8);
        String old = String.join("\n\n", before);
        String now = String.join("\n", changed(before, random));
        for (Edit edit : Edits.ofTexts(old, now, "en")) {
            assertEquals(edit.before().text(), at(old, edit.before()));
            assertEquals(edit.after().text(), at(now, edit.after()));
            edit.contains().forEach(within -> {
                assertEquals(within.before().text(), at(old, within.before()));
                assertEquals(within.after().text(), at(now, within.after()));
            });
        }
    }

    private static String at(String text, Passage passage) {
        return text.substring(text.offsetByCodePoints(0, passage.start()), text.offsetByCodePoints(0, passage.end()));
    }

    private static List<String> applied(String old, String later, List<Edit> edits) {
        StringBuilder now = new StringBuilder();
        int at = 0;
        for (Edit edit : edits) {
            int start = old.offsetByCodePoints(0, edit.before().start());
            assertTrue(start >= at, () -> "edits overlap: " + edits);
            String separator = edit.before().text().isEmpty() && isParagraph(later, edit.after()) ? "\n\n" : "";
            now.append(old, at, start)
                    .append(separator)
                    .append(edit.after().text())
                    .append(separator);
            at = old.offsetByCodePoints(0, edit.before().end());
        }
        now.append(old.substring(at));
        return Stream.of(now.toString().split("\n+", -1))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static boolean isParagraph(String text, Passage passage) {
        int start = text.offsetByCodePoints(0, passage.start());
        int end = text.offsetByCodePoints(0, passage.end());
        return (start == 0 || text.charAt(start - 1) == '\n') && (end == text.length() || text.charAt(end) == '\n');
    }

    private static List<String> paragraphs(Random random, int count) {
        return IntStream.range(0, count).mapToObj(i -> paragraph(random)).toList();
    }

    private static String paragraph(Random random) {
        List<String> words = new ArrayList<>();
        int length = 1 + random.nextInt(25);
        for (int i = 0; i < length; i++) {
            words.add(word(random));
        }
        return String.join(" ", words);
    }

    private static String word(Random random) {
        String[] words = {
            "ferry",
            "river",
            "Ada",
            "Brook",
            "12",
            "1,500",
            "“",
            "”",
            "said",
            "„",
            "“",
            "\"",
            "🌉",
            "bridge",
            ".",
            "IMF",
            "大桥",
            "Correction:",
            "the",
            "-",
            "de"
        };
        return words[random.nextInt(words.length)];
    }

    private static List<String> changed(List<String> paragraphs, Random random) {
        List<String> changed = new ArrayList<>();
        for (String paragraph : paragraphs) {
            switch (random.nextInt(5)) {
                case 0 -> changed.add(paragraph(random));
                case 1 -> changed.add(paragraph.replaceFirst("(ferry|river|12|said)", word(random)));
                case 2 -> {
                    changed.add(paragraph(random));
                    changed.add(paragraph);
                }
                case 3 -> changed.addAll(random.nextBoolean() ? List.of() : List.of(paragraph + " " + word(random)));
                default -> changed.add(paragraph);
            }
        }
        return changed;
    }

    @Test
    void a_headline_is_an_edit_of_its_own() {
        assertEquals(
                List.of(new Edit(
                        Edit.Type.HEADLINE, new Passage("Bridge opens", 0, 12), new Passage("", 0, 0), List.of())),
                Edits.ofHeadlines("Bridge opens", null));
        assertEquals(List.of(), Edits.ofHeadlines(null, ""));
    }

    @Test
    void a_passage_of_any_length_is_quoted_in_part_and_its_offsets_cover_it() {
        String added = "🌉".repeat(5_000);
        Passage passage = Edits.ofTexts("One.", "One.\n\n" + added, "en").get(0).after();
        assertEquals(2_000, passage.text().codePointCount(0, passage.text().length()));
        assertEquals(5_000, passage.end() - passage.start());
    }

    /** Each doubling of the text may cost little more than twice the tokens; a quadratic step would not end here. */
    @Test
    void immense_texts_that_have_nothing_or_everything_in_common_are_compared() {
        String words = "said “we did not know” 12 Ada ".repeat(20);
        String one = IntStream.range(0, 20_000)
                .mapToObj(i -> i + " " + words.substring(0, 60))
                .collect(Collectors.joining("\n"));
        String other = IntStream.range(0, 20_000)
                .mapToObj(i -> i + 1 + " " + words.substring(0, 61))
                .collect(Collectors.joining("\n"));
        assertFalse(Edits.ofTexts(one, other, "en").isEmpty());
        assertFalse(Edits.ofTexts("a ".repeat(1_000_000), "b ".repeat(1_000_000), null)
                .isEmpty());
        assertFalse(Edits.ofTexts("“a b c ” 1 ".repeat(1_700), "“a c b ” 2 ".repeat(1_700), "en")
                .isEmpty());
    }
}
