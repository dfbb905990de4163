package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.json.Json;
import app.lede.local.wiring.Deliverer.Asked;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goes along paths of the functions that ordinary runs do not take, each function bound to its role: a path whose rights were
 * missing fails. The calls are recorded, see {@link Stack#CALLS}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PathsFixture {

    TestSite site;
    StillStack stack;
    Deliverer deliverer;

    /** Parameters of the template. */
    Map<String, String> parameters() {
        return Map.of();
    }

    @BeforeAll
    final void start(@TempDir Path folder) throws Exception {
        site = new TestSite();
        stack = new StillStack(site.address(), Journey.START, parameters(), folder);
    }

    @AfterAll
    final void stop() {
        stack.close();
        site.close();
    }

    @BeforeEach
    final void begin() {
        stack.clear();
        deliverer = new Deliverer(stack, function -> FailingCall.none());
    }

    @AfterEach
    final void end() {
        deliverer.close();
    }

    final JsonNode manage(String route, Map<String, String> path, ObjectNode body) {
        String answer =
                deliverer.ask(Asked.of("manage-library", route).all(path).body(body.isEmpty() ? "" : body.toString()));
        return answer.isEmpty() ? Json.object() : Json.read(answer);
    }

    final JsonNode query(String route, Map<String, String> path, String query) {
        return Json.read(
                deliverer.ask(Asked.of("query-articles", route).all(path).query(query)));
    }

    /** Returns the id of a new source. */
    final String source(String feed) {
        return manage("POST /v1/sources", Map.of(), Json.object().put("url", site.url(feed)))
                .path("id")
                .asText();
    }

    /** Returns the outcomes of the documents of a key. */
    final List<String> outcomes(String key) {
        return stack.items("ControlTable").stream()
                .filter(row -> StillStack.text(row, "pk").matches("documents#\\d+"))
                .filter(row -> StillStack.text(row, "key").startsWith(key))
                .map(row -> StillStack.text(row, "outcome"))
                .sorted()
                .toList();
    }

    /** Returns the id of the document of a key. */
    final String document(String key) {
        return stack.items("ControlTable").stream()
                .filter(row -> StillStack.text(row, "pk").matches("documents#\\d+"))
                .filter(row -> StillStack.text(row, "key").equals(key))
                .map(row -> StillStack.text(row, "sk"))
                .findFirst()
                .orElseThrow();
    }

    /** Removes an object, as an operator may. */
    final void lose(String bucket, String prefix) {
        List<String> lost = stack.keys(bucket).stream()
                .filter(key -> key.startsWith(prefix))
                .toList();
        assertEquals(false, lost.isEmpty(), prefix);
        lost.forEach(key -> stack.clients.s3().deleteObject(delete -> delete.bucket(stack.bucket(bucket))
                .key(key)));
    }
}
