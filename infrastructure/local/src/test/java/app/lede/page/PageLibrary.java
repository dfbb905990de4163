package app.lede.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import app.lede.local.wiring.Stack;
import app.lede.local.wiring.StackFailed;
import app.lede.local.wiring.StackOptions;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** A running stack with a small library: articles in four languages, one of them corrected, one with markup in its words. */
final class PageLibrary implements AutoCloseable {

    private static final List<String> DOCUMENTS = List.of(
            "night-train",
            "night-train-fr",
            "night-train-de",
            "methanol-ship-ar",
            "reservoir",
            "reservoir-copy",
            "ferry-strike",
            "grain-corridor",
            "terminals-behind-a-paywall",
            "markup-in-the-headline");

    private final Stack stack;
    private final HttpClient http = HttpClient.newHttpClient();

    PageLibrary() throws StackFailed {
        this.stack = Stack.start(new StackOptions(
                Path.of(System.getProperty("lede.repository", "../.."), "infrastructure", "template.yaml"),
                OptionalInt.empty(),
                Optional.empty(),
                Set.of(),
                Map.of(),
                0,
                1,
                InstantSource.system(),
                Map.of()));
    }

    /** Uploads the documents, then a later version of one, and waits until each is an article that searches find. */
    void fill() throws IOException, InterruptedException {
        for (String document : DOCUMENTS) {
            upload(document);
        }
        settle();
        upload("night-train-corrected");
        settle();
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (found("lang=en").size() < 7 || found("q=296").isEmpty()) {
            assertTrue(System.nanoTime() < end, "the articles are not found");
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    URI api() {
        return stack.endpoints().api();
    }

    /** Returns the id of the one article that a search finds. */
    String only(String query) throws IOException, InterruptedException {
        JsonNode items = found(query);
        assertEquals(1, items.size(), query);
        return items.path(0).path("id").asText();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return Json.read(send(HttpRequest.newBuilder(api().resolve(path))));
    }

    String text(String article) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(api().resolve("/v1/articles/" + article + "/text?format=text")));
    }

    private JsonNode found(String query) throws IOException, InterruptedException {
        return get("/v1/articles?" + query).path("items");
    }

    private void upload(String name) throws IOException, InterruptedException {
        byte[] bytes;
        try (InputStream in =
                Objects.requireNonNull(PageLibrary.class.getResourceAsStream("documents/" + name + ".html"), name)) {
            bytes = in.readAllBytes();
        }
        JsonNode ticket = Json.read(send(HttpRequest.newBuilder(api().resolve("/v1/documents"))
                .POST(BodyPublishers.ofString(Json.object()
                        .put("name", name + ".html")
                        .put("contentType", "text/html")
                        .put("size", bytes.length)
                        .toString()))));
        HttpRequest.Builder put =
                HttpRequest.newBuilder(URI.create(ticket.path("url").asText())).PUT(BodyPublishers.ofByteArray(bytes));
        ticket.path("headers").properties().stream()
                .filter(header -> !header.getKey().equals("content-length"))
                .forEach(header -> put.header(header.getKey(), header.getValue().asText()));
        send(put);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        assertTrue(answer.statusCode() < 300, () -> answer.statusCode() + " " + answer.body());
        return answer.body();
    }

    private void settle() {
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        for (int looks = 0; looks < 3; looks = stack.idle() ? looks + 1 : 0) {
            assertTrue(System.nanoTime() < end, "the queues are not empty");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
