package app.lede.local.command.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LibraryApiTest {

    private record Answer(int status, String body) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final HttpServer server = server();
    private final LibraryApi api =
            new LibraryApi(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/stage"));

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            bodies.put(request, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Answer answer = answers.getOrDefault(request, new Answer(404, "{\"title\":\"Not found\"}"));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void documents_are_read_over_all_pages_and_told_oldest_first() {
        answers.put(
                "GET /stage/v1/documents?limit=100",
                new Answer(
                        200,
                        "{\"items\":[{\"id\":\"d1\",\"key\":\"inbox/a\",\"outcome\":\"stored\",\"articleId\":\"x\"}],"
                                + "\"next\":\"/stage/v1/documents?limit=100&cursor=c\"}"));
        answers.put(
                "GET /stage/v1/documents?limit=100&cursor=c",
                new Answer(
                        200,
                        "{\"items\":[{\"id\":\"d2\",\"key\":\"inbox/b\",\"outcome\":\"empty\",\"detail\":\"no text\","
                                + "\"articleId\":null}]}"));
        assertEquals(
                List.of(
                        new DocumentRow("d2", "inbox/b", "empty", Optional.of("no text"), Optional.empty()),
                        new DocumentRow("d1", "inbox/a", "stored", Optional.empty(), Optional.of("x"))),
                api.documents());
    }

    @Test
    void a_source_is_added_by_its_address() {
        answers.put("POST /stage/v1/sources", new Answer(201, "{\"id\":\"s1\"}"));
        assertEquals("s1", api.addSource(URI.create("http://example.org/feed.xml")));
        assertEquals("{\"url\":\"http://example.org/feed.xml\"}", bodies.get("POST /stage/v1/sources"));
    }

    @Test
    void a_source_that_was_not_polled_yet_has_no_outcome() {
        answers.put("GET /stage/v1/sources/s1", new Answer(200, "{\"url\":\"http://e.org/\",\"health\":{}}"));
        assertEquals(new SourceRow("s1", "http://e.org/", Optional.empty(), "0 entries"), api.source("s1"));
    }

    @Test
    void an_article_comes_with_its_text() {
        answers.put("GET /stage/v1/articles/x", new Answer(200, "{\"id\":\"x\",\"headline\":\"H\"}"));
        answers.put("GET /stage/v1/articles/x/text", new Answer(200, "Première ligne"));
        assertEquals(
                "{\"id\":\"x\",\"headline\":\"H\",\"articleBody\":\"Première ligne\"}",
                api.article("x").orElseThrow().toString());
    }

    @Test
    void an_article_that_is_not_there_is_absent() {
        assertEquals(Optional.empty(), api.article("none"));
    }

    @Test
    void a_refusal_says_what_was_asked_and_what_was_answered() {
        answers.put("GET /stage/v1/documents?limit=100", new Answer(500, "{\"title\":\"Broken\"}"));
        String message =
                String.valueOf(assertThrows(LibraryFailed.class, api::documents).getMessage());
        assertTrue(message.startsWith("GET http://127.0.0.1:"), message);
        assertTrue(
                message.endsWith("/stage/v1/documents?limit=100 was answered with 500: {\"title\":\"Broken\"}"),
                message);
    }
}
