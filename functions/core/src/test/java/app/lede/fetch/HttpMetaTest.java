package app.lede.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpMetaTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        120                            | PT2M
        0                              | PT0S
        ' 30 '                         | PT30S
        1.5                            | PT1S
        604801                         | PT168H
        99999999999999999999           | PT168H
        -5                             | -
        soon                           | -
        12 minutes                     | -
        ''                             | -
        Sun, 01 Mar 2026 12:05:00 GMT  | PT5M
        Mon, 01 Mar 2026 12:05:00 GMT  | PT5M
        Sunday, 01-Mar-26 12:05:00 GMT | PT5M
        Sun Mar  1 12:05:00 2026       | PT5M
        Sun, 1 Mar 2026 12:05:00 +0000 | PT5M
        Sun, 01 Mar 2020 12:05:00 GMT  | PT0S
        Sun, 01 Mar 2099 12:05:00 GMT  | PT168H
        Sun, 99 Mar 2026 12:05:00 GMT  | -
        """)
    void retry_after_is_a_bounded_wait_or_nothing(String value, String expected) {
        assertEquals(expected, text(meta("Retry-After", value).retryAfter()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        max-age=600                 | PT10M
        public, MAX-AGE="600"       | PT10M
        max-age=600, max-age=5      | PT10M
        s-maxage=5                  | -
        max-age=oops                | -
        max-age=-1                  | -
        no-cache, max-age=600       | PT0S
        no-store                    | PT0S
        max-age=9999999999999       | PT8760H
        private                     | -
        """)
    void cache_control_says_how_long_an_answer_stays_good(String value, String expected) {
        assertEquals(expected, text(meta("Cache-Control", value).freshFor()));
    }

    @Test
    void an_answer_that_was_in_a_cache_has_less_time_left() {
        assertEquals(
                "PT8M20S",
                text(meta("Cache-Control", "max-age=600", "Age", "100").freshFor()));
        assertEquals(
                "PT0S", text(meta("Cache-Control", "max-age=600", "Age", "700").freshFor()));
    }

    @Test
    void expires_counts_from_the_servers_own_clock_and_garbage_is_expired() {
        String expires = "Sun, 01 Mar 2026 13:00:00 GMT";
        assertEquals("PT1H", text(meta("Expires", expires).freshFor()));
        assertEquals(
                "PT30M",
                text(meta("Expires", expires, "Date", "Sun, 01 Mar 2026 12:30:00 GMT")
                        .freshFor()));
        assertEquals("PT0S", text(meta("Expires", "0").freshFor()));
        assertEquals(
                "PT5S",
                text(meta("Expires", expires, "Cache-Control", "max-age=5").freshFor()));
    }

    @ParameterizedTest
    @CsvSource({"'W/\"a, b\"'", "'\"\"'", "unquoted", "'\"\u00e4\u0081\"'"})
    void an_etag_is_kept_byte_for_byte(String etag) {
        assertEquals(Optional.of(etag), meta("etag", etag).etag());
    }

    @Test
    void a_validator_that_could_break_a_request_is_dropped() {
        assertEquals(Optional.empty(), meta("ETag", "\"a\"\r\nHost: b").etag());
        assertEquals(Optional.empty(), meta("ETag", "x".repeat(2000)).etag());
        assertEquals(Optional.empty(), meta("Last-Modified", " ").lastModified());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        noindex, NoArchive                    | [noindex, noarchive]
        googlebot: noindex                    | []
        lede: noai, noimageai                 | [noai, noimageai]
        *: noai                               | [noai]
        max-snippet: 20, noarchive            | [max-snippet: 20, noarchive]
        unavailable_after: 1 jan 2027         | [unavailable_after: 1 jan 2027]
        ''                                    | []
        """)
    void robots_tags_for_everyone_and_for_us_are_kept(String value, String expected) {
        assertEquals(expected, meta("X-Robots-Tag", value).usage().robotsTags().toString());
    }

    @Test
    void reserved_rights_come_with_their_policy() {
        UsageSignals usage = meta("TDM-Reservation", "1", "TDM-Policy", "https://example.com/p.json")
                .usage();
        assertEquals(new UsageSignals(List.of(), Optional.of("1"), Optional.of("https://example.com/p.json")), usage);
        assertEquals(Optional.of("0"), meta("tdm-reservation", " 0 ").usage().tdmReservation());
        assertEquals(Optional.of("yes"), meta("TDM-Reservation", "yes").usage().tdmReservation());
        assertEquals(UsageSignals.NONE, meta("TDM-Reservation", " ").usage());
    }

    private static HttpMeta meta(String name, String value) {
        return HttpMeta.of(200, new HttpHeaders(List.of(Map.entry(name, value))), NOW);
    }

    private static HttpMeta meta(String name, String value, String otherName, String otherValue) {
        HttpHeaders headers = new HttpHeaders(List.of(Map.entry(name, value), Map.entry(otherName, otherValue)));
        return HttpMeta.of(200, headers, NOW);
    }

    private static String text(Optional<Duration> duration) {
        return duration.map(Duration::toString).orElse("-");
    }
}
