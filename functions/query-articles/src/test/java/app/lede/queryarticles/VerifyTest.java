package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.article.Block;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.json.Json;
import app.lede.quote.QuoteAnswer;
import app.lede.quote.QuoteCheck;
import app.lede.search.Change;
import app.lede.search.SearchDocument;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemorySearchIndex;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyTest {

    private static final String URL = "https://news.example.org/2026/01/02/bridge-reopens";
    private static final String TEXT = "The bridge over the river reopened on Friday after 14 months of repairs. "
            + "“We did not expect so many visitors,” said the mayor – and closed the road again.";

    private final InMemorySearchIndex index = new InMemorySearchIndex();
    private final Library library = new Library(Optional.of(index));
    private final QueryArticlesHandler handler = library.handler(InstantSource.fixed(Samples.NOON));

    private ParsedArticle store(String url, String headline, String text, Instant at) {
        ParsedArticle parsed = Samples.parsed(url, headline, Precedence.of(Precedence.Origin.PAGE, null, at));
        ParsedArticle article = new ParsedArticle(
                parsed.id(),
                parsed.revision(),
                parsed.provenance(),
                parsed.documentKey(),
                parsed.url(),
                parsed.metadata(),
                "en",
                List.of(new Block(Block.Kind.PARAGRAPH, text)),
                List.of());
        library.texts().put(article);
        library.articles().offer(Samples.article(article, at));
        index.apply(List.of(new Change.Put(SearchDocument.of(Samples.article(article, at), text))));
        return article;
    }

    private JsonNode body(int status, Object body) throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "verify-quotes"));
        event.put("body", body.toString());
        Invocation invocation = Invocation.of(handler, Json.bytes(event));
        assertEquals(status, invocation.answer().path("statusCode").asInt(), invocation.text());
        return Json.read(invocation.text());
    }

    private JsonNode verify(String quote, String article) throws IOException {
        ObjectNode request = Json.object();
        ObjectNode one = request.putArray("quotes").addObject().put("quote", quote);
        if (!article.isEmpty()) {
            one.put("article", article);
        }
        return body(200, request).at("/results/0");
    }

    @Test
    void a_retyped_quote_is_exact_and_says_what_was_not_counted() throws IOException {
        ParsedArticle article = store(URL, "Bridge open", TEXT, Samples.NOON);
        JsonNode result = verify("\"we did not expect so many  visitors,\" said the mayor - and closed", URL);
        assertEquals("exact", result.path("verdict").asText());
        assertEquals(
                "[\"quotes\",\"dashes\",\"spaces\",\"case\"]",
                result.path("normalised").toString());
        assertEquals(
                "We did not expect so many visitors,” said the mayor – and closed",
                TEXT.substring(result.path("start").asInt(), result.path("end").asInt()));
        assertEquals(article.revision().value(), result.path("revision").asText());
        assertEquals(64, result.path("textHash").asText().length());
        assertEquals(
                URL + "#:~:text=We%20did%20not%20expect%20so,mayor%20%E2%80%93%20and%20closed",
                result.path("link").asText().replace("the%20mayor", "mayor"));
    }

    @Test
    void a_changed_quote_names_the_words_that_differ() throws IOException {
        store(URL, "Bridge open", TEXT, Samples.NOON);
        JsonNode result = verify(
                "The bridge over the river reopened on Friday after 15 months of repairs.",
                ArticleId.ofUrl(URL).value());
        assertEquals("changed", result.path("verdict").asText());
        assertEquals(1, result.path("diff").size());
        assertEquals("15", result.at("/diff/0/quote").asText());
        assertEquals("14", result.at("/diff/0/text").asText());
        assertEquals(TEXT.indexOf("14"), result.at("/diff/0/start").asInt());
    }

    @Test
    void words_that_were_taken_back_are_gone_since_a_revision() throws IOException {
        ParsedArticle first = store(URL, "Bridge open", TEXT, Samples.NOON);
        ParsedArticle second =
                store(URL, "Bridge opens", TEXT.replace("14 months", "15 months"), Samples.NOON.plusSeconds(60));
        store(URL, "Bridge is open", TEXT.replace("14 months", "16 months"), Samples.NOON.plusSeconds(120));
        JsonNode result = verify("reopened on Friday after 14 months of repairs", URL);
        assertEquals("gone", result.path("verdict").asText());
        assertEquals(first.revision().value(), result.path("revision").asText());
        assertEquals(second.revision().value(), result.path("goneSince").asText());
        assertEquals("16", result.at("/diff/0/text").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'quotes':[{'quote':'a'}],'quotes':[{'quote':'b'}]} | quotes",
                "{'quotes':[{'quote':'a'},{'quote':'b','article':'x','quote':'c'}]} | quotes[1].quote"
            })
    void a_field_given_twice_is_refused_by_name(String body, String name) throws IOException {
        JsonNode problem = body(400, body.replace('\'', '"'));
        assertEquals(name, problem.at("/errors/0/parameter").asText());
        assertEquals("given more than once", problem.at("/errors/0/detail").asText());
    }

    @Test
    void a_body_of_five_megabytes_is_too_large() throws IOException {
        JsonNode problem = body(413, Json.object().put("quotes", "a".repeat(5_000_000)));
        assertEquals("Too large", problem.path("title").asText());
        assertTrue(problem.path("detail").asText().contains("4194304"), problem.toString());
    }

    @Test
    void an_unknown_parameter_of_a_route_that_takes_none_says_so() throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "verify-quotes"));
        event.put("rawQueryString", "colour=red");
        assertEquals(
                "unknown parameter; this route takes none",
                Json.read(Invocation.of(handler, Json.bytes(event)).text())
                        .path("detail")
                        .asText());
    }

    @ParameterizedTest
    @CsvSource({"river", "14", "We", "on", "visitors"})
    void one_word_is_found_in_its_article_and_in_the_library(String word) throws IOException {
        for (int other = 0; other < 8; other++) {
            // The index takes both words for one, and rates the shorter text higher.
            store(URL + "-" + other, "Rivers", "Rivers and visitor centres " + other + ".", Samples.NOON);
        }
        store(URL, "Bridge open", TEXT, Samples.NOON);
        assertEquals("exact", verify(word, URL).path("verdict").asText());
        JsonNode found = verify(word, "");
        assertEquals("exact", found.path("verdict").asText(), found.toString());
        assertEquals(ArticleId.ofUrl(URL).value(), found.path("article").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The bridge … reopened on Friday",
                "The bridge over the river … after 14 months of repairs",
                "The bridge over [...] repairs. “We did not expect"
            })
    void an_elision_of_an_earlier_revision_is_gone(String quote) throws IOException {
        ParsedArticle first = store(URL, "Bridge open", TEXT, Samples.NOON);
        String other =
                "A ferry takes over while engineers look at the piers. The road stays closed until further notice.";
        ParsedArticle second = store(URL, "Bridge opens", other, Samples.NOON.plusSeconds(60));
        for (String named : List.of(URL, "")) {
            JsonNode result = verify(quote, named);
            assertEquals("gone", result.path("verdict").asText(), named + result);
            assertEquals(first.revision().value(), result.path("revision").asText());
            assertEquals(second.revision().value(), result.path("goneSince").asText());
            assertTrue(result.path("elided").asBoolean());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The bridge over the river reopened on Friday after 15 months of repairs | 15 | 14",
                "reopened … closed the road | … | on Friday after 14 months of repairs. “We did not expect so many"
                        + " visitors,” said the mayor – and"
            })
    void a_quote_like_an_earlier_revision_is_changed_where_the_current_one_says_nothing_like_it(
            String quote, String said, String text) throws IOException {
        ParsedArticle first = store(URL, "Bridge open", TEXT, Samples.NOON);
        ParsedArticle second =
                store(URL, "Bridge opens", "A ferry takes over until further notice.", Samples.NOON.plusSeconds(60));
        JsonNode result = verify(quote, URL);
        assertEquals("changed", result.path("verdict").asText(), result.toString());
        assertEquals(first.revision().value(), result.path("revision").asText());
        assertEquals(second.revision().value(), result.path("goneSince").asText());
        assertEquals(said, result.at("/diff/0/quote").asText());
        assertEquals(text, result.at("/diff/0/text").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "of repairs. The mayor said | [\"paragraphs\"]",
                "reopened … of repairs. The mayor said | [\"paragraphs\"]",
                "The bridge reopened … The mayor said | []",
                "The bridge reopened on Friday | []"
            })
    void a_quote_that_runs_over_a_break_between_paragraphs_is_marked(String quote, String marks) throws IOException {
        store(
                URL,
                "Bridge open",
                "The bridge reopened on Friday after 14 months of repairs.\n\nThe mayor said so.",
                Samples.NOON);
        JsonNode result = verify(quote, URL);
        assertEquals("exact", result.path("verdict").asText());
        assertEquals(marks, result.path("normalised").toString());
    }

    @Test
    void a_headline_is_quotable_too() throws IOException {
        store(URL, "Bridge open again", TEXT, Samples.NOON);
        JsonNode result = verify("Bridge open again", URL);
        assertEquals("exact", result.path("verdict").asText());
        assertEquals("headline", result.path("field").asText());
    }

    @Test
    void without_an_article_the_library_is_searched() throws IOException {
        store(URL + "-2", "Ferry late", "The ferry was late again, and nobody knew why it was.", Samples.NOON);
        store(URL, "Bridge open", TEXT, Samples.NOON);
        JsonNode result = verify("reopened on Friday after 14 months of repairs", "");
        assertEquals("exact", result.path("verdict").asText());
        assertEquals(ArticleId.ofUrl(URL).value(), result.path("article").asText());
        assertEquals(
                "absent",
                verify("Seven swans crossed the frozen lake at dawn", "")
                        .path("verdict")
                        .asText());
    }

    @Test
    void absence_without_an_article_says_that_earlier_revisions_were_not_searched() throws IOException {
        store(URL, "Bridge open", TEXT, Samples.NOON);
        store(URL, "Ferry", "A ferry takes over until further notice, said a speaker.", Samples.NOON.plusSeconds(60));
        String quote = "reopened on Friday after 14 months of repairs";
        assertEquals("gone", verify(quote, URL).path("verdict").asText());
        JsonNode searched = verify(quote, "");
        assertEquals("absent", searched.path("verdict").asText(), searched.toString());
        String reason = searched.path("reason").asText();
        assertTrue(reason.startsWith("current revisions only: no article was found"), reason);
        store(URL + "-2", "Months", "Repairs of the roof took months on end.", Samples.NOON);
        String read = verify(quote, "").path("reason").asText();
        assertTrue(read.contains("1 were read") && read.contains("name the article"), read);
    }

    @Test
    void a_search_that_runs_out_of_time_leaves_the_quote_unchecked() {
        store(URL, "Bridge open", TEXT, Samples.NOON);
        Instant[] now = {Samples.NOON};
        InstantSource slow = () -> {
            Instant at = now[0];
            now[0] = at.plusSeconds(8);
            return at;
        };
        QuoteAnswer answer = new QuoteCheck(library.articles(), library.texts(), Optional.of(index), slow)
                .check(List.of(new QuoteCheck.Asked("visitors of the bridge and other kinds of guests", null)))
                .getFirst();
        assertEquals(QuoteAnswer.Verdict.UNCHECKED, answer.verdict());
    }

    @Test
    void an_article_that_is_not_there_says_nothing() throws IOException {
        JsonNode result = verify("Anything at all", URL);
        assertEquals("absent", result.path("verdict").asText());
        assertTrue(result.path("reason").asText().contains("no such article"));
        assertFalse(result.has("article"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"quotes\":[]}",
                "{\"quotes\":\"x\"}",
                "{\"quotes\":[\"x\"]}",
                "{\"quotes\":[{\"quote\":\"  \"}]}",
                "{\"quotes\":[{\"quote\":\"x\",\"article\":7}]}",
                "{\"quotes\":[{\"quote\":\"x\",\"page\":\"y\"}]}",
                "{\"quotes\":[{\"quote\":\"x\"}],\"all\":true}",
                "not json"
            })
    void what_is_no_list_of_quotes_is_a_problem(String request) throws IOException {
        assertEquals(400, body(400, request).path("status").asInt());
    }

    @Test
    void more_than_fifty_quotes_are_too_many() throws IOException {
        ObjectNode request = Json.object();
        ArrayNode quotes = request.putArray("quotes");
        for (int i = 0; i < 51; i++) {
            quotes.addObject().put("quote", "The bridge over the river reopened");
        }
        assertEquals("quotes", body(400, request).at("/errors/0/parameter").asText());
    }
}
