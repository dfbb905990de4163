package app.lede.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedHintsTest {

    @Test
    void rss_says_when_to_poll_and_where_pushes_can_be_had() {
        FeedHints hints = Fixtures.feed("rss-2.0-with-modules.xml").hints();
        assertEquals(
                new FeedHints(
                        Duration.ofMinutes(90),
                        Duration.ofHours(6),
                        Set.of(0, 3),
                        Set.of(DayOfWeek.SUNDAY),
                        List.of("https://hub.example/"),
                        "https://gazette.example/feed",
                        null),
                hints);
    }

    @Test
    void atom_and_json_feeds_name_their_hubs() {
        FeedHints atom = Fixtures.feed("atom-1.0.xml").hints();
        assertEquals(List.of("https://hub.example/"), atom.hubs());
        assertEquals("https://atom.example/blog/feed.atom", atom.self());
        FeedHints json = Fixtures.feed("json-feed-1.1.json").hints();
        assertEquals(List.of("https://hub.example/"), json.hubs());
        assertEquals("https://json.example/feed.json", json.self());
    }

    @Test
    void nonsense_is_no_hint() {
        Feed feed = Fixtures.feedOf(
                "<rss xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel><ttl>-5</ttl>"
                    + "<sy:updatePeriod>often</sy:updatePeriod><skipHours><hour>x</hour></skipHours></channel></rss>");
        assertEquals(FeedHints.NONE, feed.hints());
        assertEquals(
                FeedHints.NONE,
                Fixtures.feedOf("<rss><channel><ttl>99999999999</ttl></channel></rss>")
                        .hints());
    }
}
