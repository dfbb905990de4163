package app.lede.date;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.fuzz.ProcessorTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenMomentTest {

    private static final WrittenMoment ANY = new WrittenMoment("", DateOrder.UNKNOWN);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        11/27/2025 7:05:09 PM                     | 2025-11-27T19:05:09Z
        11/27/2025 12:05:09 AM                    | 2025-11-27T00:05:09Z
        11/27/2025 12:05 p.m.                     | 2025-11-27T12:05:00Z
        November 27, 2025 7:05pm                  | 2025-11-27T19:05:00Z
        Nov 27, 2025 at 7pm                       | 2025-11-27T19:00:00Z
        27 nov 2025 7:05 p. m.                    | 2025-11-27T19:05:00Z
        2025-11-27 07:05 PM                       | 2025-11-27T19:05:00Z
        2025年11月27日 下午7:05                    | 2025-11-27T19:05:00Z
        2025年11月27日 19時05分                    | 2025-11-27T19:05:00Z
        2025년 11월 27일 오후 7:05                  | 2025-11-27T19:05:00Z
        2025. 11. 27. 오전 7:05                    | 2025-11-27T07:05:00Z
        27/11/2025 7:05 م                         | 2025-11-27T19:05:00Z
        27/11/2025, 7:05 μ.μ.                     | 2025-11-27T19:05:00Z
        """)
    void a_clock_of_twelve_hours_is_read_with_its_half(String written, String instant) {
        assertEquals(Optional.of(Instant.parse(instant)), ANY.read(written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Thu, 27 Nov 2025 24:00:00 GMT             | 2025-11-28T00:00:00Z
        2025-12-31T24:00:00Z                      | 2026-01-01T00:00:00Z
        27.11.2025 08:30                          | 2025-11-27T08:30:00Z
        27.11.2025 klo 8.30                       | 2025-11-27T08:30:00Z
        27.11.25                                  | 2025-11-27T00:00:00Z
        2025.11.27 08:30:00                       | 2025-11-27T08:30:00Z
        27. November 2025, 08:30 Uhr              | 2025-11-27T08:30:00Z
        27 novembre 2025 à 8h30                   | 2025-11-27T08:30:00Z
        1764232200                                | 2025-11-27T08:30:00Z
        1764232200000                             | 2025-11-27T08:30:00Z
        20251127083000                            | 2025-11-27T08:30:00Z
        202511270830                              | 2025-11-27T08:30:00Z
        20251127T083000Z                          | 2025-11-27T08:30:00Z
        2025-W48-4                                | 2025-11-27T00:00:00Z
        2025W484                                  | 2025-11-27T00:00:00Z
        2025-331                                  | 2025-11-27T00:00:00Z
        2025-11-27T08:30+01:00[Europe/Berlin]     | 2025-11-27T07:30:00Z
        2025-07-27 08:30 Europe/Berlin            | 2025-07-27T06:30:00Z
        Thu Nov 27 2025 09:30:00 GMT+0100 (CET)   | 2025-11-27T08:30:00Z
        Thursday, November 27, 2025 - 08:30       | 2025-11-27T08:30:00Z
        27-Nov-25 08:30:00                        | 2025-11-27T08:30:00Z
        Thu Nov 27 09:30:00 2025 +0100            | 2025-11-27T08:30:00Z
        Thu Nov 27 00:30:00 2025 PST              | 2025-11-27T08:30:00Z
        /Date(1764232200000)/                     | 2025-11-27T08:30:00Z
        2025-331T08:30:00Z                        | 2025-11-27T08:30:00Z
        목, 27 11월 2025 17:30:00 +0900             | 2025-11-27T08:30:00Z
        周四, 27 11月 2025 16:30:00 +0800            | 2025-11-27T08:30:00Z
        """)
    void forms_of_many_programs_are_read(String written, String instant) {
        assertEquals(Optional.of(Instant.parse(instant)), ANY.read(written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Thu, 27 Nov 2025 11:30:00 EAT             | 2025-11-27T08:30:00Z
        Thu, 27 Nov 2025 09:30:00 WAT             | 2025-11-27T08:30:00Z
        Thu, 27 Nov 2025 10:30:00 SAST            | 2025-11-27T08:30:00Z
        Thu, 27 Nov 2025 10:30:00 CAT             | 2025-11-27T08:30:00Z
        27 Nov 2025 15:30 WIB                     | 2025-11-27T08:30:00Z
        27 Nov 2025 13:30 PKT                     | 2025-11-27T08:30:00Z
        27 Nov 2025 14:15 NPT                     | 2025-11-27T08:30:00Z
        27 Nov 2025 05:30 BRT                     | 2025-11-27T08:30:00Z
        27 Nov 2025 8:30 AM GMT                   | 2025-11-27T08:30:00Z
        27 Nov 2025 08:30 UTC+00:00               | 2025-11-27T08:30:00Z
        """)
    void zones_are_known_by_name(String written, String instant) {
        assertEquals(Optional.of(Instant.parse(instant)), ANY.read(written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        To, 27 Marras 2025 10:30:00 +0200         | 2025-11-27T08:30:00Z
        27. marraskuuta 2025                      | 2025-11-27T00:00:00Z
        27. marraskuussa 2025                     | 2025-11-27T00:00:00Z
        27 листопада 2025 р. 08:30                | 2025-11-27T08:30:00Z
        2025. november 27. 08:30                  | 2025-11-27T08:30:00Z
        27 тра 2025                               | 2025-05-27T00:00:00Z
        27 kasım 2025 08:30                       | 2025-11-27T08:30:00Z
        27 Kasım 2025 08:30                       | 2025-11-27T08:30:00Z
        27 تشرين الثاني 2025                       | 2025-11-27T00:00:00Z
        27 جويلية 2025                            | 2025-07-27T00:00:00Z
        ٢٧ نوفمبر ٢٠٢٥                             | 2025-11-27T00:00:00Z
        27 בנובמבר 2025                           | 2025-11-27T00:00:00Z
        27 พ.ย. 2568 08:30 น.                     | 2025-11-27T08:30:00Z
        27 พฤศจิกายน 2568                         | 2025-11-27T00:00:00Z
        27 พ.ย. 68                                | 2025-11-27T00:00:00Z
        २७ नवंबर २०२५                             | 2025-11-27T00:00:00Z
        27 tháng 11, 2025                         | 2025-11-27T00:00:00Z
        ۶ آذر ۱۴۰۴                                | 2025-11-27T00:00:00Z
        令和7年11月27日                             | 2025-11-27T00:00:00Z
        民國114年11月27日                           | 2025-11-27T00:00:00Z
        Thursday, Tachwedd 27, 2025               | 2025-11-27T00:00:00Z
        27 ნოემბერი 2025                          | 2025-11-27T00:00:00Z
        """)
    void months_are_known_in_many_languages_scripts_and_calendars(String written, String instant) {
        assertEquals(Optional.of(Instant.parse(instant)), ANY.read(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "27 listopad 2025",
                "27 Nov 2025 08:30 XQT",
                "27 Nov 2025 08:30 ωπ",
                "04/03/2026 08:30",
                "04-03-2026",
                "4/3/2026 20:28",
                "0001-01-01T00:00:00Z",
                "Mon, 01 Jan 0001 00:00:00 +0000",
                "Wed, 30 Nov -0001 00:00:00 +0000",
                "1404/09/06",
                "1447-06-06",
                "2025-11-27 25:10",
                "27 Nov 2025 08:30 +9900",
                "5 minutes ago",
                "2025-11-27 to 2025-11-30"
            })
    void a_date_in_doubt_is_none(String written) {
        assertEquals(Optional.empty(), ANY.read(written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en-us | UNKNOWN   | 04/03/2026 08:30 | 2026-04-03T08:30:00Z
        en-gb | UNKNOWN   | 04/03/2026 08:30 | 2026-03-04T08:30:00Z
        fr    | UNKNOWN   | 04/03/2026 08:30 | 2026-03-04T08:30:00Z
        pt-br | UNKNOWN   | 04-03-2026       | 2026-03-04T00:00:00Z
        en-us | DAY_FIRST | 04/03/2026 08:30 | 2026-03-04T08:30:00Z
        en    | MONTH_FIRST | 04/03/2026     | 2026-04-03T00:00:00Z
        pl    | UNKNOWN   | 27 listopad 2025 | 2025-11-27T00:00:00Z
        hr    | UNKNOWN   | 27 listopad 2025 | 2025-10-27T00:00:00Z
        fa    | UNKNOWN   | 1404/09/06 08:30 | 2025-11-27T08:30:00Z
        th    | UNKNOWN   | 27/11/2568       | 2025-11-27T00:00:00Z
        """)
    void language_and_other_dates_decide_what_a_date_alone_leaves_open(
            String language, DateOrder shown, String written, String instant) {
        assertEquals(Optional.of(Instant.parse(instant)), new WrittenMoment(language, shown).read(written));
    }

    @Test
    void a_hostile_date_takes_no_time() {
        ProcessorTime.assertAtMost(Duration.ofSeconds(2), () -> {
            ANY.read("1".repeat(100_000));
            for (String part : new String[] {"1-", " ", "1:", "a-", "T", "2024 ", "+0", "1.", "am ", "年", "p. "}) {
                ANY.read(part.repeat(100).substring(0, 99));
                ANY.read("10:10 " + part.repeat(100).substring(0, 90));
            }
        });
    }
}
