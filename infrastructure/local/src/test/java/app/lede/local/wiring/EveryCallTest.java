package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.local.wiring.FailingCall.Failure;
import app.lede.testkit.LongRunning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each AWS call of each function fails once as AWS fails calls, in a journey of its own; the journey ends as one without a
 * failure.
 */
@LongRunning
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryCallTest {

    /** Calls between two that fail; {@code -Dlede.everyCall=1} tries them all, which takes an hour. */
    private static final int STEP = Integer.getInteger("lede.everyCall", 27);

    private final Map<Failure, Integer> failed = new TreeMap<>();
    private final List<Place> places = new ArrayList<>();
    private TestSite site;
    private StillStack stack;
    private Map<String, Object> clean;
    private Map<String, Integer> calls = Map.of();

    /** A call of a function, from 1. */
    private record Place(String function, int call) {}

    @BeforeAll
    void go_once_without_a_failure(@TempDir Path folder) throws Exception {
        site = new TestSite();
        site.feed("/feed.xml", "", site.item("Bridge open", "/bridge.html", ""));
        site.page("/bridge.html", Journey.page("The bridge is open"));
        stack = new StillStack(site.address(), Journey.START, Map.of(), folder);
        Journey journey = new Journey(stack, site, "", FailingCall.none());
        clean = journey.end();
        calls = journey.calls();
        calls.forEach((function, number) -> {
            for (int call = 1; call <= number; call++) {
                places.add(new Place(function, call));
            }
        });
    }

    @AfterAll
    void close() {
        int journeys = failed.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("EveryCallTest: " + places.size() + " AWS calls of a journey " + calls + ", failed " + failed
                + "; " + 3 * journeys + " documents through, lost 0, doubled 0");
        stack.close();
        site.close();
    }

    @Test
    void the_journey_goes_through_every_step() {
        assertEquals(2, ((List<?>) of(clean, "searchable")).size(), clean::toString);
        assertEquals(Set.of("stored"), outcomes(clean, "inbox/harbour.html"), clean::toString);
        assertEquals(Set.of("deleted"), outcomes(clean, "inbox/tower.html"), clean::toString);
        assertEquals(3, ((Set<?>) of(clean, "alerted")).size(), clean::toString);
        assertEquals(1, ((Set<?>) of(clean, "exported")).size(), clean::toString);
        assertTrue(places.stream().map(Place::function).distinct().count() > 11, places::toString);
    }

    private static Object of(Map<String, Object> end, String name) {
        return Objects.requireNonNull(end.get(name), name);
    }

    private static Set<?> outcomes(Map<String, Object> end, String key) {
        return Set.copyOf((List<?>) Objects.requireNonNull(((Map<?, ?>) of(end, "outcomes")).get(key)));
    }

    @ParameterizedTest
    @EnumSource
    void a_failure_of_any_call_ends_as_none(Failure failure) {
        // Each failure begins at another third of the first step.
        for (int index = List.of(Failure.values()).indexOf(failure) * STEP / 3; index < places.size(); index += STEP) {
            Place place = places.get(index);
            FailingCall failing = new FailingCall(place.call(), failure);
            Map<String, Object> end = new Journey(stack, site, place.function(), failing).end();
            clean.forEach((name, rows) -> assertEquals(rows, end.get(name), () -> failure + " " + place + ": " + name));
            failed.merge(failure, 1, Integer::sum);
        }
    }
}
