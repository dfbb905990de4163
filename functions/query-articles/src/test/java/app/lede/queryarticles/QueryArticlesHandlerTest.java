package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.json.Json;
import app.lede.testkit.EventFiles;
import app.lede.testkit.Invocation;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event and route of the handler: status, faults and methods. */
class QueryArticlesHandlerTest extends QueriedLibrary {

    static List<String> events() {
        return EventFiles.cases("query-articles");
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_has_its_status_and_one_line(String event) throws IOException {
        Invocation invocation = invoke(event);
        // This library has no search index, no stories and no key to sign with.
        int expected =
                switch (event) {
                    case "count-articles",
                            "list-articles-with-an-unknown-parameter",
                            "list-articles-with-a-bad-date",
                            "list-articles-with-a-forged-cursor" -> 400;
                    case "get-story", "get-signing-keys" -> 404;
                    case "list-copies" -> 409;
                    case "preflight", "get-backfill" -> 204;
                    default -> 200;
                };
        assertEquals(expected, status(invocation), () -> invocation.answer().toString());
        assertEquals(List.of(expected >= 400 ? "refused" : "answered"), invocation.outcomes());
    }

    @Test
    void a_bad_request_is_a_problem_that_names_the_parameter() throws IOException {
        assertEquals("language", fault("list-articles-with-an-unknown-parameter"));
        assertEquals("from", fault("list-articles-with-a-bad-date"));
        assertEquals("cursor", fault("list-articles-with-a-forged-cursor"));
    }

    @Test
    void a_key_longer_than_any_object_has_is_refused() throws IOException {
        assertEquals(400, status(Invocation.of(handler, asking("list-documents", "key=" + "k".repeat(1_025)))));
    }

    @Test
    void whoever_has_the_article_is_told_that_it_is_the_same() throws IOException {
        Invocation first = invoke("get-article");
        String etag = first.answer().at("/headers/etag").asText();
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "get-article-that-is-known"));
        event.withObject("/headers").put("if-none-match", etag);
        Invocation again = Invocation.of(handler, Json.bytes(event));
        assertEquals(304, status(again));
        for (String name : List.of("vary", "cache-control", "etag")) {
            assertEquals(first.answer().at("/headers/" + name), again.answer().at("/headers/" + name));
        }
        assertEquals("", again.answer().path("body").asText());
        assertEquals(etag, again.answer().at("/headers/etag").asText());
    }

    @Test
    void the_path_of_subscription_lists_is_no_source() throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "get-source"));
        event.put("rawPath", "/v1/sources/opml");
        event.withObject("/pathParameters").put("id", "opml");
        Invocation invocation = Invocation.of(handler, Json.bytes(event));
        assertEquals(405, status(invocation));
        assertEquals("OPTIONS, POST", invocation.answer().at("/headers/allow").asText());
    }

    @Test
    void sources_go_out_as_a_subscription_list() throws IOException {
        assertTrue(invoke("export-sources").text().contains("xmlUrl=\"https://news.example.org/feed.xml\""));
    }

    @Test
    void what_is_not_there_is_a_404() throws IOException {
        sources.remove(NEWS);
        assertEquals(404, status(invoke("get-source")));
    }

    @Test
    void the_description_of_the_api_is_json() throws IOException {
        assertFalse(body(invoke("get-openapi")).path("paths").isEmpty());
    }

    @Test
    void a_head_is_answered_like_a_get_without_the_body() throws IOException {
        Invocation get = invoke("get-article");
        Invocation head = Invocation.of(
                handler,
                unmatched("HEAD", "/v1/articles/" + ArticleId.ofUrl(URL).value()));
        assertEquals(200, status(head));
        assertEquals("", head.text());
        assertEquals(
                get.answer().at("/headers/etag").asText(),
                head.answer().at("/headers/etag").asText());
    }

    @Test
    void another_method_of_a_known_path_is_told_which_ones_there_are() throws IOException {
        Invocation trace = Invocation.of(handler, unmatched("TRACE", "/v1/sources/abc"));
        assertEquals(405, status(trace));
        assertEquals(
                "DELETE, GET, HEAD, OPTIONS, PATCH",
                trace.answer().at("/headers/allow").asText());
        assertEquals(204, status(Invocation.of(handler, unmatched("OPTIONS", "/v1/articles"))));
        assertEquals(404, status(Invocation.of(handler, unmatched("GET", "/v2/articles"))));
        assertEquals(404, status(Invocation.of(handler, unmatched("POST", "/mcp/mcp"))));
        assertEquals(405, status(Invocation.of(handler, unmatched("GET", "/mcp"))));
    }

    @Test
    void a_long_value_is_said_back_in_short() throws IOException {
        Invocation invocation = Invocation.of(
                handler, asking("list-articles", "lang=" + "x".repeat(9_000) + "&" + "y".repeat(9_000) + "=1"));
        assertEquals(400, status(invocation));
        assertEquals(2, body(invocation).path("errors").size());
        assertTrue(invocation.text().length() < 2_000, invocation.text());
    }

    @Test
    void a_parameter_may_have_twenty_values_and_an_article_none() throws IOException {
        assertEquals(200, status(Invocation.of(handler, asking("list-articles", "lang=de&".repeat(20)))));
        assertEquals(400, status(Invocation.of(handler, asking("list-articles", "lang=de&".repeat(21)))));
        assertEquals(400, status(Invocation.of(handler, asking("get-article", "fields=all"))));
        assertEquals(400, status(Invocation.of(handler, asking("get-health", "x=1"))));
    }
}
