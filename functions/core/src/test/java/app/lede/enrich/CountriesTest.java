package app.lede.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fuzz.ProcessorTime;
import app.lede.text.Table;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountriesTest {

    private static final Countries COUNTRIES = new Countries();

    @Test
    void labelled_sentences_give_their_countries_and_blocs() {
        measure("labelled-sentences.txt", 130, 0.99, 0.97);
    }

    @Test
    void labelled_paragraphs_in_22_languages_give_their_countries_and_blocs() {
        measure("labelled-paragraphs.txt", 230, 0.98, 0.98);
    }

    /** Measures precision and recall on texts labelled by hand. */
    private static void measure(String table, int least, double leastPrecision, double leastRecall) {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        StringBuilder differences = new StringBuilder();
        List<String> lines = Table.lines(CountriesTest.class, table);
        for (String line : lines) {
            List<String> fields = List.of(line.split("\t", -1));
            var expected = new TreeSet<>(List.of(fields.get(1).split(" ")));
            expected.remove("-");
            var found = new TreeSet<>(identifiers(fields.get(2), fields.get(0)));
            int hits = (int) found.stream().filter(expected::contains).count();
            right += hits;
            wrong += found.size() - hits;
            missed += expected.size() - hits;
            if (!found.equals(expected)) {
                differences.append('\n').append(found).append(' ').append(line);
            }
        }
        double precision = right / (double) (right + wrong);
        double recall = right / (double) (right + missed);
        String report =
                "%d texts, precision %.3f, recall %.3f%s".formatted(lines.size(), precision, recall, differences);
        assertTrue(lines.size() >= least, report);
        assertTrue(precision >= leastPrecision && recall >= leastRecall, report);
    }

    @Test
    void a_mention_has_the_name_of_the_language_and_every_place_in_order() {
        List<Mention> mentions = COUNTRIES.mentions("😀 Malian troops left. Mali’s army, Mali!", "en");
        assertEquals(
                List.of(new Mention(
                        "country", "Mali", "ML", List.of(new Span(2, 8), new Span(22, 26), new Span(35, 39)))),
                mentions);
        assertEquals(
                "Allemagne",
                COUNTRIES
                        .mentions("Le gouvernement allemand hésite.", "fr")
                        .getFirst()
                        .name());
    }

    @Test
    void mentions_are_ordered_by_first_occurrence() {
        assertEquals(
                List.of("TG", "bloc:ECOWAS", "BJ"),
                identifiers("Togo asked ECOWAS before Benin and Togo agreed.", "en"));
    }

    @Test
    void a_bloc_is_not_its_members() {
        assertEquals(
                List.of("bloc:AES"), identifiers("The Alliance of Sahel States (AES) met. The AES was silent.", "en"));
    }

    @Test
    void an_acronym_others_have_too_needs_the_name_or_two_members() {
        assertEquals(List.of(), identifiers("The file is encrypted with AES.", "en"));
        assertEquals(List.of("ML", "NE", "bloc:AES"), identifiers("Mali and Niger said the AES would decide.", "en"));
    }

    @Test
    void the_span_of_an_arabic_name_leaves_out_what_is_written_together_with_it() {
        Mention mention = COUNTRIES.mentions("وصل الوفد والنيجر تنتظر", "ar").getFirst();
        assertEquals(new Mention("country", "النيجر", "NE", List.of(new Span(11, 17))), mention);
    }

    @Test
    void a_language_without_a_table_is_read_with_the_english_one() {
        assertEquals(List.of("KE"), identifiers("Ni ai Kenya.", "luo"));
        assertEquals(List.of("KE"), identifiers("They went to Kenya.", null));
        assertEquals(List.of("DE"), identifiers("Sie kam aus Deutschland.", "de-AT"));
    }

    @Test
    void any_text_gives_spans_that_hold_a_name() {
        List<String> pieces = List.of(
                "Mali", "Niger", "Nigeria", "US", "U.S.", "Jordan", "Georgia", "AES", "and", ",", " ", "\n\n", "😀",
                "\ud83d", "in", "Chad", "Guinea-", "Bissau", "مالي", "و", "日本", "ー", "EU", "’s");
        Random random = new Random(11);
        for (int round = 0; round < 3000; round++) {
            StringBuilder built = new StringBuilder();
            for (int i = random.nextInt(30); i >= 0; i--) {
                built.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextBoolean() ? " " : "");
            }
            String text = built.toString();
            for (Mention mention :
                    COUNTRIES.mentions(text, List.of("en", "ar", "ja", "de").get(round % 4))) {
                for (Span span : mention.spans()) {
                    int start = text.offsetByCodePoints(0, span.start());
                    String found = text.substring(start, text.offsetByCodePoints(0, span.end()));
                    assertTrue(
                            pieces.stream().anyMatch(piece -> found.startsWith(piece) || piece.startsWith(found)),
                            () -> found + " in " + text);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"S", "Saint ", "Mali ", "Georgia, ", "U.S.", "و", "日本"})
    void a_megabyte_is_read_in_linear_time(String unit) {
        String text = unit.repeat(1_000_000 / unit.length());
        ProcessorTime.assertAtMost(Duration.ofSeconds(2), () -> COUNTRIES.mentions(text, "en"));
    }

    private static List<String> identifiers(String text, @Nullable String language) {
        return COUNTRIES.mentions(text, language).stream()
                .map(mention ->
                        mention.type().equals(Mention.BLOC) ? "bloc:" + mention.identifier() : mention.identifier())
                .toList();
    }
}
