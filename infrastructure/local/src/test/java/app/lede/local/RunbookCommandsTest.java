package app.lede.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.aws.dynamodb.DynamoHostGate;
import app.lede.fetch.HostGate.Admission;
import app.lede.infrastructure.Runbook;
import app.lede.json.Json;
import app.lede.local.command.terminal.RecordedTerminal;
import app.lede.local.wiring.Endpoints;
import app.lede.local.wiring.Stack;
import app.lede.local.wiring.StackOptions;
import app.lede.testkit.LongRunning;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Runs the commands of the runbook, taken out of its text, against the local stack in a state that calls for them. */
@LongRunning
class RunbookCommandsTest {

    private static final String HOST = "slow.example";
    private static final String RESTORED = "restored-articles";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> variables = new HashMap<>();
    private final List<String> lost = new ArrayList<>();
    private String api = "";
    private Stack stack;
    private DynamoDbClient tables;
    private SqsClient queues;

    @BeforeEach
    void start() throws Exception {
        stack = Stack.start(new StackOptions(
                Path.of(System.getProperty("lede.repository", "../.."), "infrastructure", "template.yaml"),
                OptionalInt.empty(),
                Optional.empty(),
                Set.of(),
                Map.of(),
                0,
                1,
                InstantSource.system(),
                Map.of()));
        Endpoints at = stack.endpoints();
        StaticCredentialsProvider keys =
                StaticCredentialsProvider.create(AwsBasicCredentials.create(at.accessKeyId(), at.secretAccessKey()));
        tables = DynamoDbClient.builder()
                .endpointOverride(at.dynamodb())
                .region(Region.of(at.region()))
                .credentialsProvider(keys)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        queues = SqsClient.builder()
                .endpointOverride(at.sqs())
                .region(Region.of(at.region()))
                .credentialsProvider(keys)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        api = at.api().toString().replaceFirst("/$", "");
        variables.put("api", api);
        variables.put(
                "where",
                "--dynamodb %s --s3 %s --sqs %s --secrets %s"
                        .formatted(at.dynamodb(), at.s3(), at.sqs(), at.secretsManager()));
        variables.put("host", HOST);
    }

    @AfterEach
    void stop() {
        tables.close();
        queues.close();
        stack.close();
    }

    @Test
    void every_command_does_what_the_runbook_says() throws Exception {
        String first =
                article("The harbour office opened a second gate on Tuesday, and the queue of lorries was gone.");
        article("The school of Port Ellery closes for a week, since its roof was lifted by Sunday's storm.");
        variables.put("id", first);
        variables.put("source", source());
        letterIsDead();
        backUpAndLose(first);
        String next = get("/v1/articles?sort=arrival&limit=1").header("link");
        String secondPage = next.substring(next.indexOf("/v1/"), next.indexOf('>'));
        assertEquals(2, lede("lede restore articles --from nowhere $where"));
        assertEquals(2, lede("lede restore texts --from restored-articles $where"));
        assertEquals(2, lede("lede restore articles --from restored-articles"));
        for (String command : Runbook.commands()) {
            run(command);
        }
        assertEquals(List.of(), lost);
        assertEquals(0, stack.deadLetters());
        assertEquals(200, get(secondPage).status());
    }

    private int lede(String command) {
        List<String> words = ShellLine.words(command, variables);
        return Lede.run(
                new RecordedTerminal().terminal(),
                words.subList(1, words.size()).toArray(String[]::new));
    }

    private void run(String command) throws Exception {
        List<String> words = ShellLine.words(command, variables);
        List<String> arguments = words.subList(1, words.size());
        if (words.getFirst().equals("curl")) {
            int status = curl(arguments).status();
            boolean gone = command.equals("curl $api/v1/articles/$id");
            assertEquals(gone ? 404 : 200, status / 100 == 2 ? 200 : status, command);
        } else {
            RecordedTerminal terminal = new RecordedTerminal();
            Runnable underWay = command.contains("--hours 12") ? requestUnderWay() : () -> {};
            assertEquals(
                    0,
                    Lede.run(terminal.terminal(), arguments.toArray(String[]::new)),
                    () -> command + ": " + terminal.messages());
            underWay.run();
            check(command, String.join("\n", terminal.results()));
        }
        settle();
    }

