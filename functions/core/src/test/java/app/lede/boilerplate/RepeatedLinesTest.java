package app.lede.boilerplate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import app.lede.article.ArticleId;
import app.lede.article.Block;
import app.lede.article.Block.Kind;
import app.lede.document.RawDocument;
import app.lede.extract.ArticleExtractor;
import app.lede.extract.Extracted;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepeatedLinesTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final String STORY = "The council of the port voted on Tuesday to rebuild the old quay, and it found"
            + " the money for the work in the budget of the coming year after a long debate about the school roof.";
    private static final String INVITATION = "Our morning letter has the day's news before breakfast.";
    private static final String BACKGROUND = "The quay was closed two winters ago after divers had found that the piles"
            + " under its western half were eaten away, and since then the ferries have gone from the northern pier on"
            + " the other side of the bay.";

    private final ArticleExtractor extractor = new ArticleExtractor();

    private static Block paragraph(String text) {
        return new Block(Kind.PARAGRAPH, text);
    }

    private Extracted article(Block... blocks) {
        Extracted any = (Extracted)
                extractor.extract(new RawDocument(STORY.getBytes(StandardCharsets.UTF_8), "text/plain", "a.txt", null));
        return any.keeping(List.of(blocks), "replaced");
    }

    /** Returns articles of the site that share only these lines. */
    private static List<ArticleLines> sharing(int number, Block... lines) {
        return IntStream.range(0, number)
                .mapToObj(i -> ArticleLines.of(
                        ArticleId.ofUrl("https://news.example.org/" + i),
                        AT,
                        Stream.concat(Stream.of(paragraph("Story " + i + " of its own.")), Arrays.stream(lines))
                                .toList()))
                .toList();
    }

    private static List<Block> left(Extracted article, List<ArticleLines> known) {
        return RepeatedLines.leftOut(article, known).blocks();
    }

    @Test
    void a_short_line_at_either_end_goes_if_one_other_article_has_it() {
        Block first = paragraph("Listen to this story");
        Block last = paragraph(INVITATION);
        Extracted article = article(first, paragraph(STORY), last);
        assertEquals(List.of(paragraph(STORY)), left(article, sharing(1, first, last)));
    }

    @Test
    void spelling_that_differs_in_case_accents_and_punctuation_is_the_same_line() {
        Extracted article = article(paragraph(STORY), paragraph("LISEZ AUSSI : nos dernières nouvelles !"));
        assertEquals(
                List.of(paragraph(STORY)),
                left(article, sharing(1, paragraph("Lisez aussi: nos dernieres nouvelles"))));
    }

    @Test
    void a_long_paragraph_at_the_end_goes_only_if_two_others_have_it() {
        Extracted article = article(paragraph(STORY), paragraph(STORY + " So it was said."), paragraph(BACKGROUND));
        assertSame(article, RepeatedLines.leftOut(article, sharing(1, paragraph(BACKGROUND))));
        assertEquals(2, left(article, sharing(2, paragraph(BACKGROUND))).size());
    }

    @Test
    void a_line_between_paragraphs_goes_only_if_three_others_have_it() {
        Block line = paragraph("Read also: the day in pictures");
        Extracted article = article(paragraph(STORY), line, paragraph(BACKGROUND));
        assertSame(article, RepeatedLines.leftOut(article, sharing(2, line)));
        assertEquals(List.of(paragraph(STORY), paragraph(BACKGROUND)), left(article, sharing(3, line)));
    }

    @Test
    void what_gives_an_article_its_form_stays() {
        Block title = new Block(Kind.HEADING, "Key points");
        Block label = paragraph("Pros:");
        Block item = new Block(Kind.LIST, "Open every day of the week");
        Extracted article = article(title, paragraph(STORY), label, item, paragraph(BACKGROUND));
        assertSame(article, RepeatedLines.leftOut(article, sharing(5, title, label, item)));
    }

    @Test
    void a_heading_goes_with_what_stood_below_it_at_the_end() {
        Block heading = new Block(Kind.HEADING, "About this paper");
        Block notice = paragraph(INVITATION);
        Extracted article = article(paragraph(STORY), heading, notice);
        assertEquals(List.of(paragraph(STORY)), left(article, sharing(1, heading, notice)));
    }

    @Test
    void a_version_of_the_article_is_no_witness() {
        Block changed = paragraph("It was added on Thursday that the school would be paid for too.");
        Extracted article = article(paragraph(BACKGROUND), changed, paragraph(INVITATION));
        assertSame(article, RepeatedLines.leftOut(article, sharing(3, paragraph(BACKGROUND), paragraph(INVITATION))));
    }

    @Test
    void an_article_of_nothing_but_repeated_lines_stays_whole() {
        Block first = paragraph("The office stays closed all day.");
        Block second = paragraph("It opens on Monday at nine.");
        Extracted article = article(first, second);
        List<ArticleLines> known = new ArrayList<>(sharing(1, first));
        known.addAll(sharing(1, second));
        assertSame(article, RepeatedLines.leftOut(article, known));
    }

    @Test
    void the_trace_the_text_and_the_count_of_words_follow() {
        Block last = paragraph(INVITATION);
        Extracted left = RepeatedLines.leftOut(article(paragraph(STORY), last), sharing(1, last));
        assertEquals(STORY, left.text());
        assertEquals(paragraph(STORY).words(), left.metadata().wordCount());
        assertEquals(1, left.trace().counts().get("repeated on the site"));
        assertEquals(INVITATION, left.trace().dropped().getLast().text());
    }

    @Test
    void a_line_that_stands_twice_is_dropped_where_it_is_furniture_only() {
        Block line = paragraph("Nothing will be the same.");
        Extracted article =
                article(paragraph(STORY), line, paragraph(BACKGROUND), paragraph("Nothing will be the same."));
        Extracted left = RepeatedLines.leftOut(article, sharing(1, line));
        assertEquals(List.of(paragraph(STORY), line, paragraph(BACKGROUND)), left.blocks());
        assertEquals(1, left.trace().counts().get("repeated on the site"));
    }

    @Test
    void of_a_long_article_the_first_and_the_last_lines_are_remembered() {
        List<Block> blocks =
                IntStream.range(0, 1000).mapToObj(i -> paragraph("Line " + i)).toList();
        ArticleLines lines = ArticleLines.of(ArticleId.ofUrl("https://news.example.org/long"), AT, blocks);
        assertEquals(ArticleLines.MAX_LINES, lines.hashes().size());
        assertEquals(
                List.of(true, false, true),
                Stream.of(0, 500, 999).map(i -> lines.has(blocks.get(i))).toList());
    }
}
