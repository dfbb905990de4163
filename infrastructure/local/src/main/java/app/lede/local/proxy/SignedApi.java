package app.lede.local.proxy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/**
 * Calls an HTTP API on API Gateway with AWS Signature Version 4 for the service {@code execute-api}. Thread safe.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control-iam.html">IAM
 *     authorization of HTTP APIs</a>
 */
public final class SignedApi {

    /** Longer than API Gateway waits for a function, 30 s. */
    private static final Duration LONGEST = Duration.ofSeconds(40);

    /** Headers of the signature; all others are the caller's. */
    private static final Set<String> SIGNATURE =
            Set.of("authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final URI api;
    private final String region;
    private final AwsCredentialsProvider credentials;
    private final Clock clock;

    /**
     * Creates the caller.
     *
     * @param api its address, with the base path of a custom domain
     * @param region of the API
     */
    public SignedApi(URI api, String region, AwsCredentialsProvider credentials, InstantSource clock) {
        this.api = api;
        this.region = region;
        this.credentials = credentials;
        this.clock = clock.withZone(ZoneOffset.UTC);
    }

    /** Returns the address of the API. */
    public URI address() {
        return api;
    }

    /**
     * Sends a request and returns the answer, whatever its status.
     *
     * @param target raw path and query, from {@code /} on, below the API's address
     * @param headers to send besides those of the signature, by lower-case name
     * @throws IOException if the API does not answer
     */
    public HttpResponse<byte[]> send(String method, String target, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        URI uri = address(target);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(LONGEST)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        signature(method, uri, body).forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** A plus is a space to some who check a signature, and a plus to others; %20 is a space to all. */
    private URI address(String target) {
        String base = api.toString().replaceFirst("/$", "");
        int query = target.indexOf('?');
        return URI.create(
                query < 0
                        ? base + target
                        : base
                                + target.substring(0, query)
                                + target.substring(query).replace("+", "%20"));
    }

    private Map<String, String> signature(String method, URI uri, byte[] body) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(method))
                .uri(uri)
                .build();
        SdkHttpRequest signed = signer.sign(sign -> sign.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        signed.headers().forEach((name, values) -> headers.put(name, values.getFirst()));
        headers.keySet().removeIf(name -> !SIGNATURE.contains(name.toLowerCase(Locale.ROOT)));
        return headers;
    }
}
