package app.lede.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same entry as the common generators write it, each with its habits. */
class GeneratorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        asp-net     | http://ferryboard.example/Notice.aspx?id=7&section=ferry&copy=1
        blogger     | https://nightferry.example/2025/11/again.html
        drupal      | https://ferryboard.example/node/7
        typo3       | https://faehrbuero.example/aktuelles/meldung?tx_news_pi1%5Bnews%5D=7&reg=1
        squarespace | https://ferryhouse.example/journal/again
        ghost       | https://ferryhouse.example/again/
        substack    | https://ferryletters.example/p/again
        beehiiv     | https://ferryletters.example/p/again
        hugo        | https://ferryhouse.example/posts/again/
        jekyll      | https://ferryhouse.example/2025/11/27/again.html
        """)
    void an_entry_of_a_common_generator_is_read_whole(String generator, String url) {
        FeedItem item = item(generator, 0);
        assertEquals(url, item.url());
        assertEquals("Night ferry sails again", item.plainTitle().orElseThrow());
        assertEquals("Mia Voss", item.author());
        Instant day = Objects.requireNonNull(item.published());
        assertEquals(Instant.parse("2025-11-27T20:28:00Z").getEpochSecond() / 60, day.getEpochSecond() / 60);
        String text = item.content() == null ? item.summary() : item.content();
        assertTrue(Objects.requireNonNull(text).contains("The night ferry sails from Friday."), text);
        assertTrue(!text.contains("border"), text);
    }

    @Test
    void dates_that_stand_for_none_are_none() {
        assertNull(item("hugo", 1).published());
        assertNull(item("asp-net", 0).updated());
    }

    private static FeedItem item(String generator, int index) {
        return Fixtures.feed("generators/" + generator + ".xml").items().get(index);
    }
}
