package app.lede.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/** The S3 behaviour clients rely on, in memory and in a folder. */
class S3EngineTest {
    private static final String BUCKET = "documents";

    @TempDir
    private Path folder;

    private Engine engine = Engine.elsewhere(java.net.URI.create("http://127.0.0.1:1"));
    private S3Client s3 = client(engine);

    private void start(boolean kept) throws Exception {
        stop();
        Optional<Path> data = kept ? Optional.of(folder.resolve("data")) : Optional.empty();
        engine = S3Engine.start(0, data, Credentials.local(), object -> {});
        s3 = client(engine);
        if (s3.listBuckets().buckets().isEmpty()) {
            s3.createBucket(create -> create.bucket(BUCKET));
        }
    }

    private static S3Client client(Engine engine) {
        Credentials credentials = Credentials.local();
        return S3Client.builder()
                .endpointOverride(engine.endpoint())
                .forcePathStyle(true)
                .region(Region.of(credentials.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(credentials.accessKeyId(), credentials.secretAccessKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(client -> client.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .build();
    }

    @AfterEach
    void stop() {
        s3.close();
        engine.close();
    }

    @Test
    void user_metadata_is_kept_under_names_in_any_case() throws Exception {
        start(false);
        PresignedPutObjectRequest ticket;
        try (S3Presigner presigner = S3Presigner.builder()
                .s3Client(s3)
                .region(Region.of(Credentials.local().region()))
                .credentialsProvider(s3.serviceClientConfiguration().credentialsProvider())
                .endpointOverride(engine.endpoint())
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build()) {
            ticket = presigner.presignPutObject(sign -> sign.signatureDuration(Duration.ofMinutes(5))
                    .putObjectRequest(
                            put -> put.bucket(BUCKET).key("a").metadata(Map.of("url", "https://a.example/"))));
        }
        HttpURLConnection upload = (HttpURLConnection) ticket.url().openConnection();
        upload.setRequestMethod("PUT");
        upload.setDoOutput(true);
        upload.setRequestProperty("X-Amz-Meta-Url", "https://a.example/");
        upload.getOutputStream().write("text".getBytes(StandardCharsets.UTF_8));
        assertEquals(200, upload.getResponseCode());
        assertEquals(
                Map.of("url", "https://a.example/"),
                s3.headObject(head -> head.bucket(BUCKET).key("a")).metadata());
    }

    private void put(String key, String body) {
        s3.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString(body));
    }

    private int status(PutObjectRequest.Builder request, String body) {
        try {
            s3.putObject(request.bucket(BUCKET).build(), RequestBody.fromString(body));
            return 200;
        } catch (S3Exception e) {
            return e.statusCode();
        }
    }

    private String read(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asString(StandardCharsets.UTF_8);
    }

    private List<String> keys(String prefix) {
        return s3
                .listObjectsV2Paginator(
                        list -> list.bucket(BUCKET).prefix(prefix).maxKeys(2))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void keys_of_any_script_and_length_and_below_other_keys_are_kept(boolean kept) throws Exception {
        start(kept);
        List<String> keys = List.of(
                "a",
                "a/b",
                "a/b/",
                "a/b/c",
                "a//b",
                "inbox/" + "é".repeat(509),
                "inbox/" + "日".repeat(339),
                "inbox/" + "x".repeat(1018),
                "inbox/😀 %41~+&.html",
                "inbox/a\\b:c*?\"<>|",
                "~C3");
        for (String key : keys) {
            put(key, "at " + key);
        }
        for (String key : keys) {
            assertEquals("at " + key, read(key));
        }
        List<String> sorted = keys.stream()
                .sorted((one, other) -> java.util.Arrays.compareUnsigned(
                        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertEquals(sorted, keys(""));
        s3.deleteObject(delete -> delete.bucket(BUCKET).key("a/b"));
        assertEquals(List.of("a", "a//b", "a/b/", "a/b/c"), keys("a"));
        if (kept) {
            start(true);
            assertEquals(List.of("a", "a//b", "a/b/", "a/b/c"), keys("a"));
            assertEquals("at a/b/c", read("a/b/c"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_delimiter_gathers_keys_and_pages_go_on_after_a_common_prefix(boolean kept) throws Exception {
        start(kept);
        for (String key : List.of("a/1", "a/2", "b", "c/1", "c/2/3", "d")) {
            put(key, key);
        }
        List<String> seen = new ArrayList<>();
        String token = null;
        do {
            String from = token;
            ListObjectsV2Response page = s3.listObjectsV2(
                    list -> list.bucket(BUCKET).delimiter("/").maxKeys(1).continuationToken(from));
            page.commonPrefixes().stream().map(CommonPrefix::prefix).forEach(seen::add);
            page.contents().stream().map(S3Object::key).forEach(seen::add);
            token = page.nextContinuationToken();
        } while (token != null);
        assertEquals(List.of("a/", "b", "c/", "d"), seen);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void of_many_writers_with_if_none_match_one_writes(boolean kept) throws Exception {
        start(kept);
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> writes = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String body = "writer " + i;
                writes.add(writers.submit(
                        () -> status(PutObjectRequest.builder().key("once").ifNoneMatch("*"), body)));
            }
            for (Future<Integer> write : writes) {
                statuses.add(write.get());
            }
        }
        assertEquals(1, statuses.stream().filter(status -> status == 200).count());
        assertEquals(23, statuses.stream().filter(status -> status == 412).count());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void of_many_writers_with_if_match_one_writes(boolean kept) throws Exception {
        start(kept);
        put("changed", "first");
        String eTag = s3.headObject(head -> head.bucket(BUCKET).key("changed")).eTag();
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> writes = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String body = "writer " + i;
                writes.add(writers.submit(
                        () -> status(PutObjectRequest.builder().key("changed").ifMatch(eTag), body)));
            }
            for (Future<Integer> write : writes) {
                statuses.add(write.get());
            }
        }
        assertEquals(1, statuses.stream().filter(status -> status == 200).count());
        assertEquals(23, statuses.stream().filter(status -> status == 412).count());
        assertEquals(404, status(PutObjectRequest.builder().key("nowhere").ifMatch(eTag), "x"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void reads_answer_conditions_and_ranges(boolean kept) throws Exception {
        start(kept);
        put("letters", "abcdefghij");
        String eTag = s3.headObject(head -> head.bucket(BUCKET).key("letters")).eTag();
        assertEquals(
                304,
                assertThrows(
                                S3Exception.class,
                                () -> s3.getObjectAsBytes(
                                        get -> get.bucket(BUCKET).key("letters").ifNoneMatch(eTag)))
                        .statusCode());
        assertEquals(
                412,
                assertThrows(
                                S3Exception.class,
                                () -> s3.getObjectAsBytes(
                                        get -> get.bucket(BUCKET).key("letters").ifMatch("\"0\"")))
                        .statusCode());
        assertEquals("cd", range("bytes=2-3"));
        assertEquals("ij", range("bytes=-2"));
        assertEquals("hij", range("bytes=7-"));
        assertEquals(
                416, assertThrows(S3Exception.class, () -> range("bytes=10-12")).statusCode());
    }

    private String range(String range) {
        return s3.getObjectAsBytes(get -> get.bucket(BUCKET).key("letters").range(range))
                .asUtf8String();
    }

    @Test
    void what_s3_refuses_is_refused() throws Exception {
        start(false);
        assertEquals(400, status(PutObjectRequest.builder().key("x".repeat(1025)), "x"));
        assertEquals(400, status(PutObjectRequest.builder().key("x").metadata(Map.of("title", "t".repeat(2044))), "x"));
        assertEquals(200, status(PutObjectRequest.builder().key("x").metadata(Map.of("title", "t".repeat(2043))), "x"));
        assertEquals(404, assertThrows(S3Exception.class, () -> read("y")).statusCode());
    }

    @Test
    void a_damaged_file_keeps_the_engine_from_starting_and_is_named() throws Exception {
        start(true);
        put("inbox/whole", "whole");
        put("inbox/cut", "cut");
        stop();
        Path damaged;
        try (Stream<Path> files = Files.walk(folder.resolve("data").resolve("objects"))) {
            damaged = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        Files.write(damaged, new byte[3], StandardOpenOption.TRUNCATE_EXISTING);
        Exception failed = assertThrows(Exception.class, () -> start(true));
        assertTrue(String.valueOf(failed.getMessage()).contains(damaged + " is damaged"), failed::toString);
    }

    @Test
    void what_had_arrived_by_halves_is_gone_after_a_restart() throws Exception {
        start(true);
        put("inbox/whole", "whole");
        Path incoming = folder.resolve("data").resolve("objects").resolve("incoming");
        Files.writeString(incoming.resolve("99"), "half of a docu");
        start(true);
        assertEquals(List.of("inbox/whole"), keys(""));
        try (Stream<Path> files = Files.list(incoming)) {
            assertEquals(List.of(), files.toList());
        }
    }
}
