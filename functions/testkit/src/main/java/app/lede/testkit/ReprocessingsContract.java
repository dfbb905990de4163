package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.hash.Digest;
import app.lede.reprocess.Reprocessing;
import app.lede.reprocess.Reprocessings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link Reprocessings}. */
public abstract class ReprocessingsContract {

    /** Returns a store without runs, whose clock stands at {@link Samples#NOON}. */
    protected abstract Reprocessings empty();

    private static Reprocessing begun(String name) {
        return Reprocessing.begun(
                Digest.base32(name), Samples.NOON, Samples.NOON.plus(Duration.ofDays(1)), true, 60, 2, Samples.NOON);
    }

    private static Reprocessing next(Reprocessing run) {
        return new Reprocessing(
                run.id(),
                run.from(),
                run.to(),
                run.promote(),
                run.perMinute(),
                run.pipeline(),
                run.created(),
                run.step() + 1,
                "2026-01-02T03:04:05.678Z#id",
                false,
                10,
                2,
                1,
                new TreeMap<>(Map.of("headline", 2L)),
                List.of(new Reprocessing.Example("id", "headline", null, "Ferry „Übermorgen“")));
    }

    @Test
    void a_run_is_found_as_it_was_added() {
        Reprocessings runs = empty();
        Reprocessing run = begun("one");
        assertEquals(Optional.empty(), runs.get(run.id()));
        runs.add(run);
        assertEquals(Optional.of(run), runs.get(run.id()));
    }

    @Test
    void all_runs_are_found_as_they_stand() {
        Reprocessings runs = empty();
        assertEquals(List.of(), runs.live());
        runs.add(begun("one"));
        runs.add(begun("two"));
        runs.replace(next(begun("two")));
        assertEquals(Set.of(begun("one"), next(begun("two"))), Set.copyOf(runs.live()));
    }

    @Test
    void progress_is_kept_one_step_after_the_other() {
        Reprocessings runs = empty();
        Reprocessing run = begun("two");
        runs.add(run);
        Reprocessing next = next(run);
        assertTrue(runs.replace(next));
        assertFalse(runs.replace(next));
        assertEquals(Optional.of(next), runs.get(run.id()));
        assertFalse(runs.replace(next(next(next))));
        assertFalse(runs.replace(next(begun("nobody"))));
    }
}
