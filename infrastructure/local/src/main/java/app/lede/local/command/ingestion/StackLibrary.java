package app.lede.local.command.ingestion;

import app.lede.local.wiring.Endpoints;
import app.lede.local.wiring.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

/** Client of a local stack: uploads documents over S3, uses the HTTP API for everything else. */
public final class StackLibrary implements Library, AutoCloseable {

    /** Media types the JDK does not know, or not on every system. */
    private static final Map<String, String> TYPES =
            Map.of("md", "text/markdown", "markdown", "text/markdown", "txt", "text/plain", "htm", "text/html");

    /** Read timeout, generous for a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stack stack;
    private final String documentsBucket;
    private final LibraryApi api;
    private final S3Client s3;

    /**
     * Creates a client that sends each upload once: local answers are late but not lost, and a repeated upload would be
     * a second arrival with its own outcome.
     */
    public StackLibrary(Stack stack, String documentsBucket) {
        this.stack = stack;
        this.documentsBucket = documentsBucket;
        Endpoints endpoints = stack.endpoints();
        this.api = new LibraryApi(endpoints.api());
        this.s3 = S3Client.builder()
                .endpointOverride(endpoints.s3())
                .forcePathStyle(true)
                .region(Region.of(endpoints.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(endpoints.accessKeyId(), endpoints.secretAccessKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(PATIENCE))
                .overrideConfiguration(client -> client.retryStrategy(AwsRetryStrategy.doNotRetry()))
                // Signed in one piece: S3Proxy may answer before the trailer of a body in chunks is written.
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .build();
    }

    @Override
    public void upload(String key, byte[] bytes) {
        PutObjectRequest put = PutObjectRequest.builder()
                .bucket(documentsBucket)
                .key(key)
                .contentType(contentType(key))
                .build();
        try {
            s3.putObject(put, RequestBody.fromBytes(bytes));
        } catch (SdkException e) {
            throw new LibraryFailed("upload of " + key + " failed: " + e.getMessage(), e);
        }
    }

    /** Returns the media type a client would declare for a file name; only a hint, since the content decides. */
    static String contentType(String key) {
        String extension = key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(TYPES.get(extension))
                .or(() -> Optional.ofNullable(URLConnection.guessContentTypeFromName(key)))
                .orElse("application/octet-stream");
    }

    @Override
    public String addSource(URI url) {
        return api.addSource(url);
    }

    @Override
    public List<DocumentRow> documents() {
        return api.documents();
    }

    @Override
    public SourceRow source(String id) {
        return api.source(id);
    }

    @Override
    public Optional<ObjectNode> article(String id) {
        return api.article(id);
    }

    /**
     * Returns the stories among the articles of a library, once the search index has them.
     *
     * @param articles number of articles to wait for
     * @param pause between two looks
     * @param looks most looks at the index
     */
    public List<JsonNode> stories(int articles, Ingestion.Pause pause, int looks) throws InterruptedException {
        // Stories are formed in the call that indexes their articles, so a library at rest has them all.
        for (int look = 0; look < looks && (api.indexed() < articles || !idle()); look++) {
            pause.between();
        }
        return api.stories();
    }

    @Override
    public boolean idle() {
        return stack.idle();
    }

    @Override
    public int deadLetters() {
        return stack.deadLetters();
    }

    @Override
    public void close() {
        s3.close();
    }
}
