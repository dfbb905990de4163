package app.lede.pipeline;

import static app.lede.pipeline.BackfillScenario.FEED;
import static app.lede.pipeline.BackfillScenario.GAP;
import static app.lede.pipeline.BackfillScenario.ID;
import static app.lede.pipeline.BackfillScenario.archived;
import static app.lede.pipeline.BackfillScenario.turn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.backfill.Backfill;
import app.lede.backfill.Backfill.Trouble;
import app.lede.backfill.Budget;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.HostGate;
import app.lede.testkit.Crashes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackfillTroubleTest {

    private static final Duration TURN = HostGate.step(GAP);

    private final BackfillScenario past = new BackfillScenario();

    @BeforeEach
    void begin() {
        archived(past).begin(Budget.USUAL);
    }

    @Test
    void the_end_of_a_wait_for_the_host_is_seen_while_it_lasts() {
        take(); // The robots.txt.
        assertNull(run().notBefore());
        take();
        assertEquals(past.now.plus(TURN), run().notBefore());
        assertEquals(0, run().step());
        past.now = past.now.plus(TURN);
        take();
        assertNull(run().notBefore());
    }

    @Test
    void an_answer_without_a_page_is_seen_with_its_cause_and_attempt_until_the_next_one() {
        URI feed = URI.create(FEED);
        Instant later = past.now.plus(Duration.ofHours(1));
        past.web.answer(FEED, new FetchOutcome.Later(feed, FetchOutcome.Hold.URL, later, 503));
        take();
        past.now = past.now.plus(TURN);
        take();
        assertEquals(new Trouble(FEED + ": answered 503", 1), run().trouble());
        past.now = later;
        take();
        assertEquals(new Trouble(FEED + ": answered 503", 2), run().trouble());
        past.now = later.plus(Duration.ofMinutes(10));
        take();
        assertNull(run().trouble());
    }

    @Test
    void a_failed_attempt_is_noted_at_its_own_step_alone() {
        PollJob first = past.polls.jobs().getFirst();
        past.step(Crashes.never()).failed(ID, turn(first), "access denied".repeat(20), 3);
        assertEquals(3, trouble().attempts());
        assertTrue(trouble().cause().startsWith("access denied"));
        assertEquals(200, trouble().cause().length());
        while (run().step() < 3) {
            take();
            past.now = past.now.plus(TURN).plus(TURN);
        }
        past.step(Crashes.never()).failed(ID, turn(first), "late", 4);
        assertNull(run().trouble());
    }

    @Test
    void the_count_of_failed_attempts_never_falls_within_a_step() {
        PollJob first = past.polls.jobs().getFirst();
        past.step(Crashes.never()).failed(ID, turn(first), "access denied", 2);
        past.step(Crashes.never()).failed(ID, turn(first), "access denied", 1); // A message sent anew.
        assertEquals(new Trouble("access denied", 3), trouble());
        past.web.answer(
                FEED, new FetchOutcome.Later(URI.create(FEED), FetchOutcome.Hold.URL, past.now.plus(TURN), 503));
        take(); // The robots.txt.
        past.now = past.now.plus(TURN);
        take();
        assertEquals(new Trouble(FEED + ": answered 503", 4), trouble());
    }

    private Backfill run() {
        return past.runs.get(ID).orElseThrow();
    }

    private Trouble trouble() {
        return Objects.requireNonNull(run().trouble());
    }

    private void take() {
        BackfillEnd unused = past.take();
    }
}
