package app.lede.extract.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.article.PublishedDate;
import app.lede.article.PublishedDate.Precision;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatesOnPagesTest {

    private final DateFinder visible = new DateFinder();

    @Test
    void a_time_with_an_offset_is_an_instant_with_its_precision() {
        assertEquals("2026-03-04T07:30:15+01:00", machine("2026-03-04T07:30:15.123+0100"));
        assertEquals("2026-03-04T07:30:00Z", machine("2026-03-04 07:30 UTC"));
        assertEquals("2026-03-04T07:30:00Z", machine("Wed, 4 Mar 2026 07:30:00 GMT"));
        assertEquals(
                Precision.MINUTE,
                DateParser.read("2026-03-04T07:30Z", "meta").orElseThrow().precision());
    }

    @Test
    void a_time_of_no_known_zone_is_a_bare_date() {
        assertEquals("2026-03-04", machine("2026-03-04 07:30:15"));
        assertEquals("2026-03-04", machine("20260304"));
    }

    @Test
    void what_is_no_day_is_nothing() {
        assertEquals("", machine("2026-02-30"));
        assertEquals("", machine("0001-01-01T00:00:00Z"));
        assertEquals("", machine("yesterday"));
    }

    @Test
    void an_address_tells_the_day() {
        assertEquals("2026-03-04", value(DateParser.inAddress("https://courier.example/2026/03/04/quay")));
        assertEquals("2026-03-04", value(DateParser.inAddress("https://courier.example/2026/mar/04/quay")));
        assertEquals("2026-03-04", value(DateParser.inAddress("https://courier.example/2026/March/4/quay")));
        assertEquals("", value(DateParser.inAddress("https://courier.example/2026/quay-14-crowns")));
    }

    @Test
    void dates_are_read_in_the_language_of_the_page() {
        assertEquals("2026-03-04", shown("Published March 4th, 2026", "en"));
        assertEquals("2026-03-04", shown("4. März 2026, 7.30 Uhr", "de-AT"));
        assertEquals("2026-03-04", shown("4 de marzo de 2026", "es"));
        assertEquals("2026-03-04", shown("2026年3月4日", "ja"));
        assertEquals("2026-03-04", shown("04.03.2026", "de"));
    }

    @Test
    void dates_are_read_in_every_order_script_and_length_of_year() {
        assertEquals("2026-03-04", shown("2026. március 4.", "hu"));
        assertEquals("2026-03-04", shown("2026 m. kovo 4 d.", "lt"));
        assertEquals("2026-03-04", shown("4 tháng 3, 2026", "vi"));
        assertEquals("2026-03-04", shown("٤ مارس ٢٠٢٦", "ar"));
        assertEquals("2026-03-04", shown("4. 3. 2026", "cs"));
        assertEquals("2026-03-04", shown("Mi 04.03.26 | 14:07 Uhr", "de"));
    }

    @Test
    void a_month_that_is_none_is_the_day() {
        assertEquals("2026-03-14", shown("14/03/2026", "en-US"));
    }

    @Test
    void slashes_are_read_the_american_way_only_in_american_pages() {
        assertEquals("2026-03-04", shown("3/4/2026", "en-US"));
        assertEquals("2026-04-03", shown("3/4/2026", "fr"));
    }

    private static String machine(String raw) {
        return value(DateParser.read(raw, "meta"));
    }

    private String shown(String line, String language) {
        return value(visible.in(line, language));
    }

    private static String value(Optional<PublishedDate> date) {
        return date.map(PublishedDate::value).orElse("");
    }
}
