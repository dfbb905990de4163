package app.lede;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.local.engine.Credentials;
import app.lede.local.wiring.Stack;
import app.lede.local.wiring.StackFailed;
import app.lede.local.wiring.StackOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/** The whole application with signature checking on. */
class SignedCallsTest {

    private static final Path TEMPLATE =
            Path.of(System.getProperty("lede.repository", "../.."), "infrastructure", "template.yaml");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void only_calls_with_a_valid_signature_are_answered_but_for_what_is_public()
            throws StackFailed, IOException, InterruptedException {
        try (Stack stack = Stack.start(StackOptions.of(TEMPLATE).checked())) {
            URI articles = stack.endpoints().api().resolve("/v1/articles?lang=de&lang=en");
            Instant now = Instant.now();
            assertEquals(403, status(articles, Optional.empty()));
            assertEquals(200, status(articles, Optional.of(signature(articles, Credentials.local(), now))));
            Credentials others = new Credentials("us-east-1", "lede", "not the secret");
            assertEquals(403, status(articles, Optional.of(signature(articles, others, now))));
            Instant yesterday = now.minus(Duration.ofDays(1));
            assertEquals(403, status(articles, Optional.of(signature(articles, Credentials.local(), yesterday))));
            URI sources = stack.endpoints().api().resolve("/v1/sources");
            assertEquals(403, status(sources, Optional.of(signature(articles, Credentials.local(), now))));
            assertEquals(200, status(stack.endpoints().api().resolve("/openapi.json"), Optional.empty()));
            assertEquals(404, status(stack.endpoints().api().resolve("/v1/websub/abc"), Optional.empty()));
        }
    }

    private static Map<String, String> signature(URI uri, Credentials credentials, Instant at) {
        SdkHttpRequest request =
                SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(uri).build();
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(
                                AwsBasicCredentials.create(credentials.accessKeyId(), credentials.secretAccessKey()))
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, credentials.region())
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC)))
                .request();
        return Map.of(
                "Authorization", signed.firstMatchingHeader("Authorization").orElseThrow(),
                "X-Amz-Date", signed.firstMatchingHeader("X-Amz-Date").orElseThrow(),
                "x-amz-content-sha256",
                        signed.firstMatchingHeader("x-amz-content-sha256").orElse(""));
    }

    private int status(URI uri, Optional<Map<String, String>> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        headers.ifPresent(all -> all.forEach(request::header));
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertTrue(answer.statusCode() != 403 || answer.body().equals("{\"message\":\"Forbidden\"}"), answer.body());
        return answer.statusCode();
    }
}
