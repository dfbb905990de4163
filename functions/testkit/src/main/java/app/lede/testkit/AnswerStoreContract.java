package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.lede.abstractive.AnswerStore;
import app.lede.abstractive.AnswerStore.Claim;
import app.lede.abstractive.Reason;
import app.lede.abstractive.StoredAnswer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract of every store of models' answers. */
public abstract class AnswerStoreContract {

    /** Returns a store without answers. */
    protected abstract AnswerStore emptyStore();

    @Test
    void one_of_many_gets_a_question() {
        AnswerStore store = emptyStore();

        List<Claim> claims = InParallel.run(InParallel.THREADS, thread -> store.claim("q", Samples.NOON));

        assertEquals(1, claims.stream().filter(Claim.Granted.class::isInstance).count());
        assertEquals(
                InParallel.THREADS - 1,
                claims.stream().filter(Claim.Underway.class::isInstance).count());
        assertInstanceOf(Claim.Granted.class, store.claim("another", Samples.NOON));
    }

    @Test
    void an_answer_is_known_ever_after() {
        AnswerStore store = emptyStore();
        store.claim("q", Samples.NOON);
        store.keep("q", StoredAnswer.of("{\"sentences\": [\"Ünïcode — 漢字\"]}"), Samples.NOON.plusSeconds(9));
        store.claim("failed", Samples.NOON);
        store.keep("failed", StoredAnswer.of(Reason.CUT_OFF), Samples.NOON);

        assertEquals(
                new Claim.Known(StoredAnswer.of("{\"sentences\": [\"Ünïcode — 漢字\"]}")),
                store.claim("q", Samples.NOON.plusSeconds(90_000)));
        assertEquals(new Claim.Known(StoredAnswer.of(Reason.CUT_OFF)), store.claim("failed", Samples.NOON));
    }

    @Test
    void a_claim_without_an_answer_is_never_given_to_another() {
        AnswerStore store = emptyStore();
        store.claim("q", Samples.NOON);

        assertInstanceOf(
                Claim.Underway.class,
                store.claim("q", Samples.NOON.plus(AnswerStore.LEASE).minusSeconds(1)));
        assertInstanceOf(Claim.Interrupted.class, store.claim("q", Samples.NOON.plus(AnswerStore.LEASE)));
        assertInstanceOf(Claim.Interrupted.class, store.claim("q", Samples.NOON.plusSeconds(1_000_000)));
    }

    @Test
    void a_question_whose_time_is_over_is_asked_anew_though_nobody_has_deleted_it_yet() {
        AnswerStore store = emptyStore();
        store.claim("q", Samples.NOON);
        store.keep("q", StoredAnswer.of("old"), Samples.NOON);
        store.claim("interrupted", Samples.NOON);
        Instant over = Samples.NOON.plus(AnswerStore.KEPT);

        assertInstanceOf(Claim.Granted.class, store.claim("q", over));
        assertInstanceOf(Claim.Underway.class, store.claim("q", over));
        assertInstanceOf(Claim.Granted.class, store.claim("interrupted", over));
    }

    @Test
    void a_released_question_may_be_asked_again() {
        AnswerStore store = emptyStore();
        store.claim("q", Samples.NOON);
        store.release("q");
        store.release("never claimed");

        assertInstanceOf(Claim.Granted.class, store.claim("q", Samples.NOON));
    }

    @Test
    void a_late_answer_is_kept() {
        AnswerStore store = emptyStore();
        store.claim("q", Samples.NOON);
        store.claim("q", Samples.NOON.plus(AnswerStore.LEASE));
        store.keep("q", StoredAnswer.of("late"), Samples.NOON.plus(AnswerStore.LEASE));

        assertEquals(new Claim.Known(StoredAnswer.of("late")), store.claim("q", Samples.NOON.plus(AnswerStore.LEASE)));
    }
}
