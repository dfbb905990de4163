package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Article;
import app.lede.article.Block;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.article.Revision;
import app.lede.hash.Digest;
import app.lede.summary.Sentence;
import app.lede.summary.Summary;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptSummaryTest {

    private static final String TEXT =
            "The ferry 🚢 left Bamako at dawn with 40 goats on board. The captain, Awa Traoré, said the river was low"
                    + " and that she would go slowly. The goats were to be sold in Ségou before the feast, where prices"
                    + " have gone up since the spring.";

    private static final String FIRST = "The ferry 🚢 left Bamako at dawn with 40 goats on board.";

    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final KeptSummary kept = new KeptSummary(texts);

    private static ParsedArticle parsed(String text, Instant at) {
        ParsedArticle sample = Samples.parsed(
                "https://news.example.org/ferry", "Ferry", Precedence.of(Precedence.Origin.PAGE, null, at));
        return new ParsedArticle(
                sample.id(),
                new Revision(Digest.base32(text)),
                sample.provenance(),
                sample.documentKey(),
                sample.url(),
                sample.metadata(),
                "en",
                List.of(new Block(Block.Kind.PARAGRAPH, text)),
                List.of());
    }

    private Optional<Summary> revised(String text, Summary summary) {
        ParsedArticle before = parsed(TEXT, Samples.NOON);
        texts.put(before);
        Article stored = Samples.article(before, Samples.NOON).withSummary(summary);
        return kept.of(stored, parsed(text, Samples.NOON.plusSeconds(3_600)));
    }

    private static Summary summary(String text, String words) {
        int start = text.codePointCount(0, text.indexOf(words));
        return new Summary(
                List.of(new Sentence(words, start, start + words.codePointCount(0, words.length()))), "extractive-2");
    }

    @Test
    void a_summary_moves_along_when_nothing_material_changes() {
        String after = "Goats travel.\n\n" + TEXT.replace("since the spring", "since spring");
        Summary moved = revised(after, summary(TEXT, FIRST)).orElseThrow();
        assertEquals(summary(after, FIRST).sentences(), moved.sentences());
        assertEquals(Digest.hex(after), moved.textSha256());
    }

    @Test
    void a_changed_number_makes_a_new_summary() {
        assertTrue(revised(TEXT.replace("40", "41"), summary(TEXT, "The captain, Awa Traoré,"))
                .isEmpty());
    }

    @Test
    void a_sentence_that_was_reworded_makes_a_new_summary() {
        assertTrue(revised(TEXT.replace("at dawn", "at daybreak"), summary(TEXT, FIRST))
                .isEmpty());
    }

    @Test
    void an_empty_summary_and_one_beyond_the_text_are_made_anew() {
        assertTrue(
                revised(TEXT + " Sure.", new Summary(List.of(), "extractive-2")).isEmpty());
        assertTrue(revised(TEXT + " Sure.", new Summary(List.of(new Sentence("x", 9_000, 9_001)), "extractive-2"))
                .isEmpty());
    }
}
