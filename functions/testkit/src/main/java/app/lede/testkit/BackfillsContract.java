package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.backfill.ArticleOutcome;
import app.lede.backfill.AskedPage;
import app.lede.backfill.Backfill;
import app.lede.backfill.Backfills;
import app.lede.backfill.Budget;
import app.lede.backfill.PageOutcome;
import app.lede.source.SourceId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link Backfills}. */
public abstract class BackfillsContract {

    private static final SourceId NEWS = SourceId.ofUrl("https://news.example/feed");

    /** Returns an empty store. */
    protected abstract Backfills empty();

    private static Backfill first() {
        return Backfill.begun(NEWS, "https://news.example/feed", new Budget(5, 6, Samples.NOON), null, Samples.NOON);
    }

    @Test
    void the_first_backfill_of_a_source_is_added_once() {
        Backfills runs = empty();
        assertEquals(Optional.empty(), runs.get(NEWS));
        assertTrue(runs.add(first()));
        assertFalse(runs.add(first().cancelled(Samples.NOON)));
        assertEquals(Optional.of(first()), runs.get(NEWS));
    }

    @Test
    void steps_are_taken_one_after_the_other() {
        Backfills runs = empty();
        assertFalse(runs.replace(first().cancelled(Samples.NOON)));
        runs.add(first());
        AskedPage page = new AskedPage("0123456789abcdef", PageOutcome.READ, 3, "fedcba9876543210");
        Backfill next =
                first().asked(page, first().walk().afterAttempt(), Map.of(ArticleOutcome.TOO_OLD, 1), Samples.NOON);
        assertTrue(runs.replace(next));
        assertFalse(runs.replace(next));
        assertEquals(Optional.of(next), runs.get(NEWS));
        assertTrue(runs.replace(next.walked(Samples.NOON)));
        assertFalse(runs.replace(next.stoppedBecause("late", Samples.NOON)));
        assertEquals(Optional.of(next.walked(Samples.NOON)), runs.get(NEWS));
    }

    @Test
    void a_wait_and_a_failed_attempt_are_noted_within_their_step() {
        Backfills runs = empty();
        Backfill held = first().heldUntil(Samples.NOON.plusSeconds(5));
        assertFalse(runs.note(held));
        runs.add(first());
        assertTrue(runs.note(held));
        Backfill troubled = held.troubled(new Backfill.Trouble("access denied", 2));
        assertTrue(runs.note(troubled));
        assertEquals(Optional.of(troubled), runs.get(NEWS));
        assertTrue(runs.replace(troubled.walked(Samples.NOON)));
        assertFalse(runs.note(troubled));
        assertEquals(Optional.of(first().walked(Samples.NOON)), runs.get(NEWS));
    }

    @Test
    void a_removed_backfill_is_gone() {
        Backfills runs = empty();
        runs.add(first());
        runs.remove(NEWS);
        runs.remove(NEWS);
        assertEquals(Optional.empty(), runs.get(NEWS));
        assertTrue(runs.add(first()));
    }
}
