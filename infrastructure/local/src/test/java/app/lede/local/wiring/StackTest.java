package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

@TestInstance(Lifecycle.PER_CLASS)
class StackTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRICKY_KEY = "inbox/a+b c/ü.html";

    private RunningStack running;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        running = new RunningStack(folder);
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @BeforeEach
    void forget() throws Exception {
        running.recorded();
        running.ticks();
        running.now.updateAndGet(time -> time.plusMillis(1));
    }

    private JsonNode onlyNotification() throws Exception {
        List<String> recorded = running.recorded();
        assertEquals(1, recorded.size(), recorded::toString);
        return JSON.readTree(recorded.get(0)).path("Records").path(0);
    }

    @Test
    void a_put_under_the_prefix_reaches_the_function_as_the_notification_of_s3() throws Exception {
        running.s3.putObject(put -> put.bucket("documents").key(TRICKY_KEY), RequestBody.fromString("hello"));
        JsonNode record = onlyNotification();
        JsonNode object = record.path("s3").path("object");
        assertEquals("ObjectCreated:Put", record.path("eventName").asText());
        assertEquals("2026-03-01T10:00:30", record.path("eventTime").asText().substring(0, 19));
        assertEquals("documents", record.path("s3").path("bucket").path("name").asText());
        assertEquals("inbox/a%2Bb+c/%C3%BC.html", object.path("key").asText());
        assertEquals(5, object.path("size").asInt());
        assertEquals("5d41402abc4b2a76b9719d911017c592", object.path("eTag").asText());
        assertTrue(object.path("versionId").isMissingNode());
        assertEquals(
                "hello",
                running.s3
                        .getObjectAsBytes(get -> get.bucket("documents").key(TRICKY_KEY))
                        .asUtf8String());
    }

    @Test
    void sequencers_of_one_key_grow_although_the_clock_stands_still() throws Exception {
        for (int i = 0; i < 3; i++) {
            running.s3.putObject(put -> put.bucket("documents").key("inbox/x"), RequestBody.fromString("x"));
        }
        List<String> sequencers = running.recorded().stream()
                .map(line -> line.replaceAll(".*\"sequencer\":\"([0-9A-F]+)\".*", "$1"))
                .distinct()
                .toList();
        assertEquals(3, sequencers.size());
        assertTrue(sequencers.stream().allMatch(sequencer -> sequencer.length() == 16));
    }

    @Test
    void an_object_outside_the_prefix_tells_nobody() throws Exception {
        running.s3.putObject(put -> put.bucket("documents").key("web/x"), RequestBody.fromString("x"));
        assertEquals(List.of(), running.recorded());
    }

    @Test
    void a_copy_and_a_multipart_upload_notify_with_their_own_names() throws Exception {
        running.s3.putObject(put -> put.bucket("documents").key("web/origin"), RequestBody.fromString("copied"));
        running.s3.copyObject(copy -> copy.sourceBucket("documents")
                .sourceKey("web/origin")
                .destinationBucket("documents")
                .destinationKey("inbox/copy"));
        JsonNode copied = onlyNotification();
        assertEquals("ObjectCreated:Copy", copied.path("eventName").asText());
        assertEquals(6, copied.path("s3").path("object").path("size").asInt());

        String upload = running.s3
                .createMultipartUpload(create -> create.bucket("documents").key("inbox/ö parts"))
                .uploadId();
        String eTag = running.s3
                .uploadPart(
                        part -> part.bucket("documents")
                                .key("inbox/ö parts")
                                .uploadId(upload)
                                .partNumber(1),
                        RequestBody.fromString("one part"))
                .eTag();
        CompletedPart part = CompletedPart.builder().partNumber(1).eTag(eTag).build();
        running.s3.completeMultipartUpload(complete -> complete.bucket("documents")
                .key("inbox/ö parts")
                .uploadId(upload)
                .multipartUpload(parts -> parts.parts(List.of(part))));
        JsonNode completed = onlyNotification();
        assertEquals(
                "ObjectCreated:CompleteMultipartUpload",
                completed.path("eventName").asText());
        assertEquals(8, completed.path("s3").path("object").path("size").asInt());
    }

    @Test
    void a_presigned_upload_works_for_a_client_without_credentials() throws Exception {
        try (S3Presigner presigner = running.presigner()) {
            var signed = presigner.presignPutObject(sign -> sign.signatureDuration(Duration.ofMinutes(5))
                    .putObjectRequest(
                            put -> put.bucket("documents").key(TRICKY_KEY).contentLength(6L)));
            HttpRequest request = HttpRequest.newBuilder(signed.url().toURI())
                    .PUT(BodyPublishers.ofString("upload"))
                    .build();
            assertEquals(200, running.send(request).statusCode());
            assertEquals(
                    6, onlyNotification().path("s3").path("object").path("size").asInt());

            HttpRequest tampered = HttpRequest.newBuilder(
                            java.net.URI.create(signed.url().toString().replace("inbox", "inbax")))
                    .PUT(BodyPublishers.ofString("upload"))
                    .build();
            assertEquals(403, running.send(tampered).statusCode());
        }
    }

    @Test
    void no_port_answers_a_page_of_another_site() throws Exception {
        for (URI port : List.of(
                running.stack.endpoints().api(),
                running.stack.endpoints().s3(),
                running.stack.endpoints().dynamodb(),
                running.stack.endpoints().sqs(),
                running.stack.endpoints().secretsManager(),
                running.stack.endpoints().sns())) {
            HttpRequest.Builder request = HttpRequest.newBuilder(port.resolve("/v1/things/1"));
            assertEquals(
                    403,
                    running.send(request.copy()
                                    .header("Origin", "https://news.example")
                                    .build())
                            .statusCode(),
                    port::toString);
            String own = "http://localhost:" + port.getPort();
            HttpRequest ownPage = request.copy().header("Origin", own).build();
            assertFalse(running.send(ownPage).body().contains("This port answers"), port::toString);
        }
    }

    @Test
    void a_wrong_secret_is_refused_and_tells_nobody() throws Exception {
        try (S3Client stranger = S3Client.builder()
                .endpointOverride(running.stack.endpoints().s3())
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("lede", "not the secret")))
                .build()) {
            assertThrows(
                    S3Exception.class,
                    () -> stranger.putObject(
                            put -> put.bucket("documents").key("inbox/x"), RequestBody.fromString("x")));
        }
        assertEquals(List.of(), running.recorded());
    }

    @Test
    void only_the_failed_messages_of_a_batch_stay_and_end_in_the_dead_letters() throws Exception {
        int before = running.stack.deadLetters();
        String url = running.stack.names().queues().get("parse-queue");
        try (SqsClient sqs = sqs()) {
            for (String body : List.of("one", "two fails", "three")) {
                sqs.sendMessage(send -> send.queueUrl(url).messageBody(body));
            }
        }
        List<String> recorded = running.recorded();
        assertEquals(List.of("one"), recorded.stream().filter("one"::equals).toList());
        assertEquals(List.of("three"), recorded.stream().filter("three"::equals).toList());
        assertEquals(2, recorded.stream().filter("two fails"::equals).count());
        assertEquals(before + 1, running.stack.deadLetters());
    }

    @Test
    void a_delayed_message_keeps_the_stack_from_being_idle() throws Exception {
        String url = running.stack.names().queues().get("parse-queue");
        try (SqsClient sqs = sqs()) {
            sqs.sendMessage(send -> send.queueUrl(url).messageBody("late").delaySeconds(1));
        }
        assertEquals(false, running.stack.idle());
        assertEquals(List.of("late"), running.recorded());
    }

    private SqsClient sqs() {
        return SqsClient.builder()
                .endpointOverride(running.stack.endpoints().sqs())
                .region(Region.US_EAST_1)
                .credentialsProvider(running.credentials())
                .build();
    }

    @Test
    void a_request_reaches_the_function_in_payload_format_two() throws Exception {
        HttpResponse<String> response = running.send(running.api("/v1/things/a%2Fb%20c?lang=de&lang=fr&q=a+b%26c")
                .header("X-Many", "1")
                .header("X-Many", "2")
                .header("Cookie", "x=1; y=2")
                .build());
        JsonNode event = JSON.readTree(response.body()).path("event");
        assertEquals(201, response.statusCode());
        assertEquals(List.of("echo"), response.headers().allValues("x-answer"));
        assertEquals(List.of("a=1", "b=2"), response.headers().allValues("set-cookie"));
        assertEquals("2.0", event.path("version").asText());
        assertEquals("GET /v1/things/{id}", event.path("routeKey").asText());
        assertEquals("a/b c", event.path("pathParameters").path("id").asText());
        assertEquals("lang=de&lang=fr&q=a+b%26c", event.path("rawQueryString").asText());
        assertEquals("de,fr", event.path("queryStringParameters").path("lang").asText());
        assertEquals("a b&c", event.path("queryStringParameters").path("q").asText());
        assertEquals("1,2", event.path("headers").path("x-many").asText());
        assertEquals("y=2", event.path("cookies").path(1).asText());
        assertEquals(
                "GET", event.path("requestContext").path("http").path("method").asText());
        assertEquals(false, event.path("isBase64Encoded").asBoolean());
        assertTrue(event.path("body").isMissingNode());
    }

    @Test
    void a_body_is_text_for_text_types_and_base64_for_others() throws Exception {
        HttpRequest.Builder post = running.api("/v1/things").POST(BodyPublishers.ofString("{\"ü\":1}"));
        JsonNode text = JSON.readTree(running.send(post.copy()
                                .header("Content-Type", "application/json")
                                .build())
                        .body())
                .path("event");
        JsonNode bytes = JSON.readTree(running.send(
                                post.copy().header("Content-Type", "image/png").build())
                        .body())
                .path("event");
        assertEquals("{\"ü\":1}", text.path("body").asText());
        assertEquals(true, bytes.path("isBase64Encoded").asBoolean());
        assertEquals(
                "{\"ü\":1}",
                new String(Base64.getDecoder().decode(bytes.path("body").asText()), StandardCharsets.UTF_8));
    }

    @Test
    void the_api_answers_itself_what_api_gateway_answers_itself() throws Exception {
        HttpResponse<String> unknown = running.send(running.api("/v1/nothing").build());
        assertEquals(404, unknown.statusCode());
        assertEquals("{\"message\":\"Not Found\"}", unknown.body());
        assertEquals(
                404, running.send(running.api("/v1/things").DELETE().build()).statusCode());
        HttpResponse<String> broken = running.send(running.api("/broken").build());
        assertEquals(500, broken.statusCode());
        assertEquals("{\"message\":\"Internal Server Error\"}", broken.body());
        for (int bytes : List.of(7_000_000, 10 * 1024 * 1024 + 1)) { // More than Lambda takes, and than the gateway.
            HttpRequest large = running.api("/v1/things")
                    .POST(BodyPublishers.ofByteArray(new byte[bytes]))
                    .build();
            HttpResponse<String> refused = running.send(large);
            assertEquals(413, refused.statusCode());
            assertEquals("{\"message\":\"Request Entity Too Large\"}", refused.body());
        }
    }

    @Test
    void functions_are_given_the_template_s_environment_and_this_machine_s_engines() throws Exception {
        JsonNode environment = JSON.readTree(
                        running.send(running.api("/v1/things/1").build()).body())
                .path("environment");
        assertEquals("documents", environment.path("DOCUMENTS_BUCKET").asText());
        assertEquals("things", environment.path("THINGS_TABLE").asText());
        assertEquals(
                running.stack.names().queues().get("parse-queue"),
                environment.path("PARSE_QUEUE_URL").asText());
        assertEquals("127.0.0.1:8081", environment.path("ALLOWED_ADDRESSES").asText());
        assertEquals("127.0.0.1:8081=0.2", environment.path("HOST_GAPS").asText());
        assertEquals(
                running.stack.endpoints().s3().toString(),
                environment.path("AWS_ENDPOINT_URL_S3").asText());

        try (SecretsManagerClient secrets = SecretsManagerClient.builder()
                .endpointOverride(running.stack.endpoints().secretsManager())
                .region(Region.US_EAST_1)
                .credentialsProvider(running.credentials())
                .build()) {
            String secret = secrets.getSecretValue(get ->
                            get.secretId(environment.path("CURSOR_SECRET_ARN").asText()))
                    .secretString();
            assertEquals(64, secret.length());
            assertNotEquals(secret.charAt(0) + secret.substring(0, 63), secret);
        }
    }

    @Test
    void the_schedule_ticks_with_its_scheduled_time_as_the_clock_passes() throws Exception {
        running.now.updateAndGet(time -> time.plus(Duration.ofMinutes(3)));
        List<String> ticks = new java.util.ArrayList<>();
        RunningStack.await(() -> {
            try {
                ticks.addAll(running.ticks());
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return !ticks.isEmpty();
        });
        assertEquals("{\"time\":\"2026-03-01T10:03:30Z\"}", ticks.get(ticks.size() - 1));
        running.now.set(RunningStack.START);
    }

    @Test
    void tables_are_made_as_the_template_says() {
        try (DynamoDbClient dynamodb = DynamoDbClient.builder()
                .endpointOverride(running.stack.endpoints().dynamodb())
                .region(Region.US_EAST_1)
                .credentialsProvider(running.credentials())
                .build()) {
            var table = dynamodb.describeTable(describe -> describe.tableName("things"))
                    .table();
            assertEquals("by-day", table.globalSecondaryIndexes().get(0).indexName());
            assertEquals(
                    List.of("title"),
                    table.globalSecondaryIndexes().get(0).projection().nonKeyAttributes());
            assertEquals("NEW_AND_OLD_IMAGES", table.streamSpecification().streamViewTypeAsString());
            assertEquals(
                    "ttl",
                    dynamodb.describeTimeToLive(describe -> describe.tableName("things"))
                            .timeToLiveDescription()
                            .attributeName());
        }
    }

    @Test
    void a_function_can_be_called_by_name_and_an_unknown_one_is_refused_by_name() throws Exception {
        byte[] event = "{\"rawPath\":\"/x\"}".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                201,
                JSON.readTree(running.stack.invoke("echo", event))
                        .path("statusCode")
                        .asInt());
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> running.stack.invoke("nobody", event));
        assertTrue(String.valueOf(refused.getMessage()).contains("nobody"));
    }
}
