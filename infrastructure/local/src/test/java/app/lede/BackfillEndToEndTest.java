package app.lede;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import app.lede.local.wiring.Stack;
import app.lede.local.wiring.StackElsewhere;
import app.lede.local.wiring.StackOptions;
import app.lede.testkit.LongRunning;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A site whose feed is paged as WordPress does, and the whole stack: from asking for its past to the articles. */
@LongRunning
class BackfillEndToEndTest {

    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final int ON_A_PAGE = 3;
    private static final int PAGES = 4;
    private static final Set<String> ALL = Set.copyOf(IntStream.rangeClosed(1, ON_A_PAGE * PAGES)
            .mapToObj(number -> "/story-" + number + ".html")
            .toList());

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer web;
    private String site;

    @BeforeEach
    void open_the_site() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site = "127.0.0.1:" + web.getAddress().getPort();
        web.createContext("/", this::answer);
        web.start();
    }

    @AfterEach
    void close_the_site() {
        web.stop(0);
    }

    @Test
    void the_past_of_a_source_becomes_articles_and_every_page_and_entry_is_counted_once() throws Exception {
        try (Stack stack = Stack.start(options())) {
            JsonNode end = backfilled(stack);
            assertEquals(
                    List.of(),
                    doubles(asked.stream()
                            .filter(path -> path.contains("paged="))
                            .toList()));
            assertEquals(
                    "{\"missing\":1,\"read\":" + PAGES + "}", end.path("pages").toString());
            assertEquals(ON_A_PAGE, end.at("/articles/known").asInt(), "those of the feed were polled before");
            assertEquals(ON_A_PAGE * (PAGES - 1), end.at("/articles/sent").asInt());
            // The oldest first, but for what two fetchers at once may swap.
            List<String> pages =
                    asked.stream().filter(path -> path.startsWith("/story-")).toList();
            assertTrue(pages.indexOf("/story-1.html") < pages.indexOf("/story-9.html"), pages::toString);
        }
    }

    @Test
    void jobs_that_come_three_times_and_shuffled_end_the_same() throws Exception {
        try (UnreliableQueues queues = UnreliableQueues.repeating(3, 7);
                Stack stack = StackElsewhere.startOnQueues(options(), queues.endpoint())) {
            JsonNode end = backfilled(stack);
            assertEquals(
                    "{\"missing\":1,\"read\":" + PAGES + "}", end.path("pages").toString());
            assertEquals(
                    ON_A_PAGE * PAGES,
                    end.at("/articles/known").asInt() + end.at("/articles/sent").asInt());
        }
    }

    private JsonNode backfilled(Stack stack) throws Exception {
        URI api = stack.endpoints().api();
        JsonNode source =
                Json.read(send("POST", api.resolve("/v1/sources"), "{\"url\":\"http://" + site + "/feed/\"}"));
        String path = "/v1/sources/" + source.path("id").asText();
        await(api.resolve("/v1/articles"), json -> json.path("items").size() == ON_A_PAGE);
        JsonNode begun = Json.read(send("POST", api.resolve(path + "/backfill"), "{\"pages\":20}"));
        assertEquals("walking", begun.path("state").asText(), begun::toString);
        JsonNode end = await(
                api.resolve(path + "/backfill"),
                json -> json.path("state").asText().equals("complete"));
        JsonNode articles = await(
                api.resolve("/v1/articles?limit=100"),
                json -> json.path("items").size() == ALL.size());
        Set<String> found = Set.copyOf(articles.path("items")
                .valueStream()
                .map(item -> URI.create(item.path("url").asText()).getPath())
                .toList());
        assertEquals(ALL, found);
        return end;
    }

    private static List<String> doubles(List<String> paths) {
        return paths.stream()
                .filter(path -> paths.indexOf(path) != paths.lastIndexOf(path))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path);
        int page = path.equals("/feed/")
                ? 1
                : path.startsWith("/feed/?paged=") ? Integer.parseInt(path.substring("/feed/?paged=".length())) : 0;
        String body = page > PAGES ? "" : page > 0 ? feed(page) : ALL.contains(path) ? story(path) : "";
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("content-type", page > 0 ? "application/rss+xml" : "text/html");
        exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String feed(int page) {
        StringBuilder items = new StringBuilder();
        int newest = ON_A_PAGE * (PAGES - page + 1);
        for (int number = newest; number > newest - ON_A_PAGE; number--) {
            items.append("<item><title>Ferry ")
                    .append(number)
                    .append("</title><link>http://")
                    .append(site)
                    .append("/story-")
                    .append(number)
                    .append(".html</link><pubDate>")
                    .append(number)
                    .append(" Mar 2020 08:00:00 GMT</pubDate></item>");
        }
        return "<rss version='2.0'><channel><title>Bay</title>" + items + "</channel></rss>";
    }

    private static String story(String path) {
        return "<html><head><title>Ferry " + path + "</title></head><body><article><h1>Ferry " + path + "</h1>"
                + "<p>The ferry " + path + " between the two halves of the bay sails again since Monday, four times"
                + " a day.</p><p>Its old engine was replaced in the winter, after three years in which people of "
                + path + " went round by bus.</p></article></body></html>";
    }

    private StackOptions options() {
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

    private String send(String method, URI uri, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("content-type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private JsonNode await(URI uri, Predicate<JsonNode> wanted) throws Exception {
        long end = System.nanoTime() + DEADLINE.toNanos();
        JsonNode json = Json.read(send("GET", uri, ""));
        while (!wanted.test(json) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            json = Json.read(send("GET", uri, ""));
        }
        assertTrue(wanted.test(json), json::toString);
        return json;
    }
}