    private void check(String command, String result) throws Exception {
        if (command.startsWith("lede redrive")) {
            assertTrue(result.contains("parse-dead-letters: 1 moved"), result);
        } else if (command.startsWith("lede reprocess")) {
            assertTrue(Json.read(result).path("complete").asBoolean(), result);
        } else if (command.startsWith("lede pause-host")) {
            Instant now = Instant.now();
            Admission admission = new DynamoHostGate(tables, "control").enter(HOST, Duration.ofSeconds(5), now);
            if (command.contains("--hours 12")) {
                Admission.Wait wait = assertInstanceOf(Admission.Wait.class, admission, result);
                assertTrue(wait.until().isAfter(now.plus(Duration.ofHours(11))), result);
            } else {
                assertInstanceOf(Admission.Entered.class, admission, result);
            }
        } else if (command.startsWith("lede restore")) {
            assertEquals("{\"read\":2,\"written\":1,\"kept\":1}", result);
            assertEquals(200, get("/v1/articles/" + variables.get("id")).status());
        } else if (command.startsWith("lede rotate-cursors")) {
            assertTrue(result.endsWith(": rotated"), result);
        } else if (command.startsWith("lede reindex")) {
            assertEquals("{\"indexed\":1}", result);
        } else {
            lost.add("no check for: " + command);
        }
    }

    /** Enters the host, and returns the end of that request, which must not shorten a pause that began meanwhile. */
    private Runnable requestUnderWay() {
        DynamoHostGate gate = new DynamoHostGate(tables, "control");
        Instant now = Instant.now();
        Admission.Entered place =
                assertInstanceOf(Admission.Entered.class, gate.enter(HOST, Duration.ofSeconds(5), now));
        return () -> gate.leave(place, now);
    }

    /** Uploads a text; returns the id of its article. */
    private String article(String text) throws Exception {
        Reply asked = send(
                "POST",
                "/v1/documents",
                "{\"name\":\"a.txt\",\"contentType\":\"text/plain\",\"size\":" + text.length() + "}");
        JsonNode ticket = Json.read(asked.body());
        HttpRequest.Builder put =
                HttpRequest.newBuilder(URI.create(ticket.path("url").asText())).PUT(BodyPublishers.ofString(text));
        ticket.path("headers").properties().stream()
                .filter(header -> !header.getKey().equals("content-length"))
                .forEach(header -> put.header(header.getKey(), header.getValue().asText()));
        assertEquals(200, http.send(put.build(), BodyHandlers.ofString()).statusCode());
        settle();
        JsonNode document = Json.read(get(asked.header("location")).body());
        assertEquals("stored", document.path("outcome").asText(), document + " for " + asked.body());
        return document.path("articleId").asText();
    }

    private String source() throws Exception {
        Reply added = send("POST", "/v1/sources", "{\"url\":\"http://127.0.0.1:9/feed.xml\"}");
        settle();
        return Json.read(added.body()).path("id").asText();
    }

    private void letterIsDead() {
        String dead = Objects.requireNonNull(stack.names().queues().get("parse-dead-letters"));
        queues.sendMessage(send -> send.queueUrl(dead)
                .messageBody("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"documents\"}"));
    }

    /** Copies the articles, as a restoration does, and removes one that the command is to bring back. */
    private void backUpAndLose(String article) {
        tables.createTable(create -> create.tableName(RESTORED)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(List.of(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build()))
                .keySchema(List.of(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build())));
        tables.scan(scan -> scan.tableName("articles"))
                .items()
                .forEach(item -> tables.putItem(put -> put.tableName(RESTORED).item(item)));
        tables.deleteItem(delete -> delete.tableName("articles").key(Map.of("id", AttributeValue.fromS(article))));
    }

    private record Reply(int status, String body, HttpHeaders headers) {

        String header(String name) {
            return headers.firstValue(name).orElseThrow();
        }
    }

    private Reply curl(List<String> arguments) throws Exception {
        String method = "GET";
        String body = "";
        String url = "";
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "-X" -> method = arguments.get(++i);
                case "-d" -> body = arguments.get(++i);
                case "-H" -> i++;
                default -> url = arguments.get(i);
            }
        }
        return send(method, url.substring(api.length()), body);
    }

    private Reply get(String path) throws Exception {
        return send("GET", path, "");
    }

    private Reply send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                .header("content-type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        return new Reply(answer.statusCode(), answer.body(), answer.headers());
    }

    private void settle() {
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        for (int looks = 0; looks < 3; looks = stack.idle() ? looks + 1 : 0) {
            assertTrue(System.nanoTime() < end, "the queues are not empty");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
