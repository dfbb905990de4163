package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.aws.s3.S3Documents;
import app.lede.contract.VersionedStore;
import app.lede.document.FetchedFrom;
import app.lede.hash.Digest;
import app.lede.json.Json;
import app.lede.local.calls.CallLedger.Count;
import app.lede.testkit.LongRunning;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
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
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/**
 * Deletes over the HTTP API what stands in a documents bucket that keeps versions, as that of the template does. The test
 * announces each new version as S3 does.
 */
@LongRunning
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VersionedDeletionEndToEndTest {

    @RegisterExtension
    static final VersionedStore STORE = new VersionedStore();

    private static final String PARAGRAPHS = """
        <p>The ferry to the islands sails again from Monday, the harbour office said in the afternoon.</p>
        <p>It had been in dock for six weeks, and the islanders had to fly or to stay at home meanwhile.</p>
        <p>Tickets are sold at the quay and in the post office of either island, and cost what they did.</p>
        """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> announced = new HashSet<>();
    private Stack stack;
    private AwsClients clients;
    private String documents;
    private String library;

    @BeforeAll
    void start() throws Exception {
        stack = StackElsewhere.startOnObjects(options(), STORE.endpoint());
        documents = bucket("documents");
        library = bucket("library");
        clients = clients(stack.endpoints());
        clients.s3().putBucketVersioning(put -> put.bucket(documents)
                .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
    }

    @AfterAll
    void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void an_article_is_deleted_with_every_version_of_the_documents_it_was_read_from() throws Exception {
        upload("inbox/ferry ü+1.html", page("https://news.example/ferry", "The ferry sails again"));
        upload("inbox/ferry ü+1.html", page("https://news.example/ferry", "The ferry sails on Monday"));
        upload("inbox/ferry ü+1.html", page("https://news.example/other", "Another story of the ferry"));
        List<JsonNode> rows = documentsOf("inbox/ferry ü+1.html");
        assertEquals(3, rows.size(), rows::toString);
        Set<String> articles = new HashSet<>();
        rows.forEach(row -> articles.add(row.path("articleId").asText()));
        assertEquals(2, articles.size(), rows::toString);
        assertEquals(3, versions("inbox/ferry").size());
        for (String article : articles) {
            assertEquals(204, send("DELETE", "/v1/articles/" + article).statusCode());
        }
        assertEquals(List.of(), versions("inbox/ferry"));
        assertNothingIsDenied();
    }

    @Test
    void a_document_is_deleted_with_its_version_and_the_others_of_its_key_stay() throws Exception {
        upload("inbox/tides.html", page("https://news.example/tides", "High tide at seven"));
        upload("inbox/tides.html", page("https://news.example/ebb", "Low tide at one"));
        List<JsonNode> rows = documentsOf("inbox/tides.html");
        assertEquals(2, versions("inbox/tides").size());
        String newest = rows.getFirst().path("id").asText();
        assertEquals(204, send("DELETE", "/v1/documents/" + newest).statusCode());
        assertEquals(1, versions("inbox/tides").size());
        String oldest = rows.getLast().path("id").asText();
        String article = rows.getLast().path("articleId").asText();
        assertEquals(200, send("GET", "/v1/articles/" + article).statusCode());
        assertEquals(204, send("DELETE", "/v1/documents/" + oldest).statusCode());
        assertEquals(List.of(), versions("inbox/tides"));
        assertNothingIsDenied();
    }

    @Test
    void a_fetched_page_is_deleted_with_every_version_and_marker_under_its_address() throws Exception {
        String url = "https://news.example/harbour";
        String folder = "web/" + Digest.hex(url) + "/";
        S3Documents store = new S3Documents(clients.s3(), documents);
        byte[] page = page(url, "The harbour is dredged").getBytes(StandardCharsets.UTF_8);
        String key = folder + Digest.hex(page);
        for (int minute = 0; minute < 3; minute++) {
            Instant at = Instant.now().minus(Duration.ofMinutes(10 - minute));
            store.put(key, page, "text/html", FetchedFrom.page(url, at, FetchedFrom.Discovery.by("source")));
        }
        assertTrue(store.gone(key, Instant.now()));
        settle();
        clients.s3().deleteObject(delete -> delete.bucket(documents).key(key));
        assertEquals(5, versions(folder).size());
        String article = documentsOf(key).getFirst().path("articleId").asText();
        assertEquals(204, send("DELETE", "/v1/articles/" + article).statusCode());
        assertEquals(List.of(), versions(folder));
        assertNothingIsDenied();
    }

    private void upload(String key, String body) throws Exception {
        clients.s3()
                .putObject(
                        put -> put.bucket(documents).key(key).contentType("text/html; charset=utf-8"),
                        RequestBody.fromString(body));
        settle();
    }

    private static String page(String url, String headline) {
        return "<html lang='en'><head><title>" + headline + "</title><link rel='canonical' href='" + url
                + "'></head><body><article><h1>" + headline + "</h1>" + PARAGRAPHS + "</article></body></html>";
    }

    /** Announces what is new in both buckets until nothing is, and nothing is left to do. */
    private void settle() throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        for (int still = 0; still < 3; ) {
            assertTrue(System.nanoTime() < end, "the queues are not empty");
            boolean uploaded = announce(documents, "parse");
            boolean parsed = announce(library, "summarise");
            still = !uploaded && !parsed && stack.idle() ? still + 1 : 0;
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private boolean announce(String bucket, String queue) {
        List<ObjectVersion> fresh = new ArrayList<>(
                clients.s3().listObjectVersionsPaginator(list -> list.bucket(bucket)).versions().stream()
                        .filter(version -> announced.add(bucket + version.key() + version.versionId()))
                        .toList());
        fresh.reversed().forEach(version -> send(bucket, queue, version));
        return !fresh.isEmpty();
    }

    private void send(String bucket, String queue, ObjectVersion version) {
        ObjectNode event = Json.object();
        ObjectNode notice = event.putArray("Records").addObject();
        notice.put("eventVersion", "2.1")
                .put("eventSource", "aws:s3")
                .put("eventTime", version.lastModified().toString())
                .put("eventName", "ObjectCreated:Put");
        ObjectNode s3 = notice.putObject("s3");
        s3.putObject("bucket").put("name", bucket);
        ObjectNode object = s3.putObject("object");
        object.put(
                        "key",
                        URLEncoder.encode(version.key(), StandardCharsets.UTF_8).replace("%2F", "/"))
                .put("size", version.size())
                .put("eTag", version.eTag().replace("\"", ""))
                .put("sequencer", version.versionId());
        if (bucket.equals(documents)) {
            object.put("versionId", version.versionId());
        }
        clients.sqs().sendMessage(message -> message.queueUrl(queueUrl(queue)).messageBody(event.toString()));
    }

    private String queueUrl(String part) {
        return stack.names().queues().entrySet().stream()
                .filter(queue ->
                        queue.getKey().contains(part) && !queue.getKey().contains("dead"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the records of a key, the newest first. */
    private List<JsonNode> documentsOf(String key) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        Json.read(send("GET", "/v1/documents?key=" + URLEncoder.encode(key, StandardCharsets.UTF_8))
                        .body())
                .path("items")
                .forEach(rows::add);
        rows.forEach(row -> assertFalse(row.path("articleId").asText().isEmpty(), row::toString));
        return rows;
    }

    /** Returns all versions and markers below a prefix. */
    private List<String> versions(String prefix) {
        List<String> found = new ArrayList<>();
        clients.s3()
                .listObjectVersionsPaginator(list -> list.bucket(documents).prefix(prefix))
                .forEach(page -> {
                    page.versions().forEach(version -> found.add(version.key() + " " + version.versionId()));
                    page.deleteMarkers()
                            .forEach(marker -> found.add(marker.key() + " " + marker.versionId() + " (marker)"));
                });
        return found;
    }

    /** Asserts that the roles of the template allow the calls that only a bucket with versions sees. */
    private void assertNothingIsDenied() {
        assertEquals(
                List.of(),
                stack.calls().lines().stream()
                        .filter(line -> line.of(Count.DENIED) > 0)
                        .map(line -> line.call().toString())
                        .toList());
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(stack.endpoints().api().resolve(path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private static AwsClients clients(Endpoints endpoints) {
        return new AwsClients(new Environment(
                Map.of(
                        "AWS_ENDPOINT_URL_S3", endpoints.s3().toString(),
                        "AWS_ENDPOINT_URL_SQS", endpoints.sqs().toString(),
                        "AWS_REGION", endpoints.region(),
                        "AWS_ACCESS_KEY_ID", endpoints.accessKeyId(),
                        "AWS_SECRET_ACCESS_KEY", endpoints.secretAccessKey()),
                InstantSource.system()));
    }

    private String bucket(String part) {
        return stack.names().buckets().stream()
                .filter(name -> name.contains(part))
                .findFirst()
                .orElseThrow();
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
