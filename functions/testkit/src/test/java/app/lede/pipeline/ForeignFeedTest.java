package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.TextFrom;
import app.lede.fetch.FetchOutcome;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A feed of another site neither hides an article nor has it fetched for ever. */
class ForeignFeedTest extends FetchScenario {

    private static final String PAGE = "https://news.example.org/bridge";
    private static final String OWN = "https://news.example.org/feed";
    private static final String FOREIGN = "https://planet.example.net/feed";

    @Test
    void the_longer_words_of_another_site_do_not_hide_the_article_of_a_page() {
        web.page(PAGE, page("", story(1)));
        poll(FOREIGN, item(PAGE, "Bridge", "<p>" + story(2) + story(3) + "</p>"));
        assertTrue(article(PAGE).orElseThrow().text().contains("Story 1"));
        assertEquals(TextFrom.PAGE, article(PAGE).orElseThrow().provenance().textFrom());
        poll(OWN, item(PAGE, "Bridge", ""));
        assertTrue(article(PAGE).orElseThrow().text().contains("Story 1"));
    }

    @Test
    void the_words_of_the_page_s_own_feed_are_taken_after_those_of_another() {
        web.answer(PAGE, new FetchOutcome.Refused(URI.create(PAGE), 403, "status 403"));
        poll(FOREIGN, item(PAGE, "Bridge", "<p>" + story(2) + "</p>"));
        assertTrue(article(PAGE).isEmpty());
        poll(OWN, item(PAGE, "Bridge", "<p>" + story(1) + "</p>"));
        assertTrue(article(PAGE).orElseThrow().text().contains("Story 1"));
    }

    @Test
    void feeds_that_describe_a_page_in_different_words_have_it_fetched_a_few_times() {
        web.page(PAGE, page("", story(1)));
        for (int i = 0; i < 10; i++) {
            String built = "<lastBuildDate>" + now + "</lastBuildDate>";
            poll(OWN, built, item(PAGE, "Bridge", "<p>" + story(1) + "</p>"));
            poll(FOREIGN, built, item(PAGE, "Bridge open", "<p>" + story(2).substring(0, 300) + "</p>"));
            poll(
                    "https://news.example.org/city",
                    built,
                    item(PAGE, "Bridge!", "<p>" + story(1).substring(0, 300) + "</p>"));
        }
        long fetched = web.urls().stream().filter(PAGE::equals).count();
        assertTrue(fetched <= 3, fetched + " requests");
    }

    @Test
    void a_link_of_another_site_that_leads_to_a_page_does_not_hide_it() {
        web.redirect("https://planet.example.net/go/1", PAGE);
        web.page(PAGE, page("", story(1)));
        poll(FOREIGN, item("https://planet.example.net/go/1", "Bridge", "<p>" + story(2) + story(3) + "</p>"));
        poll(OWN, item(PAGE, "Bridge", ""));
        assertTrue(article(PAGE).orElseThrow().text().contains("Story 1"));
    }

    @Test
    void a_change_of_the_own_feed_is_still_seen() {
        web.page(PAGE, page("", story(1)));
        poll(FOREIGN, item(PAGE, "Bridge", "<p>" + story(2).substring(0, 300) + "</p>"));
        poll(OWN, item(PAGE, "Bridge", ""));
        web.page(PAGE, page("", story(3)));
        poll(OWN, item(PAGE, "Bridge open", ""));
        assertTrue(article(PAGE).orElseThrow().text().contains("Story 3"));
    }
}
