package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fetch.HostGate;
import app.lede.fetch.HostGate.Admission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link HostGate}. */
public abstract class HostGateContract {

    private static final String HOST = "news.example.org";
    private static final Instant NOW = Samples.NOON;
    private static final Duration GAP = Duration.ofSeconds(5);

    /** Returns a gate without entries. */
    protected abstract HostGate emptyGate();

    private static Admission.Entered entered(HostGate gate, Instant now) {
        return assertInstanceOf(Admission.Entered.class, gate.enter(HOST, GAP, now));
    }

    private static Instant waits(HostGate gate, Instant now) {
        Instant until = assertInstanceOf(Admission.Wait.class, gate.enter(HOST, GAP, now))
                .until();
        assertTrue(until.isAfter(now), () -> "waits until " + until + ", which is not after " + now);
        return until;
    }

    @Test
    void the_first_enters_and_the_second_waits() {
        HostGate gate = emptyGate();
        assertEquals(HOST, entered(gate, NOW).host());
        waits(gate, NOW);
    }

    @Test
    void hosts_know_nothing_of_each_other() {
        HostGate gate = emptyGate();
        entered(gate, NOW);
        assertInstanceOf(Admission.Entered.class, gate.enter("blog.example.com", GAP, NOW));
    }

    @Test
    void nobody_enters_before_the_quiet_is_over() {
        HostGate gate = emptyGate();
        gate.leave(entered(gate, NOW), NOW.plus(GAP));
        waits(gate, NOW.plus(GAP).minusMillis(1));
        entered(gate, NOW.plus(GAP));
    }

    @Test
    void a_host_that_wants_an_hour_gets_it_and_who_waits_may_enter_right_after_it() {
        HostGate gate = emptyGate();
        Instant anHour = NOW.plus(Duration.ofHours(1));
        gate.leave(entered(gate, NOW), anHour);
        assertEquals(anHour, waits(gate, NOW));
        assertTrue(waits(gate, NOW).isAfter(anHour.plus(GAP)));
        entered(gate, anHour);
    }

