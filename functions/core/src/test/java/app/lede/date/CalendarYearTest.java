package app.lede.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarYearTest {

    /** Nowruz of each year as published by the Calendar Centre of Tehran. */
    @ParameterizedTest
    @CsvSource({
        "1357, 1978-03-21",
        "1375, 1996-03-20",
        "1399, 2020-03-20",
        "1400, 2021-03-21",
        "1403, 2024-03-20",
        "1404, 2025-03-21",
        "1405, 2026-03-21",
        "1408, 2029-03-20"
    })
    void the_solar_year_begins_at_nowruz(int year, LocalDate nowruz) {
        assertEquals(nowruz, CalendarYear.fromJalali(year, 1, 1));
    }

    @Test
    void the_last_day_of_a_leap_year_is_before_the_next_nowruz() {
        assertEquals(LocalDate.of(2025, 3, 20), CalendarYear.fromJalali(1403, 12, 30));
        assertEquals(LocalDate.of(2026, 3, 20), CalendarYear.fromJalali(1404, 12, 29));
        assertThrows(DateTimeException.class, () -> CalendarYear.fromJalali(1404, 12, 30));
        assertEquals(LocalDate.of(2026, 3, 4), CalendarYear.fromJalali(1404, 12, 13));
    }

    @Test
    void only_years_that_can_be_of_the_buddhist_era_are_converted() {
        assertEquals(2026, CalendarYear.fromBuddhist(2569));
        assertEquals(2026, CalendarYear.fromBuddhist(2026));
    }
}
