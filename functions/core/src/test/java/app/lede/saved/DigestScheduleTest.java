package app.lede.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestScheduleTest {

    @ParameterizedTest
    @CsvSource({
        // every, at, zone, now, last, next
        "HOUR, 00:00, UTC, 2026-01-02T12:34:56Z, 2026-01-02T12:00:00Z, 2026-01-02T13:00:00Z",
        "HOUR, 00:00, UTC, 2026-01-02T12:00:00Z, 2026-01-02T12:00:00Z, 2026-01-02T13:00:00Z",
        "HOUR, 00:00, Asia/Kathmandu, 2026-01-02T12:34:56Z, 2026-01-02T12:15:00Z, 2026-01-02T13:15:00Z",
        "DAY, 07:00, Europe/Paris, 2026-01-02T05:59:59Z, 2026-01-01T06:00:00Z, 2026-01-02T06:00:00Z",
        "DAY, 07:00, Europe/Paris, 2026-01-02T06:00:00Z, 2026-01-02T06:00:00Z, 2026-01-03T06:00:00Z",
        "DAY, 07:00, Europe/Paris, 2026-07-02T06:00:00Z, 2026-07-02T05:00:00Z, 2026-07-03T05:00:00Z",
        "WEEK, 07:00, Europe/Paris, 2026-01-02T12:00:00Z, 2025-12-29T06:00:00Z, 2026-01-05T06:00:00Z",
        "WEEK, 07:00, Europe/Paris, 2026-01-05T05:00:00Z, 2025-12-29T06:00:00Z, 2026-01-05T06:00:00Z",
    })
    void a_digest_is_due_by_the_clock_of_its_zone(
            DigestSchedule.Every every, String at, String zone, Instant now, Instant last, Instant next) {
        DigestSchedule schedule = new DigestSchedule(every, at, zone);
        assertEquals(last, schedule.lastDue(now));
        assertEquals(next, schedule.nextDue(now));
    }

    @ParameterizedTest
    @CsvSource({
        // On 29 March 2026 clocks of Paris go from 02:00 to 03:00, on 25 October from 03:00 to 02:00.
        "DAY, 02:30, Europe/Paris, 2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z, 2026-03-30T00:30:00Z",
        "DAY, 02:30, Europe/Paris, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
        "HOUR, 00:00, Europe/Paris, 2026-03-29T00:30:00Z, 2026-03-29T01:00:00Z, 2026-03-29T02:00:00Z",
        "HOUR, 00:00, Europe/Paris, 2026-10-25T00:30:00Z, 2026-10-25T01:00:00Z, 2026-10-25T02:00:00Z",
        // Clocks of Lord Howe go forward and back by half an hour.
        "HOUR, 00:00, Australia/Lord_Howe, 2026-10-03T15:00:00Z, 2026-10-03T15:30:00Z, 2026-10-03T16:00:00Z",
        // Samoa left out 30 December 2011.
        "DAY, 07:00, Pacific/Apia, 2011-12-29T18:00:00Z, 2011-12-30T17:00:00Z, 2011-12-31T17:00:00Z",
    })
    void each_day_and_each_hour_has_one_digest_where_clocks_are_changed(
            DigestSchedule.Every every, String at, String zone, Instant before, Instant first, Instant second) {
        DigestSchedule schedule = new DigestSchedule(every, at, zone);
        assertEquals(first, schedule.nextDue(before));
        assertEquals(second, schedule.nextDue(first));
        assertEquals(first, schedule.lastDue(second.minusMillis(1)));
    }

    @Test
    void a_schedule_is_kept_as_json_and_takes_no_time_or_zone_that_is_none() {
        DigestSchedule schedule = new DigestSchedule(DigestSchedule.Every.WEEK, "07:00", "Europe/Paris");
        assertEquals(schedule, Json.read(Json.text(schedule), DigestSchedule.class));
        assertThrows(
                DateTimeException.class, () -> new DigestSchedule(DigestSchedule.Every.DAY, "25:00", "Europe/Paris"));
        assertThrows(
                DateTimeException.class,
                () -> new DigestSchedule(DigestSchedule.Every.DAY, "07:00", "Europe/Atlantis"));
    }
}
