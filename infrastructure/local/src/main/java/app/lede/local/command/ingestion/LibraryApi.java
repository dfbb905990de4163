package app.lede.local.command.ingestion;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Client of the public HTTP API. Repeats a request that is answered with 500 or 503. Thread safe. */
public final class LibraryApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(35);

    /** Requests, all of which may be repeated, until a server error is final. */
    private static final int ATTEMPTS = 12;

    private static final long PAUSE_MILLIS = 20;

    private final URI api;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Creates a client for an API address, which may have a base path. */
    public LibraryApi(URI api) {
        this.api = api.getPath().endsWith("/") ? api : URI.create(api + "/");
    }

    /** Returns all documents with an outcome, from all pages, oldest first. */
    public List<DocumentRow> documents() {
        List<DocumentRow> rows = new ArrayList<>();
        Optional<URI> page = Optional.of(api.resolve("v1/documents?limit=100"));
        while (page.isPresent()) {
            JsonNode answer = get(page.get());
            answer.path("items").forEach(item -> rows.add(documentRow(item)));
            page = text(answer, "next").map(next -> api.resolve(next));
        }
        // The API lists newest first.
        Collections.reverse(rows);
        return rows;
    }

    /** Returns a source with its health. */
    public SourceRow source(String id) {
        JsonNode answer = get(at("v1/sources/", id, ""));
        JsonNode health = answer.path("health");
        String entries = health.path("entries").asLong() + " entries";
        return new SourceRow(
                id,
                text(answer, "url").orElse(""),
                text(health, "lastOutcome"),
                text(health, "lastDetail").orElse(entries));
    }

    /** Adds a source and returns its id. */
    public String addSource(URI url) {
        String body = Json.object().put("url", url.toString()).toString();
        HttpRequest request = request(api.resolve("v1/sources"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<byte[]> answer = send(request);
        if (answer.statusCode() != 200 && answer.statusCode() != 201) {
            throw refused(request, answer);
        }
        return json(request, answer).path("id").asText();
    }

    /** Returns an article's record with its text as {@code articleBody}; empty if there is no such article. */
    public Optional<ObjectNode> article(String id) {
        HttpRequest request = request(at("v1/articles/", id, "")).GET().build();
        HttpResponse<byte[]> answer = send(request);
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        if (answer.statusCode() != 200 || !(json(request, answer) instanceof ObjectNode article)) {
            throw refused(request, answer);
        }
        if (!article.hasNonNull("articleBody")) {
            article.put("articleBody", articleBody(id));
        }
        return Optional.of(article);
    }

    /** Returns the number of articles that the search index has by now. */
    public int indexed() {
        return get(api.resolve("v1/counts?by=lang")).path("articles").asInt();
    }

    /** Returns the stories, the latest first, at most 100. */
    public List<JsonNode> stories() {
        List<JsonNode> stories = new ArrayList<>();
        get(api.resolve("v1/stories?limit=100")).path("items").forEach(stories::add);
        return stories;
    }

    private String articleBody(String id) {
        HttpRequest request = request(at("v1/articles/", id, "/text"))
                .header("Accept", "text/plain")
                .GET()
                .build();
        HttpResponse<byte[]> answer = send(request);
        if (answer.statusCode() != 200) {
            throw refused(request, answer);
        }
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static DocumentRow documentRow(JsonNode item) {
        return new DocumentRow(
                item.path("id").asText(),
                item.path("key").asText(),
                item.path("outcome").asText(),
                text(item, "detail"),
                text(item, "articleId"));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field))
                .filter(value -> value.isTextual() && !value.asText().isEmpty())
                .map(JsonNode::asText);
    }

    private URI at(String before, String id, String after) {
        return api.resolve(before + URLEncoder.encode(id, StandardCharsets.UTF_8) + after);
    }

    private JsonNode get(URI uri) {
        HttpRequest request = request(uri).GET().build();
        HttpResponse<byte[]> answer = send(request);
        if (answer.statusCode() != 200) {
            throw refused(request, answer);
        }
        return json(request, answer);
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(TIMEOUT);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            for (int attempt = 1; attempt < ATTEMPTS && isTemporary(answer.statusCode()); attempt++) {
                Thread.sleep(PAUSE_MILLIS * attempt);
                answer = http.send(request, BodyHandlers.ofByteArray());
            }
            return answer;
        } catch (IOException e) {
            throw new LibraryFailed(request.method() + " " + request.uri() + " got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LibraryFailed(request.method() + " " + request.uri() + " was interrupted", e);
        }
    }

    private static boolean isTemporary(int status) {
        return status == 500 || status == 503;
    }

    private static JsonNode json(HttpRequest request, HttpResponse<byte[]> answer) {
        try {
            return Json.read(answer.body());
        } catch (IllegalArgumentException e) {
            throw new LibraryFailed(request.method() + " " + request.uri() + " did not answer in JSON", e);
        }
    }

    private static LibraryFailed refused(HttpRequest request, HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        String shown = body.length() > 500 ? body.substring(0, 500) + "…" : body;
        return new LibraryFailed(
                request.method() + " " + request.uri() + " was answered with " + answer.statusCode() + ": " + shown);
    }
}