    @Test
    void each_who_waits_is_given_a_moment_of_their_own() {
        HostGate gate = emptyGate();
        entered(gate, NOW);
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            moments.add(waits(gate, NOW));
        }
        for (int i = 1; i < moments.size(); i++) {
            assertTrue(Duration.between(moments.get(i - 1), moments.get(i)).compareTo(GAP) >= 0, moments::toString);
        }
    }

    @Test
    void whoever_comes_back_at_their_moment_enters() {
        HostGate gate = emptyGate();
        Admission.Entered first = entered(gate, NOW);
        List<Instant> moments = List.of(waits(gate, NOW), waits(gate, NOW), waits(gate, NOW));
        gate.leave(first, NOW.plusMillis(800).plus(GAP));
        for (Instant moment : moments) {
            gate.leave(entered(gate, moment), moment.plusMillis(800).plus(GAP));
        }
    }

    @Test
    void moments_are_as_far_apart_as_the_host_wants() {
        for (Duration pause : List.of(Duration.ofMillis(200), GAP, Duration.ofSeconds(30))) {
            HostGate gate = emptyGate();
            assertInstanceOf(Admission.Entered.class, gate.enter(HOST, pause, NOW));
            Instant first = assertInstanceOf(Admission.Wait.class, gate.enter(HOST, pause, NOW))
                    .until();
            Instant second = assertInstanceOf(Admission.Wait.class, gate.enter(HOST, pause, NOW))
                    .until();
            Duration apart = Duration.between(first, second);
            assertTrue(apart.compareTo(pause) >= 0, () -> pause + ": " + apart);
            assertTrue(apart.compareTo(pause.multipliedBy(2)) <= 0, () -> pause + ": " + apart);
        }
    }

    @Test
    void entering_reserves_a_short_request_and_its_gap() {
        HostGate gate = emptyGate();
        Instant end = NOW.plus(GAP).plus(HostGate.SHORT);
        assertEquals(end, entered(gate, NOW).until());
        waits(gate, end.minusMillis(1));
        entered(gate, end);
    }

    @Test
    void one_who_did_not_leave_makes_the_next_wait_no_longer_than_one_who_did() {
        HostGate gate = emptyGate();
        entered(gate, NOW);
        Instant next = NOW;
        for (int i = 0; i < 5; i++) {
            next = waits(gate, next.plusMillis(300));
            entered(gate, next);
        }
        assertEquals(NOW.plus(HostGate.step(GAP).multipliedBy(5)), next);
    }

    @Test
    void an_extended_place_is_held_for_a_minute_more() {
        HostGate gate = emptyGate();
        Admission.Entered slow = entered(gate, NOW);
        assertTrue(gate.extend(slow, NOW.plusSeconds(4)));
        waits(gate, NOW.plusSeconds(63));
        entered(gate, NOW.plusSeconds(64));
    }

    @Test
    void one_who_leaves_an_extended_place_gives_it_back() {
        HostGate gate = emptyGate();
        Admission.Entered slow = entered(gate, NOW);
        assertTrue(gate.extend(slow, NOW.plusSeconds(4)));
        gate.leave(slow, NOW.plusSeconds(12));
        waits(gate, NOW.plusSeconds(12).minusMillis(1));
        entered(gate, NOW.plusSeconds(12));
    }

    @Test
    void a_place_that_another_has_is_neither_extended_nor_left() {
        HostGate gate = emptyGate();
        Admission.Entered slow = entered(gate, NOW);
        entered(gate, NOW.plusSeconds(6));
        assertFalse(gate.extend(slow, NOW.plusSeconds(7)));
        gate.leave(slow, NOW);
        waits(gate, NOW.plusSeconds(8));
        entered(gate, NOW.plusSeconds(12));
    }

    @Test
    void where_the_gap_is_too_short_to_extend_a_place_it_is_held_for_a_minute_from_the_beginning() {
        HostGate gate = emptyGate();
        Duration gap = Duration.ofMillis(200);
        Admission.Entered place = assertInstanceOf(Admission.Entered.class, gate.enter(HOST, gap, NOW));
        assertEquals(NOW.plus(HostGate.LEASE), place.until());
        gate.leave(place, NOW.plusMillis(300));
        assertInstanceOf(Admission.Entered.class, gate.enter(HOST, gap, NOW.plusMillis(300)));
    }

    @Test
    void leaving_twice_is_leaving_once() {
        HostGate gate = emptyGate();
        Admission.Entered place = entered(gate, NOW);
        gate.leave(place, NOW.plusSeconds(1));
        entered(gate, NOW.plusSeconds(2));
        gate.leave(place, NOW.plusSeconds(1));
        waits(gate, NOW.plusSeconds(3));
    }

    @Test
    void of_eight_threads_one_enters_and_seven_wait_for_seven_moments() {
        HostGate gate = emptyGate();
        List<Admission> admissions = InParallel.run(InParallel.THREADS, i -> gate.enter(HOST, GAP, NOW));
        List<Instant> moments = admissions.stream()
                .filter(Admission.Wait.class::isInstance)
                .map(wait -> ((Admission.Wait) wait).until())
                .distinct()
                .toList();
        assertEquals(InParallel.THREADS - 1, moments.size());
    }

    @Test
    void twenty_jobs_get_through_one_at_a_time_with_the_pause_between() {
        HostGate gate = emptyGate();
        PriorityQueue<Instant> jobs = new PriorityQueue<>();
        for (int i = 0; i < 20; i++) {
            jobs.add(NOW.plusMillis(i * 37L));
        }
        Queue<Instant> requests = new ArrayDeque<>();
        int asked = 0;
        while (!jobs.isEmpty()) {
            Instant now = jobs.remove();
            asked++;
            switch (gate.enter(HOST, GAP, now)) {
                case Admission.Wait(Instant until) -> jobs.add(until);
                case Admission.Entered place -> {
                    requests.add(now);
                    gate.leave(place, now.plusMillis(700).plus(GAP));
                }
            }
        }
        assertEquals(20, requests.size());
        Instant last = requests.remove();
        for (Instant request : requests) {
            assertTrue(Duration.between(last, request).compareTo(GAP) >= 0);
            last = request;
        }
        assertTrue(asked <= 60, "asked " + asked + " times for 20 places");
    }

    private record Turn(Instant begun, Instant ended) {}

    /** Uses real time, which twenty workers share; a short gap limits the test to about a second. */
    @Test
    void of_twenty_workers_one_is_at_the_host_at_a_time_with_the_pause_between() {
        Duration pause = Duration.ofMillis(20);
        HostGate gate = emptyGate();
        List<Turn> turns = new ArrayList<>(InParallel.run(20, worker -> turn(gate, pause)));
        turns.sort(Comparator.comparing(Turn::begun));
        for (int i = 1; i < turns.size(); i++) {
            Duration between =
                    Duration.between(turns.get(i - 1).ended(), turns.get(i).begun());
            assertTrue(between.compareTo(pause) >= 0, () -> "too close: " + turns);
        }
    }

    private static Turn turn(HostGate gate, Duration pause) {
        while (true) {
            switch (gate.enter(HOST, pause, millisecond())) {
                case Admission.Wait(Instant until) ->
                    LockSupport.parkNanos(Duration.between(millisecond(), until).toNanos());
                case Admission.Entered place -> {
                    Instant begun = millisecond();
                    LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
                    Instant ended = millisecond();
                    gate.leave(place, ended.plus(pause));
                    return new Turn(begun, ended);
                }
            }
        }
    }

    /** Returns the current time at the precision a gate stores. */
    private static Instant millisecond() {
        return InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
