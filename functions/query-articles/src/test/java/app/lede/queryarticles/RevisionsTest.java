package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.article.Block;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.article.Provenance;
import app.lede.json.Json;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RevisionsTest {

    private static final String URL = "https://news.example.org/2026/01/02/bridge-reopens";
    private static final String LONG = "The mayor said the bridge over the river would be safe for lorries. ";

    private final Library library = new Library();
    private final InMemoryArticles articles = library.articles();
    private final InMemoryArticleTexts texts = library.texts();
    private final InstantSource clock = InstantSource.fixed(Samples.NOON);
    private final QueryArticlesHandler handler = library.handler(clock);

    /** Stores one more revision; its headline decides its hash. */
    private ParsedArticle revision(String headline, String text, Instant at) {
        ParsedArticle parsed = Samples.parsed(URL, headline, Precedence.of(Precedence.Origin.PAGE, null, at));
        ParsedArticle revision = new ParsedArticle(
                parsed.id(),
                parsed.revision(),
                parsed.provenance(),
                parsed.documentKey(),
                parsed.url(),
                parsed.metadata(),
                "en",
                List.of(new Block(Block.Kind.PARAGRAPH, text)),
                List.of());
        texts.put(revision);
        articles.offer(Samples.article(revision, at));
        return revision;
    }

    private JsonNode asked(int status, String query) throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "list-revisions"));
        event.put("rawQueryString", query)
                .withObject("/pathParameters")
                .put("id", ArticleId.ofUrl(URL).value());
        Invocation invocation = Invocation.of(handler, Json.bytes(event));
        assertEquals(status, invocation.answer().path("statusCode").asInt(), invocation.text());
        return Json.read(invocation.text());
    }

    @Test
    void the_last_two_revisions_are_compared_unless_the_request_names_two() throws IOException {
        ParsedArticle first = revision("Bridge opens", LONG + "It cost 12 million.", Samples.NOON);
        ParsedArticle second = revision("Bridge opens", LONG + "It cost 12 million.", Samples.NOON.plusSeconds(60));
        ParsedArticle third = revision("Bridge open", LONG + "It cost 15 million.", Samples.NOON.plusSeconds(120));
        JsonNode answer = asked(200, "");
        assertEquals(2, answer.path("items").size());
        assertEquals(2, answer.at("/items/0/documents").asInt());
        assertFalse(answer.at("/items/0/current").asBoolean());
        assertTrue(answer.at("/items/1/current").asBoolean());
        assertEquals(
                second.provenance().documentId().at(),
                Instant.parse(answer.at("/items/0/lastSeen").asText()));
        assertEquals(third.revision().value(), answer.at("/after/revision").asText());
        assertEquals("headline", answer.at("/edits/0/type").asText());
        assertEquals("number", answer.at("/edits/1/type").asText());
        assertEquals(LONG.length() + 8, answer.at("/edits/1/before/start").asInt());
        assertEquals(0, answer.path("omitted").asInt());
        JsonNode backwards = asked(200, "before=" + third.revision() + "&after=" + first.revision());
        assertEquals("12", backwards.at("/edits/1/after/text").asText());
    }

    @Test
    void both_revisions_come_with_their_rights() throws IOException {
        revision("Bridge opens", LONG, Samples.NOON);
        revision("Bridge open", LONG, Samples.NOON.plusSeconds(60));
        JsonNode answer = asked(200, "");
        assertEquals("unknown", answer.at("/before/rights/ai-train").asText());
        assertTrue(answer.at("/after/evidence").isArray());
    }

    @Test
    void one_revision_has_nothing_to_compare() throws IOException {
        revision("Bridge opens", LONG, Samples.NOON);
        JsonNode answer = asked(200, "");
        assertEquals(1, answer.path("items").size());
        assertTrue(answer.path("edits").isMissingNode());
    }

    @Test
    void another_parser_reading_the_same_document_is_no_revision() throws IOException {
        ParsedArticle old = revision("Bridge opens", LONG, Samples.NOON);
        Provenance reread =
                Samples.reparsed(Samples.article(old, Samples.NOON), 2, "x").provenance();
        ParsedArticle parsed =
                Samples.parsed(URL, "Bridge opens!", old.provenance().precedence());
        ParsedArticle again = new ParsedArticle(
                old.id(),
                parsed.revision(),
                reread,
                old.documentKey(),
                old.url(),
                parsed.metadata(),
                "en",
                old.blocks(),
                List.of());
        texts.put(again);
        articles.offer(Samples.article(again, Samples.NOON.plusSeconds(60)));
        JsonNode answer = asked(200, "");
        assertEquals(1, answer.path("items").size());
        assertEquals(again.revision().value(), answer.at("/items/0/revision").asText());
    }

    @Test
    void a_revision_that_the_article_never_had_is_a_fault() throws IOException {
        revision("Bridge opens", LONG, Samples.NOON);
        assertEquals(
                "before", asked(400, "before=abc").at("/errors/0/parameter").asText());
        assertEquals(
                "colour", asked(400, "colour=red").at("/errors/0/parameter").asText());
    }

    @Test
    void a_rewritten_book_gives_as_many_edits_as_fit() throws IOException {
        String old = String.join(
                "\n",
                IntStream.range(0, 3_000)
                        .mapToObj(i -> "Page " + i + " " + "क".repeat(1_900))
                        .toList());
        revision("Book", old, Samples.NOON);
        revision("Another book", "None of it.", Samples.NOON.plusSeconds(60));
        JsonNode answer = asked(200, "");
        assertTrue(answer.path("omitted").asInt() > 2_000);
        assertTrue(Json.bytes(answer).length < 4_000_000);
    }

    @Test
    void an_article_that_is_not_there_has_no_revisions() throws IOException {
        assertEquals(404, asked(404, "").path("status").asInt());
    }
}
