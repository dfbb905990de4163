package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.local.engine.Credentials;
import app.lede.opensearch.HttpRest;
import app.lede.opensearch.SigV4;
import app.lede.opensearch.Signing;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Requests to a cluster arrive signed, by the check that the local API has. */
class SignedOpenSearchTest {

    private static final Credentials CREDENTIALS = Credentials.local();
    private static final InstantSource CLOCK = InstantSource.system();

    private final SignatureCheck check = new SignatureCheck(CREDENTIALS, "es");
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private LoopbackServer server;

    @BeforeEach
    void start() throws IOException {
        server = LoopbackServer.start(0, this::answer);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        SignatureCheck.Signed request = new SignatureCheck.Signed(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                SignatureCheck.lowerCase(exchange.getRequestHeaders()),
                exchange.getRequestBody().readAllBytes());
        Optional<String> refusal = check.refusal(request, CLOCK.instant());
        refusal.ifPresent(refusals::add);
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("x-amz-security-token"))
                .ifPresent(tokens::add);
        LoopbackServer.json(exchange, refusal.isEmpty() ? 200 : 403, "{}");
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD, /lede, ''",
        "PUT, /lede, '{\"settings\":{}}'",
        "POST, /lede/_bulk?refresh=true, '{\"index\":{}}\n{\"q\":\"für São Paulo 橋\"}\n'",
        "POST, /lede/_search, '{}'",
        "POST, /lede/_forcemerge?max_num_segments=1, ''",
    })
    void a_request_is_signed_for_the_service_with_its_body_and_query(String method, String path, String body)
            throws IOException {
        assertEquals(200, rest(signing("key")).send(method, path, body).status(), refusals::toString);
    }

    @Test
    void temporary_credentials_bring_their_token() throws IOException {
        Signing signing = new SigV4(
                StaticCredentialsProvider.create(AwsSessionCredentials.create(
                        CREDENTIALS.accessKeyId(), CREDENTIALS.secretAccessKey(), "the token")),
                CREDENTIALS.region(),
                CLOCK);
        assertEquals(200, rest(signing).send("POST", "/lede/_search", "{}").status(), refusals::toString);
        assertEquals(List.of("the token"), tokens);
    }

    @Test
    void an_unsigned_request_and_one_of_another_key_are_refused() throws IOException {
        assertEquals(403, rest(Signing.NONE).send("POST", "/lede/_search", "{}").status());
        assertEquals(
                403, rest(signing("other")).send("POST", "/lede/_search", "{}").status());
        assertTrue(refusals.getFirst().contains("not signed"), refusals::toString);
    }

    private static Signing signing(String which) {
        String secret = which.equals("key") ? CREDENTIALS.secretAccessKey() : "another secret";
        return new SigV4(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(CREDENTIALS.accessKeyId(), secret)),
                CREDENTIALS.region(),
                CLOCK);
    }

    private HttpRest rest(Signing signing) {
        return new HttpRest(server.endpoint(), signing);
    }
}
