package app.lede.local.command.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.local.command.ingestion.Settlement.Sighting;
import app.lede.local.command.ingestion.Settlement.Verdict;
import app.lede.local.command.terminal.SetClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private final SetClock clock = new SetClock();
    private final Settlement settlement = new Settlement(clock, Duration.ofSeconds(60));

    private Verdict after(long millis, Sighting sighting) {
        clock.forward(Duration.ofMillis(millis));
        return settlement.observe(sighting);
    }

    @Test
    void rest_must_last_before_a_run_is_settled() {
        assertEquals(Verdict.WAIT, after(100, new Sighting(0, 3, true)));
        assertEquals(Verdict.WAIT, after(600, new Sighting(0, 3, true)));
        assertEquals(Verdict.SETTLED, after(200, new Sighting(0, 3, true)));
    }

    @Test
    void work_that_starts_again_ends_the_rest() {
        after(100, new Sighting(0, 3, true));
        after(100, new Sighting(0, 3, false));
        assertEquals(Verdict.WAIT, after(600, new Sighting(0, 4, true)));
        assertEquals(Verdict.SETTLED, after(700, new Sighting(0, 4, true)));
    }

    @Test
    void open_inputs_are_waited_for_as_long_as_something_changes() {
        for (int documents = 0; documents < 100; documents++) {
            assertEquals(Verdict.WAIT, after(59_000, new Sighting(100 - documents, documents, false)));
        }
    }

    @Test
    void nothing_changing_for_all_of_the_patience_ends_the_wait() {
        after(0, new Sighting(1, 5, false));
        assertEquals(Verdict.WAIT, after(59_000, new Sighting(1, 5, false)));
        assertEquals(Verdict.GIVEN_UP, after(1_000, new Sighting(1, 5, false)));
    }

    @Test
    void a_library_at_rest_with_open_inputs_is_given_up_sooner() {
        after(0, new Sighting(1, 5, true));
        assertEquals(Verdict.WAIT, after(14_000, new Sighting(1, 5, true)));
        assertEquals(Verdict.GIVEN_UP, after(1_000, new Sighting(1, 5, true)));
    }
}
