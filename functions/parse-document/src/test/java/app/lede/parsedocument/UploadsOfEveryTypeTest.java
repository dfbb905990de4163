package app.lede.parsedocument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Block;
import app.lede.article.ParsedArticle;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.extract.ArticleExtractor;
import app.lede.pipeline.ParseDocument;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemorySiteLines;
import app.lede.testkit.ReadOnlyDocuments;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One story uploaded in every document type yields the same article, whatever the file name. */
class UploadsOfEveryTypeTest {

    private static final Instant AT = Instant.parse("2026-03-04T05:06:07Z");
    private static final String FIRST =
            "Workers closed the northern arch of the old bridge on Monday, and ferries carry"
                    + " whoever has to cross the river before work.";

    private final InMemoryDocumentLog log = new InMemoryDocumentLog();
    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();

    private record File(String type) implements ReadOnlyDocuments {
        @Override
        public Found get(ObjectCreated announced) {
            try (InputStream in = UploadsOfEveryTypeTest.class.getResourceAsStream("uploads/story." + type)) {
                return new Found.Bytes(Objects.requireNonNull(in).readAllBytes(), null, null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private ParseDocument.Result.Parsed parsed(String type, String name) {
        ParseDocument step =
                new ParseDocument(new File(type), new ArticleExtractor(), new InMemorySiteLines(), texts, log);
        return assertInstanceOf(
                ParseDocument.Result.Parsed.class,
                step.parse(new ObjectCreated("inbox/" + name, 2000, "etag", "version", "0055", AT)));
    }

    private ParsedArticle article(String type) {
        return parsed(type, "story." + type).article();
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "mhtml", "txt", "md", "pdf", "docx", "epub", "eml", "json"})
    void the_story_comes_out_whole(String type) {
        ParsedArticle article = article(type);
        assertEquals("Bridge repairs begin in the old port", article.metadata().headline());
        assertTrue(article.text().contains(FIRST), article.text());
        assertTrue(
                article.text().contains("The city pays one half of the repairs, and the harbour office"),
                article.text());
        assertTrue(article.text().contains("over six years"), article.text());
        for (String noise : List.of("Contents", "Home", "subscribe", "Bridge repairs", "The Harbour Courier")) {
            assertFalse(article.text().contains(noise), article.text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "pdf", "docx", "epub", "eml", "json"})
    void bytes_win_over_the_name_and_the_disagreement_is_noted(String type) {
        ParseDocument.Result.Parsed parsed = parsed(type, "story.mht");
        assertEquals(
                "Bridge repairs begin in the old port",
                parsed.article().metadata().headline());
        assertTrue(
                parsed.notes().stream().anyMatch(note -> note.startsWith("declared MHTML, is ")),
                () -> parsed.notes().toString());
    }

    @Test
    void a_mail_has_its_sender_and_date() {
        ParsedArticle mail = article("eml");
        assertEquals(List.of("Mara Lindqvist"), mail.metadata().authors());
        assertEquals("The Harbour Courier", mail.metadata().publisher());
        assertEquals(
                "2026-03-02T08:30:00+01:00",
                Objects.requireNonNull(mail.metadata().datePublished()).value());
        assertTrue(mail.text().contains("café"), mail.text());
    }

    @Test
    void a_saved_page_and_json_are_known_by_their_address() {
        assertEquals("https://courier.example/2026/03/bridge", article("mhtml").url());
        assertEquals("https://courier.example/2026/03/bridge", article("json").url());
        assertEquals(article("mhtml").id(), article("json").id());
    }

    @Test
    void words_documents_keep_headings_lists_tables_and_notes() {
        ParsedArticle article = article("docx");
        assertEquals(
                List.of(
                        Block.Kind.PARAGRAPH,
                        Block.Kind.HEADING,
                        Block.Kind.PARAGRAPH,
                        Block.Kind.LIST,
                        Block.Kind.TABLE,
                        Block.Kind.TABLE,
                        Block.Kind.PARAGRAPH),
                article.blocks().stream().map(Block::kind).toList());
        assertTrue(article.text().endsWith("The quarry was closed in 1931."), article.text());
        assertEquals(List.of("Mara Lindqvist"), article.metadata().authors());
    }

    @Test
    void chapters_follow_the_spine() {
        String text = article("epub").text();
        assertTrue(text.indexOf("The closure") < text.indexOf("The costs"), text);
    }

    @Test
    void a_paragraph_of_a_pdf_goes_on_over_the_page() {
        String text = article("pdf").text();
        assertTrue(text.contains("pays the other half over six years."), text);
    }

    @Test
    void every_document_that_is_read_has_no_outcome_yet() {
        article("pdf");
        assertEquals(List.of(), log.newest(null, 10));
        assertEquals(1, texts.keys().size());
        assertEquals("no-text", Outcome.NO_TEXT.label());
    }
}
