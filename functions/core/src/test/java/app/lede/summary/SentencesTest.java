package app.lede.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fuzz.ProcessorTime;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    /** A bar marks the boundary between two sentences. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "en; The U.S. President met Mr. Smith at 3 p.m. on Friday.| He left at once.",
                "en; Dr. J. R. Okoro spoke.| Nobody answered.",
                "en; It rose 3.5 percent to $1.2 billion.| See No. 5 below.",
                "en; He works in the U.S.| The firm is there too.",
                "en; \"Why now?\" she asked.| \"We must!\" he said.",
                "en; The vote is over.The count begins today.",
                "en; Wait... what?| Yes.",
                "en; Acme Inc. Chairman Jo Roe quit.| In May, Ltd. Corp. followed.",
                "en; 7 ships left port.| 12 stayed behind.",
                "en; “It is done.”| (See the list.)| It is long.",
                "de; Am 3. Oktober kam z. B. Herr Dr. Maier.| Er blieb bis 18. November.",
                "fr; M. Diallo a parlé.| Mme Traoré, née le 1er mai, l’a écouté.",
                "es; El Sr. Ruiz viajó a EE. UU. en mayo.| No volvió.",
                "it; Il sig. Rossi parla.| La dott. Bianchi ascolta.",
                "fr; « Non ! » dit-il.| Il partit.",
                "fr; Il dit : « Oui. »| Elle rit.",
                "de; Er rief: »Komm!«| Sie ging.| »Nein.«",
                "el; Πού είναι;| Εδώ.",
                "hy; Նա եկավ։| Մենք գնացինք։",
                "my; သူလာသည်။| ငါသွားသည်။",
                "bn; সে এসেছে।| আমরা গেলাম।",
                "am; መጣ ወይ፧| አዎ መጣ።",
                "ur; کیا وہ آیا؟| جی ہاں۔",
                "hi; यह पहला वाक्य है।| यह दूसरा है।",
                "ar; هل وصل الوفد؟| نعم وصل أمس.| وغادر اليوم.",
                "ur; یہ پہلا جملہ ہے۔| یہ دوسرا ہے۔",
                "zh; 今天天气好。|我们走吧！|“真的吗？”|他问。",
                "am; ይህ አንድ ነው።| ያ ሁለት ነው።",
            })
    void a_sentence_ends_where_a_reader_sees_it_end(String language, String marked) {
        String plain = marked.strip();
        List<String> expected = List.of(plain.split("\\| ?", -1));
        if (plain.contains(".The")) {
            expected = List.of("The vote is over.", "The count begins today.");
        }
        assertEquals(expected, texts(plain.replace("|", ""), language));
    }

    @Test
    void a_blank_line_ends_a_sentence_without_a_full_stop() {
        assertEquals(
                List.of("A heading", "The text begins.", "It goes on."),
                texts("A heading\n\nThe text begins. It goes on.", "en"));
    }

    @Test
    void carriage_returns_and_empty_paragraphs_make_no_sentences() {
        assertEquals(List.of("One.", "Two."), texts("\r\n\r\n One.\r\n\r\n \t\r\n\r\n\r\nTwo.\r\n", "en"));
    }

    @Test
    void a_line_wrapped_by_a_program_goes_on_and_a_short_line_does_not() {
        String wrapped = "The committee of the regional assembly agreed on the\nbudget late on Monday.";
        assertEquals(List.of(wrapped), texts(wrapped, "en"));
        assertEquals(List.of("Contents", "Introduction"), texts("Contents\nIntroduction", "en"));
    }

    @Test
    void offsets_count_code_points_not_characters() {
        List<Sentence> sentences = Sentences.split("😀 Fine. 𝒳 is next.", "en");
        assertEquals(List.of(new Sentence("😀 Fine.", 0, 7), new Sentence("𝒳 is next.", 8, 18)), sentences);
    }

    @Test
    void a_language_without_a_table_is_split_all_the_same() {
        assertEquals(List.of("Mun tafi.", "Sun zo."), texts("Mun tafi. Sun zo.", "ha"));
        assertEquals(List.of("One.", "Two."), texts("One. Two.", null));
        assertEquals(List.of("One.", "Two."), texts("One. Two.", "not a tag"));
    }

    @Test
    void any_text_splits_into_exact_stretches_in_order() {
        Random random = new Random(20260101);
        for (int round = 0; round < 3000; round++) {
            String text = RandomText.of(random, 1 + random.nextInt(80));
            int last = 0;
            for (Sentence sentence : Sentences.split(text, round % 2 == 0 ? "en" : "de")) {
                assertTrue(sentence.start() >= last, () -> "overlap in " + text);
                assertEquals(RandomText.slice(text, sentence.start(), sentence.end()), sentence.text());
                assertEquals(sentence.text().strip(), sentence.text());
                last = sentence.end();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "A. ", "U.S. ", ".", "? ", "\n", "\"", "Mr. ", "a.B", "।", "1. ", "’.’ ", "no space.Here"})
    void a_megabyte_of_anything_is_split_in_linear_time(String unit) {
        String text = unit.repeat(1_000_000 / unit.length());
        ProcessorTime.assertAtMost(Duration.ofSeconds(2), () -> Sentences.split(text, "en"));
    }

    private static List<String> texts(String text, @Nullable String language) {
        return Sentences.split(text, language).stream().map(Sentence::text).toList();
    }
}
