package app.lede;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.feed.FeedReader;
import app.lede.feed.FeedReading;
import app.lede.json.Json;
import app.lede.local.wiring.Stack;
import app.lede.local.wiring.StackOptions;
import app.lede.saved.Webhook;
import app.lede.testkit.LongRunning;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Follows articles out of the library of a local stack: as feeds and as an export. */
@LongRunning
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryEndToEndTest {

    private static final String FERRY = """
        The ferry to the islands sails again from Monday, the harbour office said.

        It had been in dock for six weeks, and the islanders had to fly or to stay at home meanwhile.
        """;

    private static final String WELLS = """
        Three villages in the north have new wells since Tuesday, the water board of the province said.

        The old ones had fallen dry in March, and women had walked nine kilometres for water every day.
        """;

    private static final String WOLVES = """
        Two wolves were seen near the reservoir on Sunday, the forest office said.

        It asks hikers to keep their dogs on a lead, and farmers to bring their sheep in at night.
        """;

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final HttpClient http = HttpClient.newHttpClient();
    private Hook hook;
    private Stack stack;

    @BeforeAll
    void start() throws Exception {
        hook = new Hook();
        stack = Stack.start(new StackOptions(
                Path.of(System.getProperty("lede.repository", "../.."), "infrastructure", "template.yaml"),
                OptionalInt.empty(),
                Optional.empty(),
                Set.of(hook.address()),
                Map.of(),
                0,
                1,
                () -> Instant.now().plus(ahead.get()),
                Map.of()));
        upload("ferry.txt", FERRY);
        upload("wells.txt", WELLS);
        settle();
    }

    @AfterAll
    void stop() {
        stack.close();
        hook.close();
    }

    @Test
    void the_feed_of_a_saved_search_is_read_until_the_search_is_deleted() throws Exception {
        HttpResponse<String> saved = post("/v1/searches", "{\"name\":\"Islands\",\"filter\":\"lang=en\"}");
        assertEquals(201, saved.statusCode(), saved.body());
        URI address = URI.create(Json.read(saved.body()).path("feed").asText());
        HttpResponse<byte[]> atom = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        FeedReading reading = new FeedReader().read(atom.body(), "application/atom+xml", address.toString());
        assertEquals(
                2,
                assertInstanceOf(FeedReading.Read.class, reading).feed().items().size());
        String etag = atom.headers().firstValue("etag").orElseThrow();
        assertEquals(
                304,
                send(HttpRequest.newBuilder(address).header("if-none-match", etag))
                        .statusCode());

        String search = saved.headers().firstValue("location").orElseThrow();
        assertEquals(204, send(api(search).DELETE()).statusCode());
        assertEquals(404, send(HttpRequest.newBuilder(address)).statusCode());
        assertEquals(404, send(api(search)).statusCode());
    }

    @Test
    void an_export_holds_every_article_with_its_text_and_is_deleted_when_cancelled() throws Exception {
        HttpResponse<String> started = post("/v1/exports", "{\"filter\":\"lang=en\"}");
        assertEquals(202, started.statusCode(), started.body());
        String location = started.headers().firstValue("location").orElseThrow();
        JsonNode export = complete(location);
        assertEquals(2, export.path("articles").asInt(), export::toString);
        assertEquals(2, get(export.path("manifest").asText()).path("articles").asInt());
        assertTrue(export.path("athena").asText().contains("CREATE EXTERNAL TABLE"));
        String listed =
                send(api("/v1/articles?" + export.path("filter").asText())).body();
        assertEquals(2, Json.read(listed).path("items").size());

        URI file = URI.create(export.at("/days/0/files/0").asText());
        byte[] gzip = http.send(HttpRequest.newBuilder(file).build(), BodyHandlers.ofByteArray())
                .body();
        List<JsonNode> lines = lines(gzip);
        assertEquals(2, lines.size());
        assertTrue(lines.toString().contains("nine kilometres"), lines::toString);

        assertEquals(204, send(api(location).DELETE()).statusCode());
        settle();
        assertEquals(
                "cancelled", Json.read(send(api(location)).body()).path("state").asText());
        assertEquals(404, send(HttpRequest.newBuilder(file)).statusCode());
    }

    @Test
    void a_webhook_gets_a_test_signed_with_its_secret() throws Exception {
        HttpResponse<String> saved =
                post("/v1/searches", "{\"name\":\"Wells\",\"filter\":\"lang=en\",\"webhook\":\"" + hook.url() + "\"}");
        assertEquals(201, saved.statusCode(), saved.body());
        String search = saved.headers().firstValue("location").orElseThrow();
        JsonNode fired = Json.read(send(api(search + "/dry-run")).body());
        assertTrue(fired.path("complete").asBoolean(), fired::toString);
        HttpResponse<String> test = post(search + "/test", "");
        assertEquals(202, test.statusCode(), test.body());
        settle();
        String secret = Json.read(saved.body()).path("webhookSecret").asText();
        Hook.Call call = hook.calls().stream()
                .filter(one -> new String(one.body(), StandardCharsets.UTF_8).contains("search.test"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                Json.read(test.body()).path("delivery").asText(), call.headers().get("webhook-id"));
        Instant sent = Instant.ofEpochSecond(
                Long.parseLong(String.valueOf(call.headers().get("webhook-timestamp"))));
        assertEquals(
                new Webhook(hook.url(), secret)
                        .headers(String.valueOf(call.headers().get("webhook-id")), sent, call.body())
                        .get("webhook-signature"),
                call.headers().get("webhook-signature"));
        assertEquals("search.test", Json.read(call.body()).path("type").asText());
        assertEquals(204, send(api(search).DELETE()).statusCode());
    }

    @Test
    void new_articles_that_a_saved_search_finds_reach_its_webhook_and_its_digest() throws Exception {
        HttpResponse<String> saved = post(
                "/v1/searches",
                "{\"name\":\"Wolves\",\"filter\":\"q=wolves\",\"webhook\":\"" + hook.url()
                        + "\",\"digest\":{\"every\":\"hour\"}}");
        assertEquals(201, saved.statusCode(), saved.body());
        String search = Json.read(saved.body()).path("id").asText();
        upload("wolves.txt", WOLVES);
        settle();
        JsonNode alert = alert(search);
        assertEquals("search.matched", alert.path("type").asText());
        assertEquals(1, alert.at("/data/articles").size(), alert::toString);
        String article = alert.at("/data/articles/0/id").asText();
        String text = send(api("/v1/articles/" + article + "/text")).body();
        assertTrue(text.contains("wolves"), text);
        JsonNode fired =
                Json.read(send(api("/v1/searches/" + search + "/dry-run")).body());
        assertEquals(article, fired.at("/items/0/id").asText());
        assertEquals("[\"q=wolves\"]", fired.at("/items/0/because").toString());
        assertEquals("Wolves: 1 new article", fired.at("/digests/0/subject").asText(), fired::toString);
        String digest = digest(search);
        assertTrue(digest.contains("\nsubject: Wolves: 1 new article\n"), digest);
        assertTrue(digest.contains("\nFilter: q=wolves\n"), digest);
        send(api("/v1/articles/" + article).DELETE());
        send(api("/v1/searches/" + search).DELETE());
    }

    /** Lets hours pass until the stand-in for SNS has written a digest of the search. */
    private String digest(String search) throws Exception {
        Path folder = stack.messages().resolve("digest");
        for (int hour = 0; hour < 5; hour++) {
            ahead.updateAndGet(so -> so.plusHours(1));
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            settle();
            try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
                for (Path file : files.toList()) {
                    String text = Files.readString(file);
                    if (text.contains("search: " + search + "\n")) {
                        return text;
                    }
                }
            }
        }
        throw new AssertionError("no digest came within 5 hours");
    }

    /** Lets minutes pass until an alert of the search comes. */
    private JsonNode alert(String search) throws Exception {
        for (int minute = 0; minute < 30; minute++) {
            ahead.updateAndGet(so -> so.plusMinutes(1));
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            settle();
            for (Hook.Call call : hook.calls()) {
                JsonNode body = Json.read(call.body());
                if (body.at("/data/search").asText().equals(search)) {
                    return body;
                }
            }
        }
        throw new AssertionError("no alert came within 30 minutes");
    }

    private JsonNode complete(String location) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (true) {
            JsonNode export = Json.read(send(api(location)).body());
            if (export.path("state").asText().equals("complete")) {
                return export;
            }
            assertTrue(System.nanoTime() < end, export::toString);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static List<JsonNode> lines(byte[] gzip) throws Exception {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Json::read)
                    .toList();
        }
    }

    private void upload(String name, String text) throws Exception {
        JsonNode ticket = Json.read(post(
                        "/v1/documents",
                        "{\"name\":\"" + name + "\",\"contentType\":\"text/plain\",\"size\":" + text.length() + "}")
                .body());
        HttpRequest.Builder put =
                HttpRequest.newBuilder(URI.create(ticket.path("url").asText())).PUT(BodyPublishers.ofString(text));
        ticket.path("headers").properties().stream()
                .filter(header -> !header.getKey().equals("content-length"))
                .forEach(header -> put.header(header.getKey(), header.getValue().asText()));
        assertEquals(200, send(put).statusCode());
    }

    private JsonNode get(String url) throws Exception {
        return Json.read(send(HttpRequest.newBuilder(URI.create(url))).body());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(api(path).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder api(String path) {
        return HttpRequest.newBuilder(stack.endpoints().api().resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private void settle() {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        for (int looks = 0; looks < 3; looks = stack.idle() ? looks + 1 : 0) {
            assertTrue(System.nanoTime() < end, "the queues are not empty");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
