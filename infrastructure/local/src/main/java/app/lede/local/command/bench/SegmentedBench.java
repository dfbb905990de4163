package app.lede.local.command.bench;

import app.lede.aws.s3.S3Segments;
import app.lede.local.engine.Credentials;
import app.lede.local.engine.Engine;
import app.lede.local.engine.EngineFailed;
import app.lede.local.engine.Engines;
import app.lede.lucene.segments.IndexLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The index as it runs: segments in S3, which is an emulator in memory on this machine. */
final class SegmentedBench implements AutoCloseable {

    private static final String BUCKET = "bench-index";
    private static final int COLD_STARTS = 5;

    private final Engine engine;
    private final S3Client s3;
    private final IndexLayout layout;
    private final String word = new MadeUpArticles().word(60);

    private SegmentedBench(Engine engine) {
        this.engine = engine;
        this.s3 = client(engine.endpoint());
        s3.createBucket(bucket -> bucket.bucket(BUCKET));
        this.layout = layout(() -> s3);
    }

    static SegmentedBench start() throws EngineFailed {
        return new SegmentedBench(Engines.s3InMemory(Credentials.local()));
    }

    static IndexLayout layout(Supplier<S3Client> s3) {
        return new IndexLayout(new S3Segments(s3, BUCKET), InstantSource.system());
    }

    static S3Client client(URI endpoint) {
        Credentials keys = Credentials.local();
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(keys.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())))
                .forcePathStyle(true)
                // The usual connections prepare TLS at once; this S3 speaks plain HTTP.
                .httpClient(UrlConnectionHttpClient.create(SegmentedBench::connection))
                .build();
    }

    private static HttpURLConnection connection(URI address) {
        try {
            return (HttpURLConnection) address.toURL().openConnection();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    IndexLayout layout() {
        return layout;
    }

    /** Returns the median time from the start of a fresh JVM to its end, with the first page of a search in between. */
    long firstHitsMillis() throws IOException, InterruptedException {
        return median(List.of());
    }

    /**
     * Returns the same with an ahead-of-time cache of classes, made by one more process.
     *
     * @see <a href="https://openjdk.org/jeps/514">JEP 514</a>
     * @return empty if this JVM makes none: before Java 25, or with folders on its class path
     */
    OptionalLong cachedFirstHitsMillis() throws IOException, InterruptedException {
        Path cache = Files.createTempFile("lede-first-hits", ".aot");
        try {
            if (exitCode(List.of("-XX:AOTCacheOutput=" + cache)) != 0 || Files.size(cache) == 0) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(median(List.of("-XX:AOTCache=" + cache)));
        } finally {
            Files.deleteIfExists(cache);
        }
    }

    private long median(List<String> options) throws IOException, InterruptedException {
        long[] millis = new long[COLD_STARTS];
        for (int i = 0; i < COLD_STARTS; i++) {
            long start = System.nanoTime();
            int code = exitCode(options);
            millis[i] = (System.nanoTime() - start) / 1_000_000;
            if (code != 0) {
                throw new IOException("a fresh process found nothing: exit code " + code);
            }
        }
        Arrays.sort(millis);
        return millis[COLD_STARTS / 2];
    }

    private int exitCode(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                // Compilers beyond the first cost more than they gain in one request.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx1g",
                // The libraries of functions log nothing; the commands' own logging takes a second to set up.
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                // This S3 speaks plain HTTP: no authorities need to be read.
                "-Djavax.net.ssl.trustStore=NONE"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                FirstHits.class.getName(),
                engine.endpoint().toString(),
                word));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        s3.close();
        engine.close();
    }
}
