package app.lede.benchmarks.coldstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Checks the answers of the services of a measured start. */
class StubServicesTest {

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    @Test
    void an_article_put_in_chunks_is_read_back_whole_under_any_key() throws IOException, InterruptedException {
        try (StubServices services = new StubServices()) {
            send(HttpRequest.newBuilder(URI.create(services.url() + "/library/articles/one"))
                    .header("x-amz-decoded-content-length", "9")
                    .PUT(BodyPublishers.ofString(
                            "4;chunk-signature=a\r\n{\"a\"\r\n5\r\n: 12}\r\n0\r\nx-amz-checksum: b\r\n\r\n")));
            assertEquals(
                    "{\"a\": 12}",
                    send(HttpRequest.newBuilder(URI.create(services.url() + "/library/articles/two")))
                            .body());
        }
    }

    @Test
    void an_object_that_was_never_put_is_missing_and_tables_are_empty() throws IOException, InterruptedException {
        try (StubServices services = new StubServices()) {
            assertEquals(
                    404,
                    send(HttpRequest.newBuilder(URI.create(services.url() + "/index/manifest")))
                            .statusCode());
            assertEquals(
                    "{\"Items\":[],\"Count\":0}",
                    send(HttpRequest.newBuilder(URI.create(services.url()))
                                    .header("X-Amz-Target", "DynamoDB_20120810.Query")
                                    .POST(BodyPublishers.ofString("{}")))
                            .body());
        }
    }
}
