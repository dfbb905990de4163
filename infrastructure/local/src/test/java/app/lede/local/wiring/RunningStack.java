package app.lede.local.wiring;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** A stack of the test template, with clients as users build them, and a clock moved by tests only. */
final class RunningStack implements AutoCloseable {
    static final Instant START = Instant.parse("2026-03-01T10:00:30Z");

    final AtomicReference<Instant> now = new AtomicReference<>(START);
    final Path recordFile;
    final Stack stack;
    final S3Client s3;
    final HttpClient http = HttpClient.newHttpClient();

    RunningStack(Path folder) throws StackFailed, URISyntaxException {
        this(folder, Optional.empty(), 0, Map.of());
    }

    RunningStack(Path folder, Optional<Path> data, double chaos, Map<String, String> parameters)
            throws StackFailed, URISyntaxException {
        recordFile = folder.resolve("record");
        Map<String, String> all = new HashMap<>(parameters);
        all.put("RecordFile", recordFile.toString());
        InstantSource clock = now::get;
        stack = Stack.start(
                new StackOptions(
                        template(),
                        OptionalInt.empty(),
                        data,
                        Set.of("127.0.0.1:8081"),
                        Map.of("127.0.0.1:8081", 0.2),
                        chaos,
                        7,
                        clock,
                        all),
                Map.of());
        s3 = S3Client.builder()
                .endpointOverride(stack.endpoints().s3())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials())
                // An upload sent again because its answer was late is a second arrival, and tests count arrivals.
                .overrideConfiguration(client -> client.retryStrategy(AwsRetryStrategy.doNotRetry()))
                // A body in chunks has a trailer that S3Proxy does not wait for: without keep-alive it may answer and
                // hang up while the trailer is being written, and the upload fails at its client.
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .build();
    }

    static Path template() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(RunningStack.class.getResource("stack.yaml"))
                .toURI());
    }

    StaticCredentialsProvider credentials() {
        Endpoints endpoints = stack.endpoints();
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(endpoints.accessKeyId(), endpoints.secretAccessKey()));
    }

    S3Presigner presigner() {
        return S3Presigner.builder()
                .endpointOverride(stack.endpoints().s3())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials())
                .build();
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder api(String path) {
        return HttpRequest.newBuilder(stack.endpoints().api().resolve(path));
    }

    /** Returns the lines recorded since the last call, once the stack is idle. */
    List<String> recorded() throws IOException {
        await(stack::idle);
        return take(recordFile);
    }

    List<String> ticks() throws IOException {
        return take(Path.of(recordFile + ".ticks"));
    }

    /** Returns the changes of the table since the last call, once the stack is idle. */
    List<String> changes() throws IOException {
        await(stack::idle);
        return take(Path.of(recordFile + ".changes"));
    }

    private static List<String> take(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(file);
        Files.delete(file);
        return lines;
    }

    /** Waits until a condition holds; a stack that hangs fails after ten minutes. */
    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still not so after 10 minutes");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @Override
    public void close() {
        s3.close();
        stack.close();
    }
}
