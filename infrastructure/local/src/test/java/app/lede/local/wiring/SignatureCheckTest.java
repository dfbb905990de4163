package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.local.engine.Credentials;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

class SignatureCheckTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Credentials CREDENTIALS = Credentials.local();

    private final SignatureCheck check = new SignatureCheck(CREDENTIALS, "execute-api");

    /** Signs as the AWS SDK does. */
    private static SignatureCheck.Signed signed(String method, String pathAndQuery, String body, String service) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(method))
                .uri(URI.create("http://127.0.0.1:4580" + pathAndQuery))
                .build();
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(
                                AwsBasicCredentials.create(CREDENTIALS.accessKeyId(), CREDENTIALS.secretAccessKey()))
                        .request(request)
                        .payload(ContentStreamProvider.fromByteArray(bytes))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, CREDENTIALS.region())
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOON, ZoneOffset.UTC)))
                .request();
        int question = pathAndQuery.indexOf('?');
        return new SignatureCheck.Signed(
                method,
                question < 0 ? pathAndQuery : pathAndQuery.substring(0, question),
                question < 0 ? "" : pathAndQuery.substring(question + 1),
                SignatureCheck.lowerCase(signed.headers()),
                bytes);
    }

    private static SignatureCheck.Signed with(SignatureCheck.Signed request, String header, String value) {
        Map<String, List<String>> headers = new HashMap<>(request.headers());
        headers.put(header, List.of(value));
        return new SignatureCheck.Signed(request.method(), request.path(), request.query(), headers, request.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /v1/articles                                  | ''",
                "GET    | /v1/articles?lang=de&lang=en&country=ML       | ''",
                "GET    | /v1/articles?q=caf%C3%A9%20%22a%20b%22&limit=5 | ''",
                "GET    | /v1/documents/a%20b                           | ''",
                "GET    | /v1/articles?format=                          | ''",
                "POST   | /v1/sources                                   | {\"url\":\"https://example.org/ü\"}"
            })
    void what_the_sdk_signs_is_accepted(String method, String pathAndQuery, String body) {
        assertEquals(Optional.empty(), check.refusal(signed(method, pathAndQuery, body, "execute-api"), NOON));
    }

    /** The example {@code get-vanilla-query-order-key-case} of the test suite that AWS published for its signers. */
    @Test
    void the_signature_of_the_published_example_is_accepted() {
        Credentials example = new Credentials("us-east-1", "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
        SignatureCheck.Signed request = new SignatureCheck.Signed(
                "GET",
                "/",
                "Param2=value2&Param1=value1",
                Map.of(
                        "host", List.of("example.amazonaws.com"),
                        "x-amz-date", List.of("20150830T123600Z"),
                        "authorization",
                                List.of(
                                        "AWS4-HMAC-SHA256"
                                            + " Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                                            + " SignedHeaders=host;x-amz-date,"
                                            + " Signature=b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")),
                new byte[0]);
        assertEquals(
                Optional.empty(),
                new SignatureCheck(example, "service").refusal(request, Instant.parse("2015-08-30T12:36:00Z")));
    }

    @Test
    void an_unsigned_call_is_refused() {
        SignatureCheck.Signed unsigned = new SignatureCheck.Signed("GET", "/v1/articles", "", Map.of(), new byte[0]);
        assertEquals(Optional.of("it is not signed"), check.refusal(unsigned, NOON));
        assertEquals(
                Optional.of("it is not signed"), check.refusal(with(unsigned, "authorization", "Bearer abc"), NOON));
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 86_400})
    void a_signature_of_more_than_five_minutes_ago_or_ahead_is_expired(long seconds) {
        SignatureCheck.Signed request = signed("GET", "/v1/articles", "", "execute-api");
        assertTrue(check.refusal(request, NOON.plus(Duration.ofSeconds(seconds)))
                .orElseThrow()
                .contains("expired"));
        assertEquals(Optional.empty(), check.refusal(request, NOON.plus(Duration.ofSeconds(299))));
    }

    @Test
    void a_call_that_differs_from_what_was_signed_is_refused() {
        SignatureCheck.Signed request = signed("POST", "/v1/sources?a=1", "{}", "execute-api");
        Optional<String> mismatch = Optional.of("its signature does not match");
        assertEquals(
                mismatch,
                check.refusal(
                        new SignatureCheck.Signed("POST", "/v1/sources", "a=2", request.headers(), request.body()),
                        NOON));
        assertEquals(
                mismatch,
                check.refusal(
                        new SignatureCheck.Signed("DELETE", "/v1/sources", "a=1", request.headers(), request.body()),
                        NOON));
        assertEquals(
                mismatch,
                check.refusal(
                        new SignatureCheck.Signed("POST", "/v1/sources", "a=1", request.headers(), new byte[] {1}),
                        NOON));
        assertEquals(mismatch, check.refusal(with(request, "host", "localhost:4580"), NOON));
    }

    @Test
    void a_signature_for_another_service_or_by_another_key_is_refused() {
        assertTrue(check.refusal(signed("GET", "/v1/articles", "", "s3"), NOON).isPresent());
        SignatureCheck other =
                new SignatureCheck(new Credentials(CREDENTIALS.region(), "lede", "another secret"), "execute-api");
        assertEquals(
                Optional.of("its signature does not match"),
                other.refusal(signed("GET", "/v1/articles", "", "execute-api"), NOON));
    }
}
