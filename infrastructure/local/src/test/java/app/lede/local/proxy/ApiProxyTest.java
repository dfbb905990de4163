package app.lede.local.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.local.engine.Credentials;
import app.lede.local.wiring.Stack;
import app.lede.local.wiring.StackOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The proxy before a whole stack that takes signed requests only; starting one takes seconds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiProxyTest {

    private static final Path TEMPLATE =
            Path.of(System.getProperty("lede.repository", "../.."), "infrastructure", "template.yaml");

    private final HttpClient http = HttpClient.newHttpClient();
    private Stack stack;
    private ApiProxy proxy;

    @BeforeAll
    void start() throws Exception {
        stack = Stack.start(StackOptions.of(TEMPLATE).checked());
        proxy = ApiProxy.start(api(stack.endpoints().api()), 0);
    }

    @AfterAll
    void stop() {
        proxy.close();
        stack.close();
    }

    static SignedApi api(URI address) {
        Credentials local = Credentials.local();
        return new SignedApi(
                address,
                local.region(),
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(local.accessKeyId(), local.secretAccessKey())),
                InstantSource.system());
    }

    @Test
    void a_browser_gets_the_page_and_what_the_api_answers_to_signed_requests() throws Exception {
        String search = "/v1/articles?publisher=The%20Courier&q=port+OR+%22night%20ferry%22+ferr*&lang=de&lang=en";
        assertEquals(
                403,
                send(HttpRequest.newBuilder(stack.endpoints().api().resolve(search)))
                        .statusCode());
        HttpResponse<String> found = send(through(search));
        assertEquals(200, found.statusCode(), found.body());
        HttpResponse<String> page = send(through("/"));
        assertTrue(page.body().startsWith("<!doctype html>"), page.body());
        assertTrue(page.headers().firstValue("content-security-policy").isPresent());
        String etag = found.headers().firstValue("etag").orElseThrow();
        assertEquals(304, send(through(search).header("if-none-match", etag)).statusCode());
        assertEquals(404, send(through("/v1/articles/caf%C3%A9%20a")).statusCode());
    }

    @Test
    void bodies_and_their_types_arrive() throws Exception {
        HttpResponse<String> added = send(through("/v1/sources")
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"url\":\"https://news.example.org/feed.xml\"}")));
        assertEquals(201, added.statusCode(), added.body());
        String location = added.headers().firstValue("location").orElseThrow();
        assertEquals(204, send(through(location).DELETE()).statusCode());
    }

    @Test
    void no_other_page_acts_with_the_credentials_of_this_machine() throws Exception {
        assertEquals(
                200,
                send(through("/v1/health").header("sec-fetch-site", "same-origin"))
                        .statusCode());
        assertEquals(
                200,
                send(through("/").header("sec-fetch-site", "cross-site").header("sec-fetch-mode", "navigate"))
                        .statusCode());
        assertEquals(
                403,
                send(through("/v1/health").header("sec-fetch-site", "cross-site"))
                        .statusCode());
        assertEquals(
                403,
                send(through("/v1/health").header("sec-fetch-site", "same-site"))
                        .statusCode());
        assertEquals(
                403,
                send(through("/v1/sources")
                                .header("origin", "http://127.0.0.1:1")
                                .POST(BodyPublishers.ofString("{\"url\":\"https://evil.example/\"}")))
                        .statusCode());
    }

    @Test
    void an_api_that_does_not_answer_is_told_apart_from_one_that_refuses() throws Exception {
        try (ApiProxy nowhere = ApiProxy.start(api(URI.create("http://127.0.0.1:9")), 0)) {
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(nowhere.endpoint().resolve("/v1/health")));
            assertEquals(502, answer.statusCode());
            assertTrue(answer.body().contains("did not answer"), answer.body());
        }
    }

    private HttpRequest.Builder through(String target) {
        return HttpRequest.newBuilder(proxy.endpoint().resolve(target));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
