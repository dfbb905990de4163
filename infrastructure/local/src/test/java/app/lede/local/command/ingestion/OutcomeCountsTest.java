package app.lede.local.command.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeCountsTest {

    @Test
    void outcomes_are_counted_from_best_to_worst_and_lost_comes_last() {
        assertEquals(
                "2 stored, 1 unchanged, 2 empty, 1 failed, 0 lost",
                OutcomeCounts.line(List.of("empty", "stored", "failed", "unchanged", "stored", "empty"), 0));
    }

    @Test
    void stored_and_lost_are_named_even_when_there_are_none() {
        assertEquals("0 stored, 3 lost", OutcomeCounts.line(List.of(), 3));
    }

    @Test
    void an_outcome_this_program_does_not_know_is_counted_all_the_same() {
        assertEquals("1 stored, 1 quarantined, 0 lost", OutcomeCounts.line(List.of("quarantined", "stored"), 0));
    }
}
