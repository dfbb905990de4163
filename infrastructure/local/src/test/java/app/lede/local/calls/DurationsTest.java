package app.lede.local.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DurationsTest {

    private final Durations durations = new Durations();

    @Test
    void percentiles_are_five_percent_off_at_most() {
        for (int millis = 1; millis <= 1_000; millis++) {
            durations.add(millis * 1_000_000L);
        }
        assertEquals(1_000, durations.number());
        assertEquals(500, durations.millis(50), 25);
        assertEquals(990, durations.millis(99), 50);
    }

    @Test
    void what_was_added_since_a_copy_is_told_apart() {
        durations.add(1_000_000);
        Durations copy = durations.since(new Durations());
        durations.add(64_000_000);
        assertEquals(1, durations.since(copy).number());
        assertEquals(64, durations.since(copy).millis(50), 4);
    }

    @Test
    void nothing_has_no_duration_and_the_shortest_and_longest_have_one() {
        assertEquals(0, durations.millis(99));
        durations.add(0);
        durations.add(Long.MAX_VALUE);
        assertEquals(2, durations.number());
    }
}
