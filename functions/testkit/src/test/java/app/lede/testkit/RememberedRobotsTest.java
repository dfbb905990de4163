package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.robots.RememberedRobots;
import app.lede.robots.RobotsAnswer;
import app.lede.robots.RobotsStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedRobotsTest extends RobotsStoreContract {
    private static final String SITE = "https://news.example.org";
    private static final Instant NOW = Samples.NOON;
    private static final Instant LATER = NOW.plus(Duration.ofHours(6));

    private final RobotsStore shared = new InMemoryRobots();
    private final AtomicInteger reads = new AtomicInteger();
    private final RobotsStore remembered = new RememberedRobots(new RobotsStore() {
        @Override
        public Optional<Kept> get(String origin, Instant now) {
            reads.incrementAndGet();
            return shared.get(origin, now);
        }

        @Override
        public void keep(String origin, RobotsAnswer answer, Instant until) {
            shared.keep(origin, answer, until);
        }
    });

    @Override
    protected RobotsStore emptyStore() {
        return new RememberedRobots(new InMemoryRobots());
    }

    @Test
    void an_answer_of_others_is_read_once() {
        assertEquals(Optional.empty(), remembered.get(SITE, NOW));
        shared.keep(SITE, new RobotsAnswer.Absent(), LATER);
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    new RobotsAnswer.Absent(),
                    remembered.get(SITE, NOW).orElseThrow().answer());
        }
        assertEquals(2, reads.get());
    }

    @Test
    void an_own_answer_is_not_read_and_forgotten_with_its_time() {
        remembered.keep(SITE, new RobotsAnswer.Absent(), LATER);
        assertEquals(
                new RobotsAnswer.Absent(),
                remembered.get(SITE, NOW).orElseThrow().answer());
        assertEquals(0, reads.get());
        assertEquals(Optional.empty(), remembered.get(SITE, LATER));
        assertEquals(1, reads.get());
    }

    @Test
    void answers_asked_for_long_ago_are_read_again() {
        for (int i = 0; i < 600; i++) {
            remembered.keep(SITE + i, new RobotsAnswer.Absent(), LATER);
        }
        remembered.get(SITE + 599, NOW);
        assertEquals(0, reads.get());
        remembered.get(SITE + 0, NOW);
        assertEquals(1, reads.get());
    }
}
