package app.lede.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fuzz.ProcessorTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractiveSummariserTest {

    private final Summariser summariser = new ExtractiveSummariser();

    @Test
    void a_summary_is_whole_sentences_of_the_article_in_its_order_within_sixty_words() throws IOException {
        String text = article("harbour-strike.txt");
        Summary summary = summariser.summarise(text, "en", null);
        List<Sentence> whole = Sentences.split(text, "en");
        int last = -1;
        for (Sentence sentence : summary.sentences()) {
            assertTrue(whole.contains(sentence), sentence.text());
            assertTrue(sentence.start() > last);
            last = sentence.start();
        }
        assertTrue(words(summary) <= ExtractiveSummariser.BUDGET, () -> words(summary) + " words");
        assertEquals("extractive-2", summary.method());
    }

    @Test
    void the_sentence_that_carries_the_news_is_in_the_summary() throws IOException {
        String text = article("harbour-strike.txt");
        String said = said(summariser.summarise(text, "en", null));
        assertTrue(said.contains("Dock workers at the port of Lindhaven"), said);
    }

    @Test
    void lines_that_are_not_the_story_stay_out() throws IOException {
        String said =
                said(summariser.summarise(article("wrapped-in-furniture.txt"), "en", "Bridge closes for two years"));
        assertEquals(
                "The Orrin bridge, the only crossing for heavy lorries between the two valleys, will close for two"
                        + " years from March, the county council decided on Tuesday. Hauliers say the detour of 140"
                        + " kilometres will cost them a third of their income.",
                said);
    }

    @Test
    void a_dateline_is_cut_from_the_first_sentence() {
        String text = "NAIROBI, May 3 (Reuters) - The rains have come early this year. Farmers are sowing already.";
        Sentence first = summariser.summarise(text, "en", null).sentences().getFirst();
        assertEquals(new Sentence("The rains have come early this year.", 27, 63), first);
    }

    @Test
    void the_headline_is_not_repeated() {
        String text = """
            Mayor resigns over stadium deal

            Mayor resigns over stadium deal.

            The mayor of Corvane stepped down.\
            """;
        assertEquals(
                "The mayor of Corvane stepped down.",
                said(summariser.summarise(text, "en", "Mayor resigns over stadium deal")));
    }

    @Test
    void a_line_that_repeats_the_headline_beside_the_name_of_the_site_is_left_out() {
        String text = "Mayor resigns over stadium deal – Corvane Post.\n\nThe mayor of Corvane stepped down.";
        assertEquals(
                "The mayor of Corvane stepped down.",
                said(summariser.summarise(text, "en", "Mayor resigns over stadium deal")));
    }

    @Test
    void a_sentence_said_twice_is_told_once() {
        String twice = "The council approved the new tram line on Monday after nine hours of debate.";
        String text = twice + "\n\nOpponents promised to go to court.\n\n" + twice + " Work begins in the spring.";
        List<Sentence> sentences = summariser.summarise(text, "en", null).sentences();
        assertEquals(
                1,
                sentences.stream()
                        .filter(sentence -> sentence.text().equals(twice))
                        .count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rain.", "no full stop at all", "Read more", "By Jane Doe", "中文没有句号", "!", "- ", "12"})
    void a_text_that_is_not_blank_is_never_summarised_by_nothing(String text) {
        assertFalse(summariser.summarise(text, null, null).sentences().isEmpty());
    }

    @Test
    void a_blank_text_has_an_empty_summary() {
        assertEquals(List.of(), summariser.summarise(" \n\n\t", "en", null).sentences());
    }

    @Test
    void a_page_without_full_stops_is_cut_between_words() {
        String text = "word ".repeat(5000);
        Summary summary = summariser.summarise(text, "en", null);
        assertEquals(ExtractiveSummariser.BUDGET, words(summary));
        assertTrue(said(summary).endsWith("word"));
    }

    @Test
    void a_text_of_one_endless_word_is_cut_too() {
        Summary summary = summariser.summarise("😀".repeat(50_000), "en", null);
        assertTrue(summary.sentences().getFirst().end() <= 1200);
    }

    @Test
    void a_line_of_the_page_no_rule_knows_is_told_by_having_nothing_to_do_with_the_story() throws IOException {
        String text = "Tap the bell and never miss a thing.\n\nComments help others. Be kind.\n\n"
                + article("harbour-strike.txt");
        String said = said(summariser.summarise(text, "en", null));
        assertFalse(said.contains("bell") || said.contains("kind"), said);
    }

    @Test
    void a_summary_of_chinese_counts_characters() {
        String text = "市政府周一宣布关闭大桥两年，因为检查发现钢梁严重锈蚀。".repeat(1) + "货车司机说绕行路线长达一百四十公里，每天要多花三个小时。"
                + "维修费用预计为九千万元，由省政府承担。".repeat(8);
        Summary summary = summariser.summarise(text, "zh", null);
        assertTrue(said(summary).length() <= 2 * ExtractiveSummariser.BUDGET + 10, () -> said(summary));
    }

    @Test
    void any_text_is_summarised_verbatim() {
        Random random = new Random(7);
        for (int round = 0; round < 3000; round++) {
            String text = RandomText.of(random, 1 + random.nextInt(120));
            Summary summary =
                    summariser.summarise(text, round % 3 == 0 ? null : "en", round % 2 == 0 ? "The end" : null);
            int last = 0;
            for (Sentence sentence : summary.sentences()) {
                assertTrue(sentence.start() >= last, () -> "out of order: " + text);
                assertEquals(RandomText.slice(text, sentence.start(), sentence.end()), sentence.text());
                last = sentence.end();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A b. ", "word ", "One two three four five six seven eight nine. ", "\n\n", ".", "中。"})
    void a_megabyte_is_summarised_in_linear_time(String unit) {
        String text = unit.repeat(1_000_000 / unit.length());
        ProcessorTime.assertAtMost(Duration.ofSeconds(2), () -> summariser.summarise(text, "en", null));
    }

    private static String said(Summary summary) {
        return String.join(" ", summary.sentences().stream().map(Sentence::text).toList());
    }

    private static int words(Summary summary) {
        return said(summary).split("\\s+").length;
    }

    private static String article(String name) throws IOException {
        try (InputStream in = ExtractiveSummariserTest.class.getResourceAsStream(name)) {
            assertTrue(in != null, name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
