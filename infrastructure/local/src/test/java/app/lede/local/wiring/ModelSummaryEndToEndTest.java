package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The whole application with a model that a local server stands in for. */
class ModelSummaryEndToEndTest {

    private static final Path TEMPLATE =
            Path.of(System.getProperty("lede.repository", "../.."), "infrastructure", "template.yaml");

    private static final String TEXT =
            "The library of Nordby opens on Sundays from 1 March, the council decided on Tuesday. Two librarians will"
                + " work 12 hours more each week, which costs 38,000 kroner a year. \"People asked for it,\" director"
                + " Eva Holt said. The branch in Sandvik stays closed on Sundays. Nordby lent 61,000 books last year,"
                + " more than ever before. A survey of 900 readers had shown that most of them work on Saturdays. The"
                + " council may end the trial after a year. The opposition did not vote.";

    private static final String ANSWER = "{\"sentences\": [\"The library of Nordby opens on Sundays from 1 March.\"]}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void an_upload_gets_the_models_summary_and_its_costs_show() throws Exception {
        HttpServer model = model();
        try (Stack stack = Stack.start(
                options(),
                Map.of(
                        "AWS_ENDPOINT_URL_BEDROCK_RUNTIME",
                        "http://127.0.0.1:" + model.getAddress().getPort()))) {
            upload(stack);
            awaitIdle(stack);

            JsonNode summary = get(stack, "/v1/articles?sort=arrival").at("/items/0/summary");
            assertEquals("example.writer-v1", summary.path("by").asText(), summary::toString);
            assertEquals(
                    "The library of Nordby opens on Sundays from 1 March.",
                    summary.at("/sentences/0/text").asText());
            JsonNode costs = get(stack, "/v1/costs");
            assertEquals("within", costs.path("state").asText(), costs::toString);
            assertEquals(1, costs.path("articles").asInt());
            assertEquals(0.0021, costs.path("spent").asDouble(), 1e-9);
            assertEquals(0.21, costs.at("/sources/0/centsPerArticle").asDouble(), 1e-9);
            assertEquals(1, calls.get());
        } finally {
            model.stop(0);
        }
    }

    private static void awaitIdle(Stack stack) {
        for (int looks = 0; looks < 3; looks = stack.idle() ? looks + 1 : 0) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static StackOptions options() {
        return new StackOptions(
                TEMPLATE,
                OptionalInt.empty(),
                Optional.empty(),
                Set.of(),
                Map.of(),
                0,
                0,
                InstantSource.system(),
                Map.of(
                        "SummaryModel", "example.writer-v1",
                        "SummaryModelInputPrice", "3",
                        "SummaryModelOutputPrice", "15"));
    }

    private HttpServer model() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ObjectNode answer = Json.object();
        answer.putObject("output")
                .putObject("message")
                .put("role", "assistant")
                .putArray("content")
                .addObject()
                .put("text", ANSWER);
        answer.put("stopReason", "end_turn");
        answer.putObject("usage")
                .put("inputTokens", 400)
                .put("outputTokens", 60)
                .put("totalTokens", 460);
        byte[] body = Json.bytes(answer);
        server.createContext("/model/example.writer-v1/converse", exchange -> {
            calls.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private void upload(Stack stack) throws IOException, InterruptedException {
        byte[] document = ("Library opens on Sundays\n\n" + TEXT).getBytes(StandardCharsets.UTF_8);
        JsonNode ticket = send(HttpRequest.newBuilder(stack.endpoints().api().resolve("/v1/documents"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Json.text(Map.of("name", "nordby.txt", "contentType", "text/plain", "size", document.length))))
                .build());
        HttpRequest.Builder put = HttpRequest.newBuilder(
                        URI.create(ticket.path("url").asText()))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(document));
        ticket.path("headers").properties().stream()
                .filter(header -> !header.getKey().equals("content-length"))
                .forEach(header -> put.header(header.getKey(), header.getValue().asText()));
        http.send(put.build(), HttpResponse.BodyHandlers.discarding());
    }

    private JsonNode get(Stack stack, String path) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(stack.endpoints().api().resolve(path)).build());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        return Json.read(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
