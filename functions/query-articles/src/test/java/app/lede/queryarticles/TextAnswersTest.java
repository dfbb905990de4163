package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.article.Block;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.json.Json;
import app.lede.testkit.EventFiles;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and summaries of an article: their formats, lengths and validators. */
class TextAnswersTest extends QueriedLibrary {

    @Test
    void the_text_is_what_offsets_point_into() throws IOException {
        Invocation invocation = invoke("get-article-text");
        assertTrue(invocation.text().startsWith("words 0"));
        assertEquals(
                "text/plain; charset=utf-8",
                invocation.answer().at("/headers/content-type").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format=text     | text/html     | text/plain",
                "format=markdown | */*           | text/markdown",
                "''              | text/html,*/*;q=0.8 | text/html",
                "''              | text/markdown | text/markdown",
                "''              | image/png     | text/plain",
                "''              | text/*        | text/plain"
            })
    void a_text_comes_in_the_format_asked_for(String query, String accept, String mediaType) throws IOException {
        ObjectNode event = (ObjectNode) Json.read(asking("get-article-text", query));
        event.withObject("/headers").put("accept", accept);
        Invocation invocation = Invocation.of(handler, Json.bytes(event));
        assertEquals(
                mediaType + "; charset=utf-8",
                invocation.answer().at("/headers/content-type").asText());
        assertEquals(
                "accept, accept-encoding",
                invocation.answer().at("/headers/vary").asText());
        event.withObject("/headers")
                .put("if-none-match", invocation.answer().at("/headers/etag").asText());
        assertEquals(304, status(Invocation.of(handler, Json.bytes(event))));
        event.withObject("/headers").put("accept", "text/markdown;q=0.1, image/png");
        assertEquals(
                query.isEmpty() && !mediaType.equals("text/markdown") ? 200 : 304,
                status(Invocation.of(handler, Json.bytes(event))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"headline", "short", "three-sentences", "key-points"})
    void a_summary_comes_at_the_length_asked_for(String length) throws IOException {
        Invocation invocation = Invocation.of(handler, asking("get-article", "length=" + length));
        assertEquals(200, status(invocation));
        JsonNode summary = body(invocation).path("summary");
        assertEquals(!length.equals("short"), summary.has("textSha256"), "the stored one is an earlier version's");
        assertTrue(summary.path("sentences").size() > 0, summary.toString());
    }

    @Test
    void a_length_that_no_summary_has_is_a_fault() throws IOException {
        assertEquals(400, status(Invocation.of(handler, asking("get-article", "length=epic"))));
    }

    @Test
    void an_unknown_format_of_a_text_is_a_fault() throws IOException {
        assertEquals(400, status(Invocation.of(handler, asking("get-article-text", "format=pdf"))));
    }

    @Test
    void a_text_that_the_client_has_is_not_read() throws IOException {
        Invocation first = invoke("get-article-text");
        texts.keys(ArticleId.ofUrl(URL)).forEach(texts::delete);
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "get-article-text"));
        event.withObject("/headers")
                .put("if-none-match", first.answer().at("/headers/etag").asText());
        assertEquals(304, status(Invocation.of(handler, Json.bytes(event))));
        assertEquals(404, status(invoke("get-article-text")));
    }

    @Test
    void a_text_too_long_for_an_answer_is_linked_to() throws IOException {
        ParsedArticle parsed = Samples.parsed(URL + "long", "long", Precedence.of(Precedence.Origin.PAGE, null, DAWN));
        ParsedArticle book = new ParsedArticle(
                parsed.id(),
                parsed.revision(),
                parsed.provenance(),
                parsed.documentKey(),
                parsed.url(),
                parsed.metadata(),
                "de",
                List.of(new Block(Block.Kind.PARAGRAPH, "Wort ".repeat(1_000_001))),
                List.of());
        texts.put(book);
        articles.offer(Samples.article(URL + "long", "long", DAWN));
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "get-article-text"));
        event.withObject("/pathParameters").put("id", book.id().value());
        Invocation invocation = Invocation.of(handler, Json.bytes(event));
        assertEquals(303, status(invocation));
        assertEquals(
                "https://library.example/" + book.key(),
                invocation.answer().at("/headers/location").asText());
    }
}
