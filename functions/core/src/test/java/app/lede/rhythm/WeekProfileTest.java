package app.lede.rhythm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WeekProfileTest {

    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

    @Test
    void without_arrivals_each_hour_is_a_rhythm_hour() {
        assertEquals(30.5, WeekProfile.EMPTY.between(at(3.25), at(33.75)), 1e-6);
        assertEquals(at(33.75), WeekProfile.EMPTY.after(at(3.25), 30.5));
    }

    @Test
    void a_week_has_168_rhythm_hours_whatever_the_profile() {
        assertEquals(168, office(60).between(at(5.5), at(5.5 + 168)), 1e-6);
        assertEquals(3 * 168 + 0.0, office(60).between(at(77), at(77 + 3 * 168)), 1e-6);
    }

    @Test
    void nights_and_weekends_pass_slowly_where_nothing_is_published_in_them() {
        WeekProfile office = office(60);
        double day = office.between(at(9), at(17));
        double night = office.between(at(20), at(28));
        double sunday = office.between(at(6 * 24 + 9), at(6 * 24 + 17));
        assertTrue(day > 20, () -> "" + day);
        assertTrue(night < 1.5, () -> "" + night);
        assertTrue(sunday < 2, () -> "" + sunday);
    }

    @Test
    void the_time_after_some_rhythm_hours_is_the_inverse_of_the_hours_between_two_times() {
        SplittableRandom random = new SplittableRandom(7);
        WeekProfile office = office(20);
        for (int i = 0; i < 200; i++) {
            Instant from = at(random.nextDouble(168));
            Instant to = from.plusSeconds(random.nextInt(60 * 86_400));
            Instant found = office.after(from, office.between(from, to));
            assertTrue(Duration.between(found, to).abs().toSeconds() <= 1, from + " " + to + " " + found);
        }
    }

    @Test
    void hours_before_the_epoch_have_a_place_in_the_week_too() {
        Instant before = Instant.parse("1969-12-29T03:00:00Z"); // a Monday
        assertEquals(1, WeekProfile.EMPTY.plus(before).days().getFirst());
        assertEquals(1, WeekProfile.EMPTY.plus(before).hours().get(3));
    }

    @Test
    void a_profile_follows_a_source_that_changes_its_hours() {
        WeekProfile profile = WeekProfile.EMPTY;
        for (int i = 0; i < 5_000; i++) {
            profile = profile.plus(at(24.0 * (i % 7) + 3));
        }
        for (int i = 0; i < 5_000; i++) {
            profile = profile.plus(at(24.0 * (i % 7) + 15));
        }
        double now = profile.between(at(15), at(16));
        double formerly = profile.between(at(3), at(4));
        assertTrue(now > 4 * formerly, now + " and " + formerly);
        assertTrue(profile.hours().stream().allMatch(count -> count <= 63));
    }

    /** Returns the profile of some weeks of publishing each hour from 9 to 17 on weekdays. */
    private static WeekProfile office(int weeks) {
        WeekProfile profile = WeekProfile.EMPTY;
        for (int day = 0; day < 7 * weeks; day++) {
            for (int hour = 9; hour < 17 && day % 7 < 5; hour++) {
                profile = profile.plus(at(24.0 * day + hour));
            }
        }
        return profile;
    }

    private static Instant at(double hours) {
        return MONDAY.plusSeconds(Math.round(hours * 3_600));
    }
}
