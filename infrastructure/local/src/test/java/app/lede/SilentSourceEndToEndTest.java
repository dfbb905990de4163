package app.lede;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.aws.dynamodb.DynamoSources;
import app.lede.json.Json;
import app.lede.local.wiring.Endpoints;
import app.lede.local.wiring.Stack;
import app.lede.local.wiring.StackOptions;
import app.lede.source.Etiquette;
import app.lede.source.Poll;
import app.lede.source.PublicationFrequency;
import app.lede.source.PublisherHints;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.Validators;
import app.lede.testkit.EventFiles;
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
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Follows a daily source on a local stack through its silence and back, as a person would see it. */
@LongRunning
class SilentSourceEndToEndTest {

    private final AtomicInteger entries = new AtomicInteger();
    private final AtomicInteger minutes = new AtomicInteger();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_source_that_falls_silent_and_comes_back_is_told_once_each_by_webhook_feed_and_source() throws Exception {
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", this::answer);
        site.start();
        String address = "127.0.0.1:" + site.getAddress().getPort();
        try (Hook hook = new Hook();
                Stack stack = start(Set.of(hook.address(), address))) {
            URI api = stack.endpoints().api();
            JsonNode search = post(
                    api,
                    "/v1/searches",
                    "{\"name\":\"Quiet\",\"silentSources\":true,\"webhook\":\"" + hook.url() + "\"}");
            String path = "/v1/sources/" + add(stack, "http://" + address + "/feed.xml");
            pollAndWatch(stack, path);
            pollAndWatch(stack, path);
            assertEquals(List.of("source.silent"), types(hook));
            JsonNode silence = get(api, path).path("silence");
            assertEquals("nothing-new", silence.path("reason").asText(), silence::toString);
            entries.incrementAndGet();
            pollAndWatch(stack, path);
            pollAndWatch(stack, path);
            assertEquals(List.of("source.silent", "source.resumed"), types(hook));
            assertTrue(get(api, path).path("silence").isNull());
            URI feed = URI.create(search.path("feed").asText() + "?format=jsonfeed");
            JsonNode items = Json.read(send(HttpRequest.newBuilder(feed))).path("items");
            assertEquals("Back: Daily", items.at("/0/title").asText());
            assertEquals("Silent: Daily", items.at("/1/title").asText());
            assertEquals(2, items.size());
        } finally {
            site.stop(0);
        }
    }

    private Stack start(Set<String> allowed) throws Exception {
        return Stack.start(new StackOptions(
                Path.of(System.getProperty("lede.repository", "../.."), "infrastructure", "template.yaml"),
                OptionalInt.empty(),
                Optional.empty(),
                allowed,
                Map.of(),
                0,
                1,
                () -> Instant.now().plusSeconds(60L * minutes.get()),
                Map.of()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean known = path.equals("/feed.xml") || path.startsWith("/a/");
        byte[] body = (path.equals("/feed.xml") ? feed() : page(path)).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", path.equals("/feed.xml") ? "text/xml" : "text/html");
        exchange.sendResponseHeaders(known ? 200 : 404, known ? body.length : -1);
        if (known) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private String feed() {
        StringBuilder rss = new StringBuilder("<rss version=\"2.0\"><channel><title>Daily</title>");
        for (int entry = entries.get(); entry > 0; entry--) {
            rss.append("<item><title>Ferry ").append(entry).append("</title><link>/a/");
            rss.append(entry).append("</link></item>");
        }
        return rss.append("</channel></rss>").toString();
    }

    private static String page(String path) {
        String words = "The ferry " + path.substring(path.length() - 1)
                + " to the islands sails again from Monday, the harbour office said. It had been in dock for six"
                + " weeks.";
        return "<html><head><title>Ferry</title></head><body><article><h1>Ferry " + path + "</h1><p>" + words
                + "</p></article></body></html>";
    }

    /** Adds a source that had news on each of 60 days, the last one 20 days ago. */
    private static SourceId add(Stack stack, String url) {
        Endpoints at = stack.endpoints();
        Instant now = Instant.now();
        SourceId id = SourceId.ofUrl(url);
        Source source = Source.added(id, url, "Daily", now.minus(Duration.ofDays(90)));
        Poll.Answered answer =
                new Poll.Answered(Validators.NONE, PublisherHints.NOTHING, Etiquette.ofBody(1, 1_000), null);
        for (int day = 80; day >= 20; day--) {
            Instant then = now.minus(Duration.ofDays(day));
            source = source.after(new Poll.Read(answer, PublicationFrequency.UNKNOWN, 1, 0, "Daily"), then, then);
        }
        try (DynamoDbClient dynamo = DynamoDbClient.builder()
                .endpointOverride(at.dynamodb())
                .region(Region.of(at.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(at.accessKeyId(), at.secretAccessKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            String table = stack.names().tables().stream()
                    .filter(name -> name.contains("source"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(new DynamoSources(dynamo, table).add(source));
        }
        return id;
    }

    /** Lets two minutes pass, since a source is polled once in a minute, and has it polled and listened to. */
    private void pollAndWatch(Stack stack, String source) throws Exception {
        minutes.addAndGet(2);
        JsonNode polled = post(stack.endpoints().api(), source + "/poll", "");
        assertEquals("active", polled.path("state").asText());
        settle(stack);
        stack.invoke("deliver-alerts", EventFiles.read("deliver-alerts", "each-quarter"));
        settle(stack);
    }

    private static List<String> types(Hook hook) {
        return hook.calls().stream()
                .map(call -> Json.read(call.body()).path("type").asText())
                .toList();
    }

    private JsonNode post(URI api, String path, String body) throws Exception {
        return Json.read(send(HttpRequest.newBuilder(api.resolve(path)).POST(BodyPublishers.ofString(body))));
    }

    private JsonNode get(URI api, String path) throws Exception {
        return Json.read(send(HttpRequest.newBuilder(api.resolve(path))));
    }

    private String send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        assertTrue(answer.statusCode() < 300, () -> answer.statusCode() + " " + answer.body());
        return answer.body();
    }

    private static void settle(Stack stack) {
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        for (int looks = 0; looks < 3; looks = stack.idle() ? looks + 1 : 0) {
            assertTrue(System.nanoTime() < end, "the queues are not empty");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
