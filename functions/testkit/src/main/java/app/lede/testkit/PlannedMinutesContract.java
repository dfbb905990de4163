package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.source.PlannedMinutes;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link PlannedMinutes}. */
public abstract class PlannedMinutesContract {

    private static final Instant NOON = Samples.NOON;

    /** Returns a store in which no minute was planned. */
    protected abstract PlannedMinutes empty();

    @Test
    void at_first_nothing_was_planned() {
        assertEquals(Optional.empty(), empty().last());
    }

    @Test
    void the_last_minute_is_kept() {
        PlannedMinutes minutes = empty();
        minutes.planned(NOON);
        minutes.planned(NOON);
        minutes.planned(NOON.plusSeconds(60));
        assertEquals(Optional.of(NOON.plusSeconds(60)), minutes.last());
    }

    @Test
    void a_tick_that_comes_late_does_not_turn_time_back() {
        PlannedMinutes minutes = empty();
        minutes.planned(NOON);
        minutes.planned(NOON.minusSeconds(60));
        assertEquals(Optional.of(NOON), minutes.last());
    }

    @Test
    void eight_threads_end_in_the_latest_minute() {
        PlannedMinutes minutes = empty();
        InParallel.run(InParallel.THREADS, i -> {
            minutes.planned(NOON.plusSeconds(60L * i));
            return i;
        });
        assertEquals(Optional.of(NOON.plusSeconds(60L * 7)), minutes.last());
    }
}
