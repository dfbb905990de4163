package app.lede;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import app.lede.local.wiring.Stack;
import app.lede.local.wiring.StackOptions;
import app.lede.testkit.LongRunning;
import app.lede.testkit.SignatureVerifier;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A publisher verifies the requests of a whole stack with the keys that the stack's API serves. */
@LongRunning
class SignedFetchesEndToEndTest {

    private static final Duration DEADLINE = Duration.ofMinutes(5);

    /** A request, with the time it came at: its signature lasts five minutes. */
    private record Received(Instant at, Map<String, String> headers) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Received> received = new ConcurrentHashMap<>();

    @Test
    void feed_robots_and_page_are_asked_for_with_a_signature_that_the_served_keys_verify() throws Exception {
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String site = "127.0.0.1:" + web.getAddress().getPort();
        web.createContext("/", exchange -> answer(exchange, site));
        web.start();
        try (Stack stack = Stack.start(options(site))) {
            URI api = stack.endpoints().api();
            client.send(
                    HttpRequest.newBuilder(api.resolve("/v1/sources"))
                            .POST(HttpRequest.BodyPublishers.ofString("{\"url\":\"http://" + site + "/feed.xml\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            long end = System.nanoTime() + DEADLINE.toNanos();
            while (!received.containsKey("/ferry.html") && System.nanoTime() < end) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            assertTrue(
                    received.keySet().containsAll(Set.of("/feed.xml", "/robots.txt", "/ferry.html")),
                    () -> received.keySet().toString());
            String agent =
                    Objects.requireNonNull(received.get("/feed.xml")).headers().getOrDefault("signature-agent", "");
            String directory = agent.substring("sig1=\"".length(), agent.length() - 1)
                    + "/.well-known/http-message-signatures-directory";
            JsonNode keys = Json.read(client.send(
                                    HttpRequest.newBuilder(URI.create(directory))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body())
                    .path("keys");
            SignatureVerifier verifier = new SignatureVerifier("web-bot-auth");
            received.forEach((path, request) ->
                    verifier.request(request.at(), keys, "GET", "http://" + site + path, request.headers()));
            assertEquals(Set.of(SignatureVerifier.VERIFIED), Set.copyOf(verifier.verdicts()));
        } finally {
            web.stop(0);
        }
    }

    private void answer(HttpExchange exchange, String site) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        received.put(exchange.getRequestURI().getPath(), new Received(Instant.now(), headers));
        byte[] body = (exchange.getRequestURI().getPath().equals("/feed.xml")
                        ? "<rss version='2.0'><channel><title>Bay</title><item><title>Ferry"
                                + " returns</title><link>http://"
                                + site + "/ferry.html</link></item></channel></rss>"
                        : "")
                .getBytes(UTF_8);
        exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static StackOptions options(String site) {
        return new StackOptions(
                Path.of(System.getProperty("lede.repository", "../.."), "infrastructure", "template.yaml"),
                OptionalInt.empty(),
                Optional.empty(),
                Set.of(site),
                Map.of(site, 0.05),
                0,
                0,
                InstantSource.system(),
                Map.of("SignRequests", "ENABLED"));
    }
}
