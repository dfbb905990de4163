package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class TickingClockTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final TickingClock clock = new TickingClock(START, Duration.ofMillis(10));

    @Test
    void each_reading_is_a_step_later() {
        assertEquals(START, clock.instant());
        assertEquals(START.plusMillis(10), clock.instant());
    }

    @Test
    void time_passes_when_told() {
        clock.advance(Duration.ofHours(1));
        assertEquals(START.plus(Duration.ofHours(1)), clock.instant());
    }

    @Test
    void no_two_threads_read_the_same() {
        assertEquals(8, new HashSet<>(InParallel.run(8, i -> clock.instant())).size());
    }
}
