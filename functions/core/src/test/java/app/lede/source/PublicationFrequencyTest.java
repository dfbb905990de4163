package app.lede.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublicationFrequencyTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @Test
    void the_gap_is_the_mean_between_the_dates_of_the_entries_in_any_order() {
        List<Instant> dates = new ArrayList<>(hoursAgo(1, 3, 5));
        Collections.reverse(dates);
        PublicationFrequency frequency = PublicationFrequency.UNKNOWN.read(dates, 3, NOON);
        assertEquals(new PublicationFrequency(120, NOON.minus(Duration.ofHours(1))), frequency);
        assertEquals(OptionalDouble.of(12), frequency.perDay());
    }

    @Test
    void one_entry_pinned_for_years_does_not_make_a_feed_slow() {
        assertEquals(
                60,
                PublicationFrequency.UNKNOWN
                        .read(hoursAgo(1, 2, 3, 4, 50_000), 5, NOON)
                        .gap());
    }

    @Test
    void the_past_of_a_long_feed_does_not_count() {
        List<Instant> dates = new ArrayList<>(IntStream.range(0, 60)
                .mapToObj(i -> NOON.minus(Duration.ofMinutes(10L * i)))
                .toList());
        dates.addAll(hoursAgo(5_000, 9_000, 40_000));
        assertEquals(10, PublicationFrequency.UNKNOWN.read(dates, 60, NOON).gap());
    }

    @Test
    void dates_in_the_future_and_feeds_of_one_date_say_nothing() {
        assertEquals(PublicationFrequency.UNKNOWN, PublicationFrequency.UNKNOWN.read(hoursAgo(-1, -2, -3, 4), 0, NOON));
        assertEquals(PublicationFrequency.UNKNOWN, PublicationFrequency.UNKNOWN.read(hoursAgo(4, 4, 4, 4), 0, NOON));
    }

    @Test
    void without_dates_the_gap_is_what_the_polls_saw() {
        PublicationFrequency first = PublicationFrequency.UNKNOWN.read(List.of(), 10, NOON);
        assertEquals(new PublicationFrequency(null, NOON), first);
        Instant later = NOON.plus(Duration.ofHours(4));
        PublicationFrequency second = first.read(List.of(), 2, later);
        assertEquals(new PublicationFrequency(120, later), second);
        assertEquals(second, second.read(List.of(), 0, later.plusSeconds(60)));
        // A fifth of the way from 120 to 20.
        assertEquals(
                100, second.read(List.of(), 3, later.plus(Duration.ofHours(1))).gap());
    }

    @Test
    void silence_is_three_usual_gaps_and_never_less_than_a_day() {
        assertFalse(new PublicationFrequency(10, NOON).isOverdue(NOON.plus(Duration.ofHours(24))));
        assertTrue(new PublicationFrequency(10, NOON).isOverdue(NOON.plus(Duration.ofHours(25))));
        assertFalse(new PublicationFrequency(10_080, NOON).isOverdue(NOON.plus(Duration.ofDays(21))));
        assertTrue(new PublicationFrequency(10_080, NOON).isOverdue(NOON.plus(Duration.ofDays(22))));
        assertFalse(PublicationFrequency.UNKNOWN.isOverdue(NOON));
    }

    private static List<Instant> hoursAgo(int... hours) {
        return IntStream.of(hours)
                .mapToObj(ago -> NOON.minus(Duration.ofHours(ago)))
                .toList();
    }
}
