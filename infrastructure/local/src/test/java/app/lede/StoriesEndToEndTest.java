package app.lede;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import app.lede.json.Json;
import app.lede.local.command.ReprocessCommand;
import app.lede.local.command.terminal.RecordedTerminal;
import app.lede.local.wiring.Endpoints;
import app.lede.local.wiring.Stack;
import app.lede.local.wiring.StackOptions;
import app.lede.testkit.LongRunning;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/** Follows two reports of one event to their story on the local stack, and runs them through the pipeline again. */
@LongRunning
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoriesEndToEndTest {

    private static final int LOOKS = 300;

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

    private static String page(String host, String headline, String text) {
        return "<html lang=en><head><link rel=canonical href=\"https://" + host + "/port-ellery\"><title>" + headline
                + "</title></head><body><article><h1>" + headline + "</h1><p>" + text + "</p></article></body></html>";
    }

    private void upload(String key, String html) {
        s3.putObject(
                put -> put.bucket(bucket("documents")).key("inbox/" + key).contentType("text/html"),
                RequestBody.fromString(html));
    }

    private JsonNode read(String path) throws Exception {
        return Json.read(http.send(
                        HttpRequest.newBuilder(stack.endpoints().api().resolve(path))
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }

    @Test
    void two_reports_become_a_story_and_run_through_the_pipeline_again() throws Exception {
        upload(
                "gazette.html",
                page(
                        "gazette.example",
                        "Lighthouse of Port Ellery goes dark",
                        "The lighthouse of Port Ellery went dark on Monday after a ship, the Karla Vesper, cut the"
                            + " power cable in the bay, the coast guard said.</p><p>The keeper, Odile Marchetti, lit"
                            + " the old lamp by hand and stayed at it all night. Divers will mend the cable on"
                            + " Thursday if the swell allows it."));
        upload(
                "courier.html",
                page(
                        "courier.example",
                        "Keeper lights lamp by hand",
                        "Nobody in Port Ellery slept much, for the lighthouse had to be lit by hand. The keeper, Odile"
                                + " Marchetti, climbed the stairs with a can of oil when the Karla Vesper had torn the"
                                + " cable.</p><p>She had done it once in training, Marchetti said in the morning, and"
                                + " never hoped to do it again."));
        JsonNode stories = awaited("/v1/stories");
        assertEquals(2, stories.at("/items/0/voices").asInt(), stories.toString());
        String id = stories.at("/items/0/id").asText();
        assertEquals(2, read("/v1/stories/" + id).path("timeline").size());
        assertEquals(2, awaited("/v1/articles?story=" + id).path("items").size());
        JsonNode run = Json.read(reprocessed("--from", "2020-01-01"));
        assertEquals(2, run.path("examined").asInt(), run.toString());
        assertEquals(0, run.path("changed").asInt(), run.toString());
        assertTrue(run.path("complete").asBoolean(), run.toString());
        promoted(id);
    }

    /** Makes an article one of an earlier version that read no language; a run changes it in shadow first, then for good. */
    private void promoted(String id) throws Exception {
        JsonNode before = read("/v1/articles/" + id);
        textOfEarlierVersion(id);
        try (DynamoDbClient tables = tables()) {
            String articles = tables.listTables().tableNames().stream()
                    .filter(name -> name.toLowerCase(Locale.ROOT).contains("articles"))
                    .findFirst()
                    .orElseThrow();
            tables.updateItem(update -> update.tableName(articles)
                    .key(Map.of("id", AttributeValue.fromS(id)))
                    .updateExpression("SET #parser = :parser, inLanguage = :language")
                    .expressionAttributeNames(Map.of("#parser", "parser"))
                    .expressionAttributeValues(
                            Map.of(":parser", AttributeValue.fromN("1"), ":language", AttributeValue.fromS("ha"))));
        }
        JsonNode shadow = Json.read(reprocessed("--from", "2020-01-01"));
        assertEquals(1, shadow.path("changed").asInt(), shadow.toString());
        assertEquals(0, shadow.path("promoted").asInt(), shadow.toString());
        assertEquals("ha", read("/v1/articles/" + id).path("inLanguage").asText(), "a shadow stores nothing");
        JsonNode run = Json.read(reprocessed("--from", "2020-01-01", "--promote"));
        assertEquals(1, run.path("promoted").asInt(), run.toString());
        JsonNode after = read("/v1/articles/" + id);
        for (int look = 0; look < LOOKS && !after.path("inLanguage").asText().equals("en"); look++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            after = read("/v1/articles/" + id);
        }
        assertEquals("en", after.path("inLanguage").asText());
        assertEquals(before.path("pipeline"), after.path("pipeline"));
        assertEquals(before.path("revision"), after.path("revision"));
    }

    /** Copies the text of an article to where an earlier version would have put it, and waits until that was noticed. */
    private void textOfEarlierVersion(String id) {
        String bucket = bucket("library");
        String key = s3.listObjectsV2(list -> list.bucket(bucket).prefix("articles/" + id + "/"))
                .contents()
                .getFirst()
                .key();
        s3.copyObject(copy -> copy.sourceBucket(bucket)
                .sourceKey(key)
                .destinationBucket(bucket)
                .destinationKey(key.replaceFirst("-p[0-9]+\\.json$", "-p1.json")));
        for (int quiet = 0; quiet < 10; ) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            quiet = stack.idle() ? quiet + 1 : 0;
        }
    }

    private String bucket(String kind) {
        return stack.names().buckets().stream()
                .filter(name -> name.contains(kind))
                .findFirst()
                .orElseThrow();
    }

    private DynamoDbClient tables() {
        return EngineClients.dynamoDb(stack.endpoints());
    }

    /** Waits until a list has an item: the stream is read every few seconds. */
    private JsonNode awaited(String list) throws Exception {
        for (int look = 0; look < LOOKS; look++) {
            JsonNode answer = read(list);
            if (!answer.path("items").isEmpty()) {
                return answer;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return fail(list + " stays empty");
    }

    private String reprocessed(String... options) {
        RecordedTerminal terminal = new RecordedTerminal();
        Endpoints endpoints = stack.endpoints();
        CommandLine command = new CommandLine(new ReprocessCommand(terminal.terminal()));
        List<String> given = new ArrayList<>(List.of(
                "--dynamodb",
                endpoints.dynamodb().toString(),
                "--sqs",
                endpoints.sqs().toString()));
        given.addAll(List.of(options));
        command.execute(given.toArray(String[]::new));
        return String.join("", terminal.results());
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
