package app.lede;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import app.lede.json.Json;
import app.lede.local.command.ReindexCommand;
import app.lede.local.command.terminal.RecordedTerminal;
import app.lede.local.wiring.Endpoints;
import app.lede.local.wiring.Stack;
import app.lede.local.wiring.StackOptions;
import app.lede.testkit.LongRunning;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import picocli.CommandLine;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Follows an upload by ticket to its article, deletes it, and delivers the same words again. */
@LongRunning
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadAndDeletionEndToEndTest {

    private static final String STORY = """
        The ferry to the islands sails again from Monday, the harbour office said.

        It had been in dock for six weeks, and the islanders had to fly or to stay at home meanwhile.
        """;

    /** A tenth of a second each; a deletion must reach searches within 15 s. */
    private static final int LOOKS = 150;

    private final HttpClient http = HttpClient.newHttpClient();
    private Stack stack;
    private S3Client s3;

    @BeforeAll
    void start() throws Exception {
        stack = Stack.start(options());
        s3 = EngineClients.s3(stack.endpoints());
    }

    @AfterAll
    void stop() {
        s3.close();
        stack.close();
    }

    @Test
    void an_upload_is_waited_for_read_once_deleted_and_never_comes_back() throws Exception {
        HttpResponse<String> asked = send(api("/v1/documents")
                .POST(BodyPublishers.ofString("{\"name\":\"ferry ü.txt\",\"contentType\":\"text/plain\",\"size\":"
                        + STORY.length() + ",\"tags\":[\"Fähre\"]}")));
        assertEquals(201, asked.statusCode(), asked.body());
        String location = asked.headers().firstValue("location").orElseThrow();
        assertEquals("waiting", outcome(location));
        JsonNode ticket = Json.read(asked.body());
        assertEquals(200, put(ticket).statusCode());
        assertEquals(412, put(ticket).statusCode());
        settle();
        JsonNode document = Json.read(send(api(location)).body());
        assertEquals("stored", document.path("outcome").asText(), document.toString());
        String key = URLEncoder.encode(ticket.path("key").asText(), StandardCharsets.UTF_8);
        assertEquals(
                document.path("id"),
                Json.read(send(api("/v1/documents?key=" + key)).body()).at("/items/0/id"));

        String article = "/v1/articles/" + document.path("articleId").asText();
        assertEquals(
                "[\"Fähre\"]", Json.read(send(api(article)).body()).path("tags").toString());
        assertListed("/v1/articles?q=islanders", 1);
        String index = bucket("index");
        keys(index)
                .forEach(lost -> s3.deleteObject(delete -> delete.bucket(index).key(lost)));
        assertListed("/v1/articles?q=islanders", 0);
        assertEquals("{\"indexed\":1}", reindexed());
        assertListed("/v1/articles?q=islanders", 1);
        assertEquals(204, send(api(article).DELETE()).statusCode());
        assertEquals(204, send(api(article).DELETE()).statusCode());
        assertGone(article);
        assertEquals("deleted", outcome(location));

        String documents = bucket("documents");
        s3.putObject(put -> put.bucket(documents).key("inbox/again.txt"), RequestBody.fromString(STORY));
        settle();
        assertEquals(
                "deleted",
                Json.read(send(api("/v1/documents?key=inbox/again.txt")).body())
                        .at("/items/0/outcome")
                        .asText());
        assertGone(article);
    }

    @Test
    void an_upload_deleted_before_it_arrives_never_becomes_an_article() throws Exception {
        HttpResponse<String> asked = send(api("/v1/documents")
                .POST(BodyPublishers.ofString(
                        "{\"name\":\"late.txt\",\"contentType\":\"text/plain\",\"size\":" + STORY.length() + "}")));
        String location = asked.headers().firstValue("location").orElseThrow();
        assertEquals(204, send(api(location).DELETE()).statusCode());
        assertEquals(200, put(Json.read(asked.body())).statusCode());
        settle();
        JsonNode document = Json.read(send(api(location)).body());
        assertEquals("deleted", document.path("outcome").asText(), document.toString());
        assertEquals(204, send(api(location).DELETE()).statusCode());
        assertEquals(List.of(), uploads(document.path("id").asText()));
    }

    private List<String> uploads(String document) {
        return keys(bucket("documents")).stream()
                .filter(key -> key.contains(document))
                .toList();
    }

    private void assertGone(String article) throws Exception {
        assertEquals(404, send(api(article)).statusCode());
        assertEquals(List.of(), keys(bucket("documents")));
        assertEquals(List.of(), keys(bucket("library")));
        settle();
        for (String list : List.of("/v1/articles", "/v1/articles?sort=arrival", "/v1/articles?q=islanders")) {
            assertListed(list, 0);
        }
    }

    /** Waits until a list has so many items: an instance may have read the index a moment ago, and reads it again after 2 s. */
    private void assertListed(String list, int items) throws Exception {
        for (int look = 0; look < LOOKS; look++) {
            HttpResponse<String> answer = send(api(list));
            assertEquals(200, answer.statusCode(), answer.body());
            if (Json.read(answer.body()).path("items").size() == items) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        fail(list + " does not come to have " + items + " items");
    }

    private String reindexed() {
        RecordedTerminal terminal = new RecordedTerminal();
        Endpoints endpoints = stack.endpoints();
        new CommandLine(new ReindexCommand(terminal.terminal()))
                .execute(
                        "--dynamodb", endpoints.dynamodb().toString(),
                        "--s3", endpoints.s3().toString());
        return String.join("", terminal.results());
    }

    private HttpResponse<String> put(JsonNode ticket) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(ticket.path("url").asText())).PUT(BodyPublishers.ofString(STORY));
        ticket.path("headers").properties().stream()
                .filter(header -> !header.getKey().equals("content-length"))
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asText()));
        return send(request);
    }

    private HttpRequest.Builder api(String path) {
        return HttpRequest.newBuilder(stack.endpoints().api().resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String outcome(String location) throws Exception {
        return Json.read(send(api(location)).body()).path("outcome").asText();
    }

    private String bucket(String part) {
        return stack.names().buckets().stream()
                .filter(name -> name.contains(part))
                .findFirst()
                .orElseThrow();
    }

    private List<String> keys(String bucket) {
        return s3.listObjectsV2(list -> list.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private void settle() {
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        for (int looks = 0; looks < 3; looks = stack.idle() ? looks + 1 : 0) {
            assertTrue(System.nanoTime() < end, "the queues are not empty");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static StackOptions options() {
        return new StackOptions(
                Path.of(System.getProperty("lede.repository", "../.."), "infrastructure", "template.yaml"),
                OptionalInt.empty(),
                Optional.empty(),
                Set.of(),
                Map.of(),
                0,
                1,
                InstantSource.system(),
                Map.of());
    }
}
