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
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
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
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Follows two reports of one event to their story on the local stack, and runs them through the pipeline again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoriesEndToEndTest {

    private static final int LOOKS = 300;

    private final HttpClient http = HttpClient.newHttpClient();
    private Stack stack;
    private S3Client s3;

    @BeforeAll
    void start() throws Exception {
        stack = Stack.start(options());
        Endpoints endpoints = stack.endpoints();
        s3 = S3Client.builder()
                .endpointOverride(endpoints.s3())
                .forcePathStyle(true)
                .region(Region.of(endpoints.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(endpoints.accessKeyId(), endpoints.secretAccessKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
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
        String bucket = stack.names().buckets().stream()
                .filter(name -> name.contains("documents"))
                .findFirst()
                .orElseThrow();
        s3.putObject(
                put -> put.bucket(bucket).key("inbox/" + key).contentType("text/html"), RequestBody.fromString(html));
    }

    private JsonNode read(String path) throws Exception {
        return Json.read(http.send(
                        HttpRequest.newBuilder(stack.endpoints().api().resolve(path))
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }

    @Test
    void two_reports_become_a_story_and_come_out_the_same_again() throws Exception {
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
