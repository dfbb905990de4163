package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fetch.Accept;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.HostGaps;
import app.lede.fetch.HostGate;
import app.lede.fetch.Timer;
import app.lede.testkit.InMemoryHostGate;
import app.lede.testkit.Samples;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs fetching functions beside each other in simulated time. Their clocks differ, their requests take up to 25 s, their timers are
 * late, and some die in a request: a host is asked by one at a time all the same, with its gap between.
 */
class PolitenessTest {

    private static final Duration GAP = Duration.ofSeconds(5);
    private static final URI URL = URI.create("https://news.example.org/a");
    private static final FetchRequest PAGE = FetchRequest.unconditional(URL, Accept.PAGE);
    /** Milliseconds that clocks differ, and that timers are late, at most. */
    private static final int SKEW = 800;

    private static final int FUNCTIONS = 4;

    private final List<Due> due = new ArrayList<>();
    private List<PoliteFetcher> functions = List.of();
    private CountedGate gate = new CountedGate();
    private Random random = new Random(0);
    private Instant now = Samples.NOON;
    private Instant earliest = Instant.MIN;
    private boolean atHost;
    /** Whether time passes between entering and sending, as on a busy machine. */
    private boolean late;

    private int requests;
    private int shortRequests;

    private record Due(Instant at, Runnable task) {}

    /** Counts writes, and takes none of a function that has died. */
    private final class CountedGate implements HostGate {
        private final HostGate gate = new InMemoryHostGate();
        private boolean dead;
        private int entered;
        private int further;

        @Override
        public Admission enter(String host, Duration pause, Instant now) {
            Admission admission = gate.enter(host, pause, now);
            entered += admission instanceof Admission.Entered ? 1 : 0;
            if (late && admission instanceof Admission.Entered && random.nextInt(5) == 0) {
                pass(random.nextInt(8_000));
                PoliteFetcher.Answer unused = any().fetch(PAGE);
            }
            return admission;
        }

        @Override
        public boolean extend(Admission.Entered place, Instant now) {
            further++;
            return gate.extend(place, now);
        }

        @Override
        public void leave(Admission.Entered place, Instant quietUntil) {
            if (!dead) {
                further++;
                gate.leave(place, quietUntil);
            }
        }
    }

    private PoliteFetcher function() {
        Duration skew = Duration.ofMillis(random.nextInt(SKEW));
        Timer timer = (delay, task) -> {
            Due alarm = new Due(now.plus(delay).plusMillis(random.nextInt(SKEW)), task);
            due.add(alarm);
            return () -> due.remove(alarm);
        };
        return new PoliteFetcher(this::request, gate, new HostGaps(GAP, Map.of()), timer, () -> now.plus(skew));
    }

    private FetchOutcome request(FetchRequest page) {
        assertFalse(atHost, "two at once");
        assertTrue(!now.isBefore(earliest), () -> "asked at " + now + ", not from " + earliest);
        atHost = true;
        requests++;
        // A function that dies knows no end of its request: the gap counts from its begin.
        earliest = now.plus(GAP).minusMillis(SKEW);
        boolean isShort = random.nextInt(3) > 0;
        shortRequests += isShort ? 1 : 0;
        int millis = isShort ? random.nextInt(450) : random.nextInt(25_000);
        for (int passed = 0; passed < millis; passed += 50) {
            pass(Math.min(50, millis - passed));
            if (random.nextInt(40) == 0) {
                assertInstanceOf(PoliteFetcher.Answer.Wait.class, any().fetch(page));
            }
        }
        atHost = false;
        gate.dead = random.nextInt(10) == 0;
        if (gate.dead) {
            return new FetchOutcome.Gone(URL, 410);
        }
        boolean busy = random.nextInt(20) == 0;
        Duration pause = busy ? Duration.ofMinutes(2) : GAP;
        earliest = now.plus(pause).minusMillis(SKEW);
        return busy
                ? new FetchOutcome.Later(URL, FetchOutcome.Hold.HOST, now.plus(pause), 429)
                : new FetchOutcome.Gone(URL, 410);
    }

    private PoliteFetcher any() {
        return functions.get(random.nextInt(functions.size()));
    }

    private void pass(int millis) {
        now = now.plusMillis(millis);
        List<Due> begun = due.stream().filter(alarm -> !alarm.at().isAfter(now)).toList();
        due.removeAll(begun);
        begun.forEach(alarm -> alarm.task().run());
    }

    private void run(int seed) {
        random = new Random(seed);
        gate = new CountedGate();
        earliest = Instant.MIN;
        functions = Stream.generate(this::function).limit(FUNCTIONS).toList();
        for (int turn = 0; turn < 300; turn++) {
            gate.dead = false;
            any().fetch(PAGE);
            pass(random.nextInt(3_000));
        }
    }

    @Test
    void a_host_is_asked_by_one_at_a_time_with_its_gap_between() {
        for (int seed = 0; seed < 40; seed++) {
            run(seed);
        }
        assertTrue(requests > 1_000, () -> requests + " requests");
        assertTrue(shortRequests > 500, () -> shortRequests + " short requests");
    }

    @Test
    void a_request_that_leaves_late_keeps_the_gap_before_the_next_or_is_not_sent() {
        late = true;
        for (int seed = 0; seed < 40; seed++) {
            run(seed);
        }
        assertTrue(requests > 1_000, () -> requests + " requests");
        assertTrue(gate.entered > 0 && gate.further > 0, () -> gate.entered + " entered");
    }

    @Test
    void a_short_request_is_one_write() {
        run(0);
        int longRequests = requests - shortRequests;
        assertTrue(
                gate.further <= 2 * longRequests + requests / 10 && gate.entered == requests,
                () -> gate.further + " further writes for " + longRequests + " long requests of " + requests);
    }
}
