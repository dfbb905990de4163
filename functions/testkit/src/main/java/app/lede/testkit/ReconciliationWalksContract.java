package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.pipeline.ReconciliationWalks;
import app.lede.pipeline.ReconciliationWalks.Walk;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link ReconciliationWalks}. */
public abstract class ReconciliationWalksContract {

    /** Returns a store without a walk. */
    protected abstract ReconciliationWalks empty();

    @Test
    void at_first_there_was_no_walk() {
        assertEquals(Optional.empty(), empty().last());
    }

    @Test
    void a_walk_is_kept_with_the_key_it_came_to_until_it_is_complete() {
        ReconciliationWalks walks = empty();
        Walk underWay = new Walk(Samples.NOON, "inbox/ü b.html");
        walks.keep(underWay);
        assertEquals(Optional.of(underWay), walks.last());
        Walk complete = new Walk(Samples.NOON, null);
        walks.keep(complete);
        assertEquals(Optional.of(complete), walks.last());
    }

    @Test
    void the_next_walk_takes_the_place_of_the_last() {
        ReconciliationWalks walks = empty();
        walks.keep(new Walk(Samples.NOON, "a"));
        Walk next = new Walk(Samples.NOON.plusSeconds(86_400), "b");
        walks.keep(next);
        assertEquals(Optional.of(next), walks.last());
    }
}
