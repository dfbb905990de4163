package app.lede;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import app.lede.local.wiring.Stack;
import app.lede.local.wiring.StackOptions;
import app.lede.testkit.LongRunning;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A publisher, its hub and the whole stack: from adding a source to an article that arrived by push only. */
@LongRunning
class WebSubEndToEndTest {

    private static final Duration DEADLINE = Duration.ofMinutes(10);
    private static final String STORY = "<html><head><title>Ferry returns</title></head><body><article>"
            + "<h1>Ferry returns to the northern bay</h1>"
            + "<p>The ferry between the two halves of the bay sails again since Monday, four times a day.</p>"
            + "<p>Its old engine was replaced in the winter, after three years in which people went round by bus.</p>"
            + "</article></body></html>";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> subscription = new ConcurrentHashMap<>();
    private volatile String items = "";
    private final Map<String, String> challenged = new ConcurrentHashMap<>();

    @Test
    void a_push_of_a_hub_without_a_secret_prompts_a_poll_of_the_feed() throws Exception {
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.setExecutor(Executors.newCachedThreadPool());
        String site = "127.0.0.1:" + web.getAddress().getPort();
        web.createContext("/feed.xml", exchange -> answer(exchange, 200, "application/rss+xml", feed(site, items)));
        web.createContext("/hub", this::subscribe);
        web.createContext("/ferry.html", exchange -> answer(exchange, 200, "text/html", STORY));
        web.createContext("/robots.txt", exchange -> answer(exchange, 404, "text/plain", ""));
        web.start();
        try (Stack stack = Stack.start(options(site))) {
            URI api = stack.endpoints().api();
            String url = "http://" + site + "/feed.xml";
            JsonNode source = post(
                    api.resolve("/v1/sources"), Json.object().put("url", url).toString());
            String path = "/v1/sources/" + source.path("id").asText();
            JsonNode subscribed = await(
                    api.resolve(path), json -> json.at("/push/state").asText().equals("active"));
            assertEquals("http://" + site + "/hub", subscribed.at("/push/hub").asText());
            assertEquals(challenged.get("sent"), challenged.get("said back"));

            assertFalse(subscription.containsKey("hub.secret"), "no secret over http");

            items = "<item><title>Ferry returns</title><link>http://" + site + "/ferry.html</link></item>";
            assertEquals(204, push(feed(site, "<item><title>Another</title></item>")));
            JsonNode articles = await(
                    api.resolve("/v1/articles"), json -> json.path("items").size() > 0);
            assertEquals(1, articles.path("items").size());
            assertTrue(articles.at("/items/0/url").asText().endsWith("/ferry.html"), articles::toString);
        } finally {
            web.stop(0);
        }
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
                Map.of());
    }

    private static String feed(String site, String items) {
        return "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>Bay</title>"
                + "<atom:link rel='hub' href='http://" + site + "/hub'/>"
                + "<atom:link rel='self' href='http://" + site + "/feed.xml'/>" + items + "</channel></rss>";
    }

    /** Verifies the subscription before answering, as strict hubs do. */
    private void subscribe(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        for (String field : form.split("&", -1)) {
            String[] pair = field.split("=", 2);
            subscription.put(pair[0], URLDecoder.decode(pair[1], UTF_8));
        }
        challenged.put("sent", "a challenge/+ü");
        String query = "?hub.mode=subscribe&hub.lease_seconds=864000&hub.topic=" + encoded("hub.topic")
                + "&hub.challenge=" + URLEncoder.encode("a challenge/+ü", UTF_8);
        challenged.put("said back", get(URI.create(subscription.get("hub.callback") + query)));
        answer(exchange, 202, "text/plain", "");
    }

    private String encoded(String name) {
        return URLEncoder.encode(subscription.getOrDefault(name, ""), UTF_8);
    }

    private int push(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(subscription.getOrDefault("hub.callback", "")))
                .header("content-type", "application/rss+xml")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("content-type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private JsonNode post(URI uri, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return Json.read(
                client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    private String get(URI uri) throws IOException {
        try {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private JsonNode await(URI uri, Predicate<JsonNode> wanted) throws IOException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        JsonNode json = Json.read(get(uri).getBytes(UTF_8));
        while (!wanted.test(json) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            json = Json.read(get(uri).getBytes(UTF_8));
        }
        assertTrue(wanted.test(json), json::toString);
        return json;
    }
}
