package app.lede.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ValidatorsTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Validators SEEN = Validators.NONE.with("W/\"ä 1\"", "yesterday", "00ff", 4_000, NOON);

    @Test
    void validators_are_kept_byte_for_byte_and_both_are_sent() {
        assertEquals("W/\"ä 1\"", SEEN.toSend(false, NOON).etag());
        assertEquals("yesterday", SEEN.toSend(false, NOON).lastModified());
    }

    @Test
    void a_body_is_known_by_its_hash() {
        assertTrue(SEEN.isKnown("00ff"));
        assertFalse(SEEN.isKnown("00fe"));
        assertFalse(Validators.NONE.isKnown("00ff"));
    }

    @Test
    void one_unconditional_request_a_day_after_a_week_of_304_from_a_feed_that_should_have_changed() {
        Instant week = NOON.plus(Duration.ofDays(7));
        assertEquals(SEEN, SEEN.toSend(true, week.minusSeconds(1)));
        assertEquals(Validators.NONE, SEEN.toSend(true, week));
        Validators asked = SEEN.with("\"v2\"", null, "00ff", 4_000, week);
        assertEquals(asked, asked.toSend(true, week.plus(Duration.ofHours(23))));
        assertEquals(Validators.NONE, asked.toSend(true, week.plus(Duration.ofHours(24))));
    }

    @Test
    void a_feed_that_is_no_quieter_than_ever_is_asked_conditionally() {
        assertEquals(SEEN, SEEN.toSend(false, NOON.plus(Duration.ofDays(365))));
    }

    @Test
    void a_body_that_changed_ends_the_doubt() {
        Instant week = NOON.plus(Duration.ofDays(7));
        Validators changed = SEEN.with("\"v2\"", null, "00fe", 4_100, week);
        assertEquals(changed, changed.toSend(true, week.plus(Duration.ofDays(6))));
        assertEquals(4_100, changed.bytes());
    }
}
