package app.lede.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.lucene.segments.SegmentedIndex;
import app.lede.search.SearchIndex;
import app.lede.search.SearchUnavailable;
import app.lede.testkit.Samples;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackIndexTest {

    private static Optional<SearchIndex> opened(String cluster, String bucket) {
        return stack().open(named(cluster), named(bucket));
    }

    private static Optional<String> named(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static StackIndex stack() {
        Map<String, String> variables = Map.of(
                "AWS_REGION", "eu-west-3",
                "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1",
                "AWS_ACCESS_KEY_ID", "key",
                "AWS_SECRET_ACCESS_KEY", "secret");
        Environment environment = new Environment(variables, InstantSource.fixed(Samples.NOON));
        return new StackIndex(environment, () -> new AwsClients(environment).s3());
    }

    @Test
    void the_template_decides_between_a_cluster_segments_and_none() {
        assertInstanceOf(
                OpenSearchIndex.class,
                opened("https://search.example.org/lede", "").orElseThrow());
        assertInstanceOf(SegmentedIndex.class, opened("", "index").orElseThrow());
        assertFalse(opened("", "").isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://search.example.org",
                "https://search.example.org/",
                "http://h/A",
                "http://h/a/b",
                "http://h/_all"
            })
    void an_address_names_one_index(String url) {
        assertThrows(IllegalArgumentException.class, () -> StackIndex.cluster(URI.create(url), () -> Signing.NONE));
    }

    @Test
    void the_writer_creates_an_index_that_is_missing_and_gives_another_its_fields() throws IOException {
        List<String> requests = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            boolean missing = request.equals("HEAD /lede") && !requests.contains("PUT /lede");
            requests.add(request);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(missing ? 404 : 200, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/lede";
            stack().create(named(url), Optional.empty());
            stack().create(named(url), Optional.empty());
        } finally {
            server.stop(0);
        }
        assertEquals(List.of("HEAD /lede", "PUT /lede", "HEAD /lede", "PUT /lede/_mapping"), requests);
    }

    @Test
    void a_cluster_that_does_not_answer_is_an_unavailable_search() {
        StackIndex stack = stack();
        assertThrows(SearchUnavailable.class, () -> stack.create(named("http://127.0.0.1:1/lede"), Optional.empty()));
    }
}
