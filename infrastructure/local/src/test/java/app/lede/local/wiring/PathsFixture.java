package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.aws.CallWatch;
import app.lede.json.Json;
import app.lede.local.template.Function;
import app.lede.local.wiring.Deliverer.Asked;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goes along paths of the functions that ordinary runs do not take, each function bound to its role: a path whose rights were
 * missing fails. Each path is gone along again with calls that fail. The calls are recorded, see {@link Stack#CALLS}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(EachCallFails.class)
abstract class PathsFixture {

    TestSite site;
    StillStack stack;
    Deliverer deliverer;
    private final Map<String, FailingCall> watches = new TreeMap<>();
    private boolean isWhole = true;

    /** Parameters of the template. */
    Map<String, String> parameters() {
        return Map.of();
    }

    @BeforeAll
    final void start(@TempDir Path folder) throws Exception {
        site = new TestSite();
        // The site serves the model, too.
        Optional<URI> model = Optional.of(URI.create(site.url("")));
        stack = new StillStack(site.address(), Journey.START, parameters(), folder, model);
    }

    @AfterAll
    final void stop() {
        stack.close();
        site.close();
    }

    /** A call of a function, from 1. */
    record Place(String function, int call) {}

    @BeforeEach
    final void begin() {
        begin(new Place("", 0), FailingCall.Failure.THROTTLED);
        isWhole = true;
    }

    private void begin(Place fails, FailingCall.Failure failure) {
        stack.clear();
        for (Function function : stack.template.functions()) {
            int at = function.name().equals(fails.function()) ? fails.call() : 0;
            watches.put(function.name(), new FailingCall(at, failure));
        }
        deliverer = new Deliverer(stack, this::watch);
    }

    /** Returns the watch of a function, one of whose calls may fail. */
    final CallWatch watch(String function) {
        return Objects.requireNonNull(watches.get(function), function);
    }

    /** Begins the path again, of which one call fails. */
    final void beginAgain(Place fails, FailingCall.Failure failure) {
        deliverer.close();
        begin(fails, failure);
        isWhole = false;
    }

    /** Returns the calls made along the path so far. */
    final List<Place> places() {
        return watches.entrySet().stream()
                .flatMap(watch -> IntStream.rangeClosed(1, watch.getValue().calls())
                        .mapToObj(call -> new Place(watch.getKey(), call)))
                .toList();
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

    /**
     * Compares the outcomes of fetched pages. A page that is fetched again after a call failed is a second arrival of the same
     * article, and has an outcome of its own: {@code unchanged}, or that of the first.
     */
    final void assertPages(String... expected) {
        List<String> pages = outcomes("web/");
        if (isWhole) {
            assertEquals(List.of(expected), pages);
        } else {
            assertEquals(
                    new TreeSet<>(List.of(expected)),
                    new TreeSet<>(pages.stream()
                            .filter(outcome -> !outcome.equals("unchanged"))
                            .toList()));
        }
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
