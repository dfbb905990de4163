package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.article.ArticleId;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.json.Json;
import app.lede.rights.Evidence;
import app.lede.rights.Rights;
import app.lede.rights.Signal;
import app.lede.rights.Use;
import app.lede.rights.Verdict;
import app.lede.testkit.EventFiles;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RightsTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final String URL = "https://news.example.org/rights";

    private final Library library = new Library();

    @Test
    void each_verdict_comes_with_the_statements_it_follows_from() throws IOException {
        Rights rights = new Rights(
                Map.of(Use.AI_TRAIN, Verdict.DENIED),
                List.of(new Evidence(Signal.CONTENT_USAGE, "robots.txt", "train-ai=n", AT)));
        store(rights);
        assertEquals(Json.read("""
            {"rights":{"search":"unknown","summary":"unknown","ai-input":"unknown","ai-train":"denied"},
             "evidence":[{"signal":"content-usage","where":"robots.txt","value":"train-ai=n","at":"2026-01-02T03:04:05.000Z"}]}
            """), Json.read(asked().text()));
    }

    @Test
    void where_nothing_is_stated_there_is_no_evidence() throws IOException {
        store(Rights.UNKNOWN);
        assertEquals(0, Json.read(asked().text()).path("evidence").size());
    }

    @Test
    void an_article_that_is_not_there_has_no_rights() throws IOException {
        assertEquals(404, asked().answer().path("statusCode").asInt());
    }

    private void store(Rights rights) {
        ParsedArticle sample = Samples.parsed(URL, "words", Precedence.of(Precedence.Origin.PAGE, null, AT));
        ParsedArticle parsed = new ParsedArticle(
                sample.id(),
                sample.revision(),
                sample.provenance().toBuilder().rights(rights).build(),
                sample.documentKey(),
                sample.url(),
                sample.metadata(),
                sample.language(),
                sample.blocks(),
                sample.notes());
        library.texts().put(parsed);
        library.articles().offer(Samples.article(parsed, AT));
    }

    private Invocation asked() throws IOException {
        String id = ArticleId.ofUrl(URL).value();
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "get-rights"));
        event.put("rawPath", "/v1/articles/" + id + "/rights");
        event.putObject("pathParameters").put("id", id);
        return Invocation.of(library.handler(InstantSource.fixed(AT)), Json.bytes(event));
    }
}
