package app.lede.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fuzz.ProcessorTime;
import app.lede.hash.Digest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts unlike an article have a summary, or an empty one where nothing can be read. */
class UnusualTextTest {

    private final Summariser summariser = new ExtractiveSummariser();

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b\u200b", "\ufeff", "\u00ad\n\u200f", "\u2066\u2069", "\u00a0\u3000"})
    void a_text_that_shows_nothing_has_an_empty_summary(String text) {
        assertEquals(List.of(), summariser.summarise(text, "en", null).sentences());
    }

    @Test
    void ten_thousand_sentences_are_read_within_bounds() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            text.append("Ship number ").append(i).append(" left the harbour before the storm came. ");
        }
        ProcessorTime.assertAtMost(Duration.ofSeconds(1), () -> summariser.summarise(text.toString(), "en", null));
    }

    @Test
    void one_sentence_of_a_megabyte_is_cut() {
        Summary summary = summariser.summarise("the ship and ".repeat(80_000) + "sank.", "en", null);
        assertEquals(1, summary.sentences().size());
        assertEquals(60, summary.sentences().getFirst().text().split("\\s+").length);
    }

    @Test
    void a_list_is_summarised_by_its_first_items() {
        String said = said("- apples from the valley\n- pears\n- plums and damsons\n- quinces\n- medlars\n", "en");
        assertTrue(said.contains("apples from the valley"), said);
    }

    @Test
    void sentences_of_several_languages_stand_beside_each_other() {
        String said = said("The ferry sails again. Le bac repart enfin. Паром снова ходит. 渡轮复航。", "en");
        assertTrue(said.startsWith("The ferry sails again."), said);
    }

    @Test
    void text_from_right_to_left_keeps_its_sentences() {
        String text = "أغلق الميناء أبوابه يوم الخميس. هل تستأنف المفاوضات؟ قال الوزير إنه لا يعرف.";
        assertEquals(text, said(text, "ar"));
    }

    @Test
    void halves_of_surrogate_pairs_change_no_offset() {
        String text = "The \ud83d ship left port. The crew \ude00 stayed ashore. \ud83d";
        Summary summary = summariser.summarise(text, "en", null);
        for (Sentence sentence : summary.sentences()) {
            assertEquals(RandomText.slice(text, sentence.start(), sentence.end()), sentence.text());
        }
        assertFalse(summary.sentences().isEmpty());
    }

    @Test
    void soft_hyphens_and_joiners_inside_a_word_do_not_hide_a_repetition() {
        String said = said("The har\u00adbour office closed early. The harbour office closed early.", "en");
        assertEquals("The har\u00adbour office closed early.", said);
    }

    @Test
    void a_summary_names_the_text_that_its_offsets_count_in() {
        String text = "The ferry sails again.";
        assertEquals(Digest.hex(text), summariser.summarise(text, "en", null).textSha256());
    }

    private String said(String text, String language) {
        return String.join(
                " ",
                summariser.summarise(text, language, null).sentences().stream()
                        .map(Sentence::text)
                        .toList());
    }
}
