package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.article.Article;
import app.lede.article.Block;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.json.Json;
import app.lede.rights.Evidence;
import app.lede.rights.RightsResolver;
import app.lede.search.Change;
import app.lede.search.SearchDocument;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemorySearchIndex;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The handler over a library in memory, asked by the Model Context Protocol. */
abstract class AskedByAgents {

    static final String URL = "https://news.example.org/2026/01/02/bridge-reopens";
    static final String TEXT = "The bridge over the river reopened on Friday. It was closed for 14 months."
            + " The mayor said that nobody had expected so many visitors.";

    final InMemorySearchIndex index = new InMemorySearchIndex();
    final Library library = new Library(Optional.of(index));
    final QueryArticlesHandler handler = library.handler(InstantSource.fixed(Samples.NOON.plusSeconds(60)));

    Article store(String url, String text, Evidence... evidence) {
        return store(url, "Bridge open", text, evidence);
    }

    Article store(String url, String headline, String text, Evidence... evidence) {
        ParsedArticle parsed = Samples.parsed(url, headline, Precedence.of(Precedence.Origin.PAGE, null, Samples.NOON));
        ParsedArticle stored = new ParsedArticle(
                parsed.id(),
                parsed.revision(),
                parsed.provenance().toBuilder()
                        .rights(RightsResolver.resolve(List.of(evidence)))
                        .build(),
                parsed.documentKey(),
                parsed.url(),
                parsed.metadata(),
                "en",
                List.of(new Block(Block.Kind.PARAGRAPH, text)),
                List.of());
        library.texts().put(stored);
        Article article = Samples.article(stored, Samples.NOON);
        library.articles().offer(article);
        index.apply(List.of(new Change.Put(SearchDocument.of(article, text))));
        return article;
    }

    Invocation post(String body, Map<String, String> headers) throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "list-tools"));
        event.put("body", body);
        headers.forEach(event.withObject("/headers")::put);
        return Invocation.of(handler, Json.bytes(event));
    }

    JsonNode rpc(int status, String body, Map<String, String> headers) throws IOException {
        Invocation invocation = post(body, headers);
        assertEquals(status, invocation.answer().path("statusCode").asInt(), invocation.text());
        return invocation.text().isEmpty() ? Json.object() : Json.read(invocation.text());
    }

    JsonNode result(String method, String params) throws IOException {
        return rpc(
                        200,
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}",
                        Map.of())
                .path("result");
    }

    JsonNode call(String tool, ObjectNode arguments) throws IOException {
        ObjectNode params = Json.object().put("name", tool);
        params.set("arguments", arguments);
        return result("tools/call", params.toString());
    }

    static List<String> texts(JsonNode result) {
        List<String> texts = new ArrayList<>();
        result.path("content").forEach(block -> texts.add(block.path("text").asText()));
        return texts;
    }
}
