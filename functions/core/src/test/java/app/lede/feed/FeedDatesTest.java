package app.lede.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.fuzz.ProcessorTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2024-03-05T08:30:00Z               | 2024-03-05T08:30:00Z
        2024-03-05T08:30:00.123456789Z     | 2024-03-05T08:30:00Z
        2024-03-05T08:30:00+01:00          | 2024-03-05T07:30:00Z
        2024-03-05T08:30:00+0100           | 2024-03-05T07:30:00Z
        2024-03-05 08:30:00 -0500          | 2024-03-05T13:30:00Z
        2024-03-05 08:30 EST               | 2024-03-05T13:30:00Z
        2024-03-05T08:30                   | 2024-03-05T08:30:00Z
        2024-03-05T24:00:00Z               | 2024-03-06T00:00:00Z
        2024-03-05                         | 2024-03-05T00:00:00Z
        2024-03                            | 2024-03-01T00:00:00Z
        2024                               | 2024-01-01T00:00:00Z
        20240305                           | 2024-03-05T00:00:00Z
        2024-065                           | 2024-03-05T00:00:00Z
        2024/03/05 08:30:00                | 2024-03-05T08:30:00Z
        3/5/2024                           | 2024-03-05T00:00:00Z
        13/5/2024 10:00                    | 2024-05-13T10:00:00Z
        Tue, 05 Mar 2024 08:30:00 GMT      | 2024-03-05T08:30:00Z
        Tue, 5 Mar 2024 08:30:00 +0100     | 2024-03-05T07:30:00Z
        Tue, 05 Mar 2024 08:30:00 PDT      | 2024-03-05T15:30:00Z
        Tue, 05 Mar 24 08:30 UT            | 2024-03-05T08:30:00Z
        Tuesday, 05-Mar-99 08:30:00 GMT    | 1999-03-05T08:30:00Z
        Tue Mar  5 08:30:00 2024           | 2024-03-05T08:30:00Z
        Tue Mar 05 08:30:00 PST 2024       | 2024-03-05T16:30:00Z
        March 5, 2024, 8:30 pm             | 2024-03-05T20:30:00Z
        5 March 2024                       | 2024-03-05T00:00:00Z
        Tue, 05 Mar 2024 8:3:0 GMT         | 2024-03-05T08:03:00Z
        Tue, 05 Mar 2024 23:59:60 GMT      | 2024-03-05T23:59:59Z
        mar., 05 févr. 2024 08:30:00 +0100 | 2024-02-05T07:30:00Z
        Di, 05 Mai 2024 08:30:00 +0200     | 2024-05-05T06:30:00Z
        Κυρ, 11 Ιούλ 2004 12:00:00 EST     | 2004-07-11T17:00:00Z
        вт, 05 мар 2024 08:30:00 MSK       | 2024-03-05T05:30:00Z
        """)
    void dates_are_read_however_they_are_written(String written, String instant) {
        assertEquals(
                Optional.of(Instant.parse(instant)), FeedDates.read(written).map(FeedDatesTest::toSeconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "32 Mar 2024", "2024-13-01", "Tue, 99", "2024-02-30T10:00:00Z", "12:30", "a-b-c"
            })
    void what_is_no_date_is_none(String written) {
        assertEquals(Optional.empty(), FeedDates.read(written));
    }

    @Test
    void the_first_readable_of_several_dates_counts_and_the_first_is_kept_as_written() {
        FeedItem item = Fixtures.feedOf("<rss><item><pubDate>soon</pubDate><dc:date>2024-03-05</dc:date></item></rss>")
                .items()
                .getFirst();
        assertEquals(Instant.parse("2024-03-05T00:00:00Z"), item.published());
        assertEquals("soon", item.publishedRaw());
    }

    @Test
    void a_hostile_date_takes_no_time() {
        ProcessorTime.assertAtMost(Duration.ofSeconds(1), () -> {
            FeedDates.read("1".repeat(100_000));
            for (String part : new String[] {"1-", " ", "1:", "a-", "T", "2024 ", "+0"}) {
                FeedDates.read(part.repeat(100).substring(0, 99));
            }
        });
    }

    private static Instant toSeconds(Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond());
    }
}
