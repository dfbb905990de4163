package app.lede.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.DocumentId;
import app.lede.enrich.Facts;
import app.lede.enrich.Mention;
import app.lede.enrich.Span;
import app.lede.summary.Sentence;
import app.lede.summary.Summary;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Provenance PROVENANCE = Provenance.builder(
                    new DocumentId("20260102T120000000-abcdefghijklmnopqrstuvwxyz"),
                    1,
                    Precedence.of(Precedence.Origin.PAGE, null, NOON),
                    TextFrom.PAGE)
            .build();
    private static final Summary NONE = new Summary(List.of(), "none");

    private static ParsedArticle parsed(Metadata metadata, String... blocks) {
        return new ParsedArticle(
                ArticleId.ofUrl("https://example.org/a"),
                new Revision("r".repeat(52)),
                PROVENANCE,
                "web/a/b",
                "https://example.org/a",
                metadata,
                "en",
                List.of(blocks).stream()
                        .map(text -> new Block(Block.Kind.PARAGRAPH, text))
                        .toList(),
                List.of());
    }

    private static Article article(Metadata metadata, List<Mention> mentions, Summary summary) {
        ParsedArticle parsed = parsed(metadata, "Text.");
        return new Article(
                parsed.id(),
                parsed.revision(),
                PROVENANCE,
                NOON,
                NOON,
                parsed.url(),
                metadata,
                "en",
                List.of(),
                mentions,
                Facts.NONE,
                summary,
                List.of());
    }

    private static Article item(Article article) {
        return Bounds.item(article, 1_700);
    }

    private static Article headed(@Nullable String headline) {
        return article(Metadata.builder().headline(headline).build(), List.of(), NONE);
    }

    @Test
    void an_ordinary_article_stays_as_it_is() {
        Metadata metadata = Metadata.builder()
                .headline("The bridge is open again")
                .description("Three weeks after the flood.")
                .authors(List.of("Ada Example"))
                .keywords(List.of("bridge", "flood"))
                .image("https://example.org/bridge.jpg")
                .build();
        Mention mali = new Mention("country", "Mali", "ML", List.of(new Span(3, 7)));
        Article article =
                article(metadata, List.of(mali), new Summary(List.of(new Sentence("It is open.", 0, 11)), "x"));
        assertEquals(article, item(article));
        ParsedArticle parsed = parsed(metadata, "One paragraph.", "Another.");
        assertEquals(parsed, Bounds.library(parsed));
    }

    @Test
    void a_description_of_half_a_million_characters_is_cut_and_noted() {
        Metadata metadata =
                Metadata.builder().description("word ".repeat(100_800)).build();
        ParsedArticle cut = Bounds.library(parsed(metadata, "Text."));
        assertEquals(5_000, String.valueOf(cut.metadata().description()).length());
        assertEquals(List.of("cut: description"), cut.notes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "क", "🌉"})
    void a_cut_never_splits_a_character(String character) {
        String headline = String.valueOf(
                item(headed("a" + character.repeat(1_000))).metadata().headline());
        byte[] bytes = headline.getBytes(StandardCharsets.UTF_8);
        assertEquals(headline, new String(bytes, StandardCharsets.UTF_8));
        assertTrue(bytes.length <= 400 && bytes.length > 396, () -> bytes.length + " bytes");
        assertTrue(headline.endsWith(character));
    }

    @Test
    void an_address_is_kept_whole_or_not_at_all() {
        Metadata metadata = Metadata.builder()
                .image("https://example.org/" + "i".repeat(9_000))
                .build();
        ParsedArticle cut = Bounds.library(parsed(metadata, "Text."));
        assertNull(cut.metadata().image());
        assertEquals(List.of("cut: image"), cut.notes());
    }

    @Test
    void an_item_counts_every_place_of_a_mention_and_names_the_first_three() {
        List<Span> spans = IntStream.range(0, 40_000)
                .mapToObj(i -> new Span(5 * i, 5 * i + 4))
                .toList();
        Mention mali = new Mention("country", "Mali", "ML", spans);
        Mention kept = item(article(Metadata.builder().build(), List.of(mali), NONE))
                .mentions()
                .getFirst();
        assertEquals(40_000, kept.count());
        assertEquals(spans.subList(0, 3), kept.spans());
    }

    @Test
    void a_summary_is_cut_between_sentences() {
        List<Sentence> sentences = IntStream.range(0, 9)
                .mapToObj(i -> new Sentence("क".repeat(100), 100 * i, 100 * i + 100))
                .toList();
        Article cut = item(article(Metadata.builder().build(), List.of(), new Summary(sentences, "x")));
        assertFalse(cut.summary().sentences().isEmpty());
        assertEquals(
                sentences.subList(0, cut.summary().sentences().size()),
                cut.summary().sentences());
        assertTrue(cut.summary().sentences().size() * 300 <= 1_000);
        assertEquals(List.of("cut: summary"), cut.notes());
    }

    @Test
    void a_text_of_more_than_ten_million_bytes_is_cut_within_its_block() {
        ParsedArticle cut = Bounds.library(parsed(Metadata.builder().build(), "a".repeat(9_999_998), "🌉🌉", "b"));
        assertEquals(List.of("cut: articleBody"), cut.notes());
        assertEquals(9_999_998, cut.text().length());
    }

    @Test
    void cutting_again_changes_nothing() {
        Article once = item(headed("x".repeat(1_000)));
        assertEquals(once, item(once));
    }
}
