package app.lede;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import app.lede.local.wiring.Stack;
import app.lede.local.wiring.StackOptions;
import app.lede.testkit.LongRunning;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Imports a long subscription list through the local stack, and walks over the sources page by page. */
@LongRunning
class SubscriptionListTest {

    private static final int FEEDS = 1_000;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_thousand_feeds_are_added_and_listed_once_each() throws Exception {
        try (Stack stack = Stack.start(options())) {
            URI api = stack.endpoints().api();
            assertEquals(FEEDS, added(api));
            Set<String> ids = new HashSet<>();
            String page = "/v1/sources?limit=100";
            int pages = 0;
            while (!page.isEmpty()) {
                JsonNode answer = Json.read(
                        send(HttpRequest.newBuilder(api.resolve(page))).body());
                answer.path("items").forEach(item -> ids.add(item.path("id").asText()));
                page = answer.path("next").asText("");
                pages++;
            }
            assertEquals(FEEDS, ids.size());
            assertEquals(FEEDS / 100, pages);
        }
    }

    @Test
    void what_no_route_takes_is_answered_by_the_api_itself() throws Exception {
        try (Stack stack = Stack.start(options())) {
            URI api = stack.endpoints().api();
            HttpResponse<String> head =
                    send(HttpRequest.newBuilder(api.resolve("/v1/health")).method("HEAD", BodyPublishers.noBody()));
            assertEquals(200, head.statusCode());
            HttpResponse<String> put =
                    send(HttpRequest.newBuilder(api.resolve("/v1/articles")).PUT(BodyPublishers.noBody()));
            assertEquals(405, put.statusCode());
            assertEquals("GET, HEAD, OPTIONS", put.headers().firstValue("allow").orElse(""));
            HttpResponse<String> unknown = send(HttpRequest.newBuilder(api.resolve("/v1/nothing")));
            assertEquals(404, unknown.statusCode());
            assertTrue(unknown.body().contains("/v1/nothing"), unknown.body());
        }
    }

    /** Sends the list until none is left, as the report says to do: a busy machine may not add all within one request. */
    private int added(URI api) throws Exception {
        int added = 0;
        JsonNode report;
        do {
            report = Json.read(send(HttpRequest.newBuilder(api.resolve("/v1/sources/opml"))
                            .header("content-type", "text/x-opml")
                            .POST(BodyPublishers.ofString(list())))
                    .body());
            assertEquals("[]", report.path("refused").toString(), report::toString);
            assertTrue(report.path("added").asInt() > 0, report::toString);
            added += report.path("added").asInt();
        } while (report.path("left").asInt() > 0);
        return added;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String list() {
        StringBuilder opml = new StringBuilder("<opml version='2.0'><body>");
        for (int i = 0; i < FEEDS; i++) {
            opml.append("<outline text='Feed ")
                    .append(i)
                    .append("' xmlUrl='http://127.0.0.1:1/")
                    .append(i)
                    .append("'/>");
        }
        return opml.append("</body></opml>").toString();
    }

    private static StackOptions options() {
        return new StackOptions(
                Path.of(System.getProperty("lede.repository", "../.."), "infrastructure", "template.yaml"),
                OptionalInt.empty(),
                Optional.empty(),
                Set.of(),
                Map.of(),
                0,
                1,
                InstantSource.system(),
                Map.of());
    }
}
