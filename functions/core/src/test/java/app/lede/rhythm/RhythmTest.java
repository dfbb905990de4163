package app.lede.rhythm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTest {

    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

    @Test
    void a_new_source_is_never_silent() {
        assertEquals(Optional.empty(), Rhythm.NEW.silentFrom());
        assertEquals(Optional.empty(), Rhythm.NEW.arrived(MONDAY).silentFrom());
        assertEquals(0, Rhythm.NEW.arrived(MONDAY).expected(MONDAY, days(100)));
    }

    @Test
    void two_weeks_are_learned_from_at_least() {
        Rhythm hourly = Rhythm.NEW;
        for (int hour = 0; hour < 48; hour++) {
            hourly = hourly.arrived(MONDAY.plus(Duration.ofHours(hour)));
        }
        assertEquals(Optional.of(days(14)), hourly.silentFrom());
    }

    @Test
    void a_weekday_paper_is_not_missed_at_a_weekend_but_on_monday() {
        Instant friday = days(7 * 8 + 4).plus(Duration.ofHours(16));
        Instant silent = office(8).arrived(friday).silentFrom().orElseThrow();
        assertTrue(silent.isAfter(days(7 * 9).plus(Duration.ofHours(8))), silent::toString);
        assertTrue(silent.isBefore(days(7 * 9 + 1)), silent::toString);
    }

    @Test
    void on_a_working_day_it_is_missed_before_the_evening() {
        Instant morning = days(7 * 8 + 1).plus(Duration.ofHours(9));
        Rhythm office = office(8).arrived(days(7 * 8).plus(Duration.ofHours(16)));
        Instant silent = office.arrived(morning).silentFrom().orElseThrow();
        assertTrue(silent.isBefore(morning.plus(Duration.ofHours(10))), silent::toString);
        assertFalse(silent.isBefore(morning.plus(Duration.ofHours(6))), silent::toString);
    }

    @Test
    void a_monthly_letter_is_missed_after_some_months() {
        Rhythm monthly = Rhythm.NEW;
        for (int month = 0; month < 12; month++) {
            monthly = monthly.arrived(days(30 * month));
        }
        Duration allowed = Duration.between(days(330), monthly.silentFrom().orElseThrow());
        assertTrue(allowed.toDays() > 45 && allowed.toDays() < 150, allowed::toString);
    }

    @Test
    void a_pause_begins_the_gap_anew_and_teaches_nothing() {
        Rhythm office = office(8);
        Rhythm resumed = office.resumed(days(200));
        assertTrue(resumed.silentFrom().orElseThrow().isAfter(days(200)));
        assertEquals(office.gaps(), resumed.gaps());
        assertEquals(Rhythm.NEW, Rhythm.NEW.resumed(days(1)));
    }

    @Test
    void arrivals_within_five_minutes_are_one_and_earlier_ones_none() {
        Rhythm once = Rhythm.NEW.arrived(days(1));
        assertEquals(once, once.arrived(days(1).plusSeconds(299)));
        assertEquals(once, once.arrived(days(0)));
    }

    @Test
    void a_working_day_is_expected_to_bring_eight_and_a_sunday_hardly_any() {
        Rhythm office = office(12);
        double tuesday = office.expected(days(7 * 12 + 1), days(7 * 12 + 2));
        double sunday = office.expected(days(7 * 12 + 6), days(7 * 12 + 7));
        assertEquals(8, tuesday, 2);
        assertTrue(sunday < 1, () -> "" + sunday);
    }

    @Test
    void a_rhythm_is_stored_in_80_characters_and_comes_back() {
        Rhythm busy = Rhythm.NEW;
        for (int i = 0; i < 30_000; i++) {
            busy = busy.arrived(MONDAY.plus(Duration.ofMinutes(11L * i)));
        }
        String stored = busy.toString();
        assertTrue(stored.length() <= 80, stored);
        assertEquals(busy, Json.read(Json.text(busy), Rhythm.class));
        assertEquals(office(8), Rhythm.parse(office(8).toString()));
        assertEquals(Rhythm.NEW, Rhythm.parse(Rhythm.NEW.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "- - 0 0 0 0 0 0", "- - 00000000000000000000000! 00000000000000 0 0 0 0"})
    void what_is_no_rhythm_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Rhythm.parse(text));
    }

    /** Returns the rhythm of some weeks of publishing each hour from 9 to 16 on weekdays. */
    private static Rhythm office(int weeks) {
        Rhythm rhythm = Rhythm.NEW;
        for (int day = 0; day < 7 * weeks; day++) {
            for (int hour = 9; hour < 17 && day % 7 < 5; hour++) {
                rhythm = rhythm.arrived(days(day).plus(Duration.ofHours(hour)));
            }
        }
        return rhythm;
    }

    private static Instant days(int days) {
        return MONDAY.plus(Duration.ofDays(days));
    }
}
