package app.lede.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.local.command.ingestion.DocumentRow;
import app.lede.local.command.ingestion.LibraryApi;
import app.lede.local.engine.awssdk.ObjectStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** The real process over a data folder, killed and stopped while it takes documents in: none that it acknowledged is lost. */
@Tag("long")
@Isolated("its ports are free until somebody else takes them")
@EnabledIfSystemProperty(
        named = "long",
        matches = "true",
        disabledReason = "takes minutes; run by CI, or with -Dlong=true")
class KilledProcessTest {
    private static final int UPLOADERS = 4;
    private static final int BEFORE_THE_END = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    /** A process of {@code lede up} and where it answers. */
    private record Running(Process process, URI api, URI s3, String keyId, String secret) {}

    private Running up() throws IOException {
        int port = freePorts();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "app.lede.local.Lede",
                        "up",
                        "--json",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        folder.resolve("data").toString(),
                        "--log",
                        folder.resolve("log-" + started.size()).toString(),
                        "--template",
                        repository().resolve("infrastructure/template.yaml").toString())
                .redirectError(folder.resolve("err-" + started.size()).toFile())
                .start();
        started.add(process);
        BufferedReader results = process.inputReader(StandardCharsets.UTF_8);
        String line = results.readLine();
        if (line == null) {
            throw new AssertionError(Files.readString(folder.resolve("err-" + (started.size() - 1))));
        }
        JsonNode at = JSON.readTree(line);
        return new Running(
                process,
                URI.create(at.path("api").asText()),
                URI.create(at.path("s3").asText()),
                at.path("accessKeyId").asText(),
                at.path("secretAccessKey").asText());
    }

    /** Returns the first of five ports in a row that are free. */
    private int freePorts() throws IOException {
        int port = 20_000 + (int) (ProcessHandle.current().pid() % 10_000) + 10 * started.size();
        while (!IntStream.range(port, port + 5).allMatch(KilledProcessTest::isFree)) {
            port += 10;
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static Path repository() {
        return app.lede.testkit.EventFiles.repository();
    }

    private static S3Client client(Running running) {
        return S3Client.builder()
                .endpointOverride(running.s3())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(running.keyId(), running.secret())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(client -> client.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .build();
    }

    /** Uploads from several threads until the process ends, which happens once enough was acknowledged. */
    private void uploadUntilItEnds(Running running, Runnable end) throws InterruptedException {
        AtomicBoolean ended = new AtomicBoolean();
        int before = acknowledged.size();
        List<Thread> uploaders = new ArrayList<>();
        try (S3Client s3 = client(running)) {
            for (int i = 0; i < UPLOADERS; i++) {
                uploaders.add(Thread.startVirtualThread(() -> {
                    while (!ended.get()) {
                        upload(s3);
                    }
                }));
            }
            await(() -> acknowledged.size() >= before + BEFORE_THE_END);
            end.run();
            assertTrue(running.process().waitFor(PATIENCE.toMinutes(), TimeUnit.MINUTES));
            ended.set(true);
            for (Thread uploader : uploaders) {
                uploader.join();
            }
        }
    }

    private void upload(S3Client s3) {
        int number = numbers.incrementAndGet();
        String key = "inbox/note-" + number + ".txt";
        try {
            s3.putObject(put -> put.bucket("documents").key(key), RequestBody.fromString(note(number)));
            acknowledged.add(key);
        } catch (SdkException notAcknowledged) {
            // It may or may not have arrived.
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static String note(int number) {
        return "The harbour office counted " + number + " boats this week\n\nThe harbour office said on Monday that "
                + number + " boats had come in during the week, more than in any week since it began to count. Most of "
                + "them were small and stayed for one night only, and the café beside the crane ran out of bread.";
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not so after " + PATIENCE);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** Counts the outcomes of each acknowledged upload, once all have one. */
    private Map<String, Set<String>> outcomes(Running running) {
        LibraryApi library = new LibraryApi(running.api());
        await(() -> keys(library.documents()).containsAll(acknowledged));
        Map<String, Set<String>> outcomes = new TreeMap<>();
        for (DocumentRow row : library.documents()) {
            if (acknowledged.contains(row.key())) {
                outcomes.computeIfAbsent(row.key(), key -> new TreeSet<>()).add(row.outcome());
            }
        }
        return outcomes;
    }

    private static Set<String> keys(List<DocumentRow> rows) {
        return rows.stream().map(DocumentRow::key).collect(Collectors.toSet());
    }

    @Test
    void every_upload_acknowledged_before_three_kills_and_a_stop_is_stored_and_what_nobody_was_told_of_too()
            throws Exception {
        for (int i = 0; i < 3; i++) {
            Running running = up();
            uploadUntilItEnds(running, () -> running.process().destroyForcibly());
        }
        Running stopped = up();
        uploadUntilItEnds(stopped, () -> stopped.process().destroy());
        putUntold("inbox/untold.txt");
        Running last = up();
        Map<String, Set<String>> outcomes = outcomes(last);
        assertEquals(acknowledged, outcomes.keySet());
        outcomes.forEach((key, named) -> assertEquals(Set.of("stored"), named, key));
    }

    /** Puts an object into the folder of a stopped stack, as a crash between the object and its announcement leaves it. */
    private void putUntold(String key) throws IOException {
        ObjectStore objects = ObjectStore.in(folder.resolve("data").resolve("objects"));
        PutObjectRequest untold =
                PutObjectRequest.builder().bucket("documents").key(key).build();
        objects.putBlob(untold, new ByteArrayInputStream(note(7_000_000).getBytes(StandardCharsets.UTF_8)));
        acknowledged.add(key);
    }

    @Test
    void a_second_process_over_the_same_folder_is_refused_with_the_first_one_s_number() throws Exception {
        Running running = up();
        AssertionError refused = org.junit.jupiter.api.Assertions.assertThrows(AssertionError.class, this::up);
        String expected = "in use by process " + running.process().pid();
        assertTrue(String.valueOf(refused.getMessage()).contains(expected), refused::toString);
    }
}
