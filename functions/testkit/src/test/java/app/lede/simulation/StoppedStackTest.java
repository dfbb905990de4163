package app.lede.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.testkit.LongRunning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Runs stacks of the press's publishers whose pipeline stops after ten weeks, and looks when the alarm on nothing stored rings: by the
 * arrivals that the rhythms have expected since the newest article. The table is printed.
 */
@LongRunning
class StoppedStackTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant STOP = START.plus(Duration.ofDays(70));
    private static final Instant END = START.plus(Duration.ofDays(84));
    /** Of {@code NothingStoredAlarm}. */
    private static final double THRESHOLD = 12;

    /**
     * Rings of one stack.
     *
     * @param early rings while articles were stored
     * @param hours from the stop to the ring; the whole time if it never rang
     */
    private record Rings(int sources, int early, long hours) {}

    @Test
    void a_stopped_stack_rings_within_its_rhythm_and_a_running_one_does_not() {
        List<Rings> all = List.of(rings(5, 300), rings(5, 301), rings(20, 300), rings(20, 301), rings(100, 300));
        all.forEach(rings -> System.out.printf(
                "%,4d sources: %d early rings in 10 weeks, the stopped stack rings after %d h%n",
                rings.sources(), rings.early(), rings.hours()));
        assertEquals(0, all.stream().mapToInt(Rings::early).sum(), all::toString);
        assertTrue(all.getLast().hours() < 12, all::toString);
    }

    private static Rings rings(int sources, long seed) {
        StoppedStack stack = new StoppedStack(sources, seed, START, STOP, END);
        int early = 0;
        for (Instant hour = START; hour.isBefore(END); hour = hour.plus(Duration.ofHours(1))) {
            stack.run(hour);
            boolean rings = stack.expected(hour) >= THRESHOLD;
            if (rings && !hour.isBefore(STOP)) {
                return new Rings(sources, early, Duration.between(STOP, hour).toHours());
            }
            early += rings ? 1 : 0;
        }
        return new Rings(sources, early, Duration.between(STOP, END).toHours());
    }
}
