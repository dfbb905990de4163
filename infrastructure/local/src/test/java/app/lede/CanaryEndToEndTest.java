package app.lede;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Canary;
import app.lede.json.Json;
import app.lede.local.wiring.Stack;
import app.lede.local.wiring.StackOptions;
import app.lede.testkit.LongRunning;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Follows the canary through a stack, with the rights that the template gives to it. */
@LongRunning
class CanaryEndToEndTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void each_tick_brings_a_revision_that_is_read_by_its_id_and_stands_in_no_list() throws Exception {
        try (Stack stack = Stack.start(new StackOptions(
                Path.of(System.getProperty("lede.repository", "../.."), "infrastructure", "template.yaml"),
                OptionalInt.empty(),
                Optional.empty(),
                Set.of(),
                Map.of(),
                0,
                1,
                InstantSource.system(),
                Map.of("Canary", "ENABLED")))) {
            // A stack ticks when it starts, and at the full hour: the canaries of this hour and of the next may be
            // written already.
            tick(stack, Instant.now().plus(Duration.ofHours(2)));
            JsonNode first = read(stack, "/v1/articles/" + Canary.ID);
            assertEquals(Canary.URL, first.path("url").asText(), first.toString());
            // The reconciliation of the start may announce the same object once more, whose later arrival is unchanged.
            JsonNode documents = read(stack, "/v1/documents?key=" + Canary.KEY);
            assertTrue(documents.findValuesAsText("outcome").contains("stored"), documents::toString);
            for (String list :
                    new String[] {"/v1/articles", "/v1/articles?sort=arrival", "/v1/articles?sort=changed"}) {
                assertEquals(0, read(stack, list).path("items").size(), list);
            }
            tick(stack, Instant.now().plus(Duration.ofHours(3)));
            assertNotEquals(
                    first.path("revision"),
                    read(stack, "/v1/articles/" + Canary.ID).path("revision"));
            assertEquals(0, stack.deadLetters());
        }
    }

    private static void tick(Stack stack, Instant time) {
        String answer = new String(
                stack.invoke("reconcile-documents", ("{\"time\":\"" + time + "\"}").getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8);
        assertEquals("{}", answer);
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        for (int looks = 0; looks < 3; looks = stack.idle() ? looks + 1 : 0) {
            assertTrue(System.nanoTime() < end, "the queues are not empty");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private JsonNode read(Stack stack, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(stack.endpoints().api().resolve(path)).build(), BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), path + ": " + answer.body());
        return Json.read(answer.body());
    }
}
