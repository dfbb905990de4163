package app.lede.websub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Duration LEASE = Duration.ofDays(10);

    private final Subscription wanted = Subscription.wanted(
            new PushTopic("https://hub.example.org/", "https://example.org/feed"), "key", "secret", NOON);

    @Test
    void a_hub_that_never_confirms_is_asked_less_and_less_often_up_to_once_in_30_days() {
        Subscription subscription = wanted;
        Instant now = NOON;
        for (int hours : new int[] {1, 4, 16, 64, 256, 720, 720}) {
            assertTrue(subscription.isDue(now));
            subscription = subscription.asked(now);
            assertEquals(now.plus(Duration.ofHours(hours)), subscription.askAgainAt());
            assertFalse(subscription.isDue(now));
            now = subscription.askAgainAt();
        }
    }

    @Test
    void a_lease_is_renewed_when_half_of_it_is_over() {
        Subscription running = wanted.asked(NOON).confirmed(NOON, LEASE);
        assertFalse(running.isDue(NOON.plus(Duration.ofDays(5)).minusSeconds(1)));
        assertTrue(running.isDue(NOON.plus(Duration.ofDays(5))));
        assertEquals(
                Subscription.State.ACTIVE,
                running.asked(NOON.plus(Duration.ofDays(5))).state());
    }

    @Test
    void a_lease_ends_by_itself() {
        Subscription running = wanted.asked(NOON).confirmed(NOON, LEASE);
        assertEquals(Subscription.State.ACTIVE, running.state(NOON.plus(LEASE).minusSeconds(1)));
        assertEquals(Subscription.State.EXPIRED, running.state(NOON.plus(LEASE)));
        assertEquals(Subscription.State.ASKED, running.asked(NOON.plus(LEASE)).state());
    }

    @Test
    void a_lease_of_a_hundred_years_is_one_of_a_year() {
        Subscription running = wanted.asked(NOON).confirmed(NOON, Duration.ofDays(36_500));
        assertEquals(NOON.plus(Duration.ofDays(365)), running.leaseEnds());
    }

    @Test
    void a_renewal_that_is_refused_leaves_what_runs() {
        Subscription running =
                wanted.asked(NOON).confirmed(NOON, LEASE).asked(NOON).refused("answered 500");
        assertEquals(Subscription.State.ACTIVE, running.state());
        assertEquals("answered 500", running.detail());
        assertEquals(
                Subscription.State.REFUSED, wanted.asked(NOON).refused("no").state());
    }

    @Test
    void what_was_not_sent_counts_as_no_attempt() {
        Subscription waiting = wanted.asked(NOON).postponed(NOON.plusSeconds(5));
        assertEquals(0, waiting.attempts());
        assertTrue(waiting.isDue(NOON.plusSeconds(5)));
    }

    @Test
    void only_what_was_asked_for_is_meant() {
        assertFalse(wanted.isMeant("https://example.org/feed"));
        assertTrue(wanted.asked(NOON).isMeant("https://example.org/feed"));
        assertFalse(wanted.asked(NOON).isMeant("https://example.org/other"));
        assertFalse(wanted.asked(NOON).confirmed(NOON, LEASE).isMeant("https://example.org/feed"));
    }
}
