package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Access;
import app.lede.article.Precedence.Origin;
import app.lede.article.TextFrom;
import app.lede.fetch.FetchOutcome;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feed's words stand for as long as the page shows no article, and no longer. */
class ProvisionalWordsTest extends FetchScenario {

    private static final String FEED = "https://news.example.org/feed";
    private static final String PAGE = "https://news.example.org/bridge";
    private static final String TEASER = "<p>The bridge over the river is open again, two years late"
            + " and twice as dear as planned, and the mayor was the first to walk across it in the rain on Friday"
            + " morning while some hundred people cheered from both of its banks.</p>";

    private TextFrom textFrom() {
        return article(PAGE).orElseThrow().provenance().textFrom();
    }

    @Test
    void a_page_that_is_missing_at_first_sight_takes_the_place_of_the_teaser_when_it_comes() {
        poll(FEED, item(PAGE, "Bridge open", TEASER));
        assertEquals(TextFrom.FEED, textFrom());
        assertEquals(Access.FEED_ONLY, article(PAGE).orElseThrow().provenance().access());
        pass(Duration.ofMinutes(20));
        assertEquals(TextFrom.FEED, textFrom());
        assertEquals(1, parses(), "the teaser is stored once");
        web.page(PAGE, page("", story(1)));
        pass(Duration.ofHours(1));
        assertEquals(TextFrom.PAGE, textFrom());
        assertEquals(
                Origin.PAGE,
                article(PAGE).orElseThrow().provenance().precedence().origin());
    }

    @Test
    void a_page_that_never_comes_is_asked_for_five_times_over_31_hours() {
        poll(FEED, item(PAGE, "Bridge open", TEASER));
        pass(Duration.ofDays(30));
        assertEquals(5, web.urls().stream().filter(PAGE::equals).count());
        assertEquals(TextFrom.FEED, textFrom());
        poll(FEED, item(PAGE, "Bridge open", TEASER) + " ");
        assertEquals(5, web.urls().stream().filter(PAGE::equals).count());
    }

    @Test
    void a_broken_server_is_asked_again_and_a_refusal_is_not() {
        web.answer(PAGE, new FetchOutcome.Later(URI.create(PAGE), FetchOutcome.Hold.URL, now.plusSeconds(60), 503));
        poll(FEED, item(PAGE, "Bridge open", TEASER));
        assertEquals(1, parked.all().size());
        web.answer(PAGE + "2", new FetchOutcome.Refused(URI.create(PAGE + "2"), 403, "status 403"));
        poll(FEED, item(PAGE + "2", "Bridge open", TEASER));
        assertEquals(1, parked.all().size());
        assertEquals(
                TextFrom.FEED, article(PAGE + "2").orElseThrow().provenance().textFrom());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body><div id=app></div><noscript>Please turn on scripts to see this"
                        + " site.</noscript></body></html>",
                "<html><body><h1>Before you go on</h1><p>We and our 812 partners keep cookies on your device. You can"
                        + " accept them all, or choose in the settings what we may do with your data and for how"
                        + " long.</p><p>Your choice is kept for half a year and can be changed at any time"
                        + " below.</p></body></html>",
                "<html><body><h1>One moment</h1><p>Checking that you are not a robot. This takes some"
                        + " seconds.</p></body></html>",
                "<html><body><h1>Nothing here</h1><p>This address leads nowhere. Try the search"
                        + " above.</p></body></html>"
            })
    void a_page_without_an_article_does_not_beat_the_full_text_of_the_feed(String shell) {
        web.page(PAGE, shell);
        poll(FEED, item(PAGE, "Bridge open", "<p>" + story(1) + "</p>"));
        assertEquals(TextFrom.FEED, textFrom());
        assertTrue(article(PAGE).orElseThrow().text().contains("Story 1"));
    }

    @Test
    void the_stub_of_a_paywall_does_not_beat_the_full_text_of_the_feed() {
        web.page(PAGE, page("", story(1).substring(0, 400)));
        poll(FEED, item(PAGE, "Bridge open", "<p>" + story(1) + "</p>"));
        assertEquals(TextFrom.FEED, textFrom());
    }

    @Test
    void an_article_beats_the_teaser_and_the_shortened_text_of_the_feed() {
        web.page(PAGE, page("", story(1)));
        poll(FEED, item(PAGE, "Bridge open", "<p>" + story(1).substring(0, 600) + "</p>"));
        assertEquals(TextFrom.PAGE, textFrom());
        web.page(PAGE + "2", page("", story(2)));
        poll(FEED, item(PAGE + "2", "Bridge open", TEASER));
        assertEquals(
                TextFrom.PAGE, article(PAGE + "2").orElseThrow().provenance().textFrom());
    }

    @Test
    void a_redirect_to_the_front_page_of_the_site_leaves_the_words_of_the_feed() {
        web.redirect(PAGE, "https://news.example.org/");
        web.page("https://news.example.org/", page("", story(7)));
        poll(FEED, item(PAGE, "Bridge open", TEASER));
        assertEquals(TextFrom.FEED, textFrom());
    }

    @Test
    void a_refresh_within_five_seconds_is_a_redirect() {
        web.page(PAGE, "<html><head><meta http-equiv='refresh' content='0; url=/real'></head></html>");
        web.page("https://news.example.org/real", page("", story(1)));
        poll(FEED, item(PAGE, "Bridge open", ""));
        assertTrue(article("https://news.example.org/real").isPresent());
    }

    @Test
    void pages_that_refresh_to_each_other_end() {
        web.page(PAGE, "<html><head><meta http-equiv='refresh' content='0; url=/b'></head></html>");
        web.page(
                "https://news.example.org/b",
                "<html><head><meta http-equiv='refresh' content='0; url=/bridge'></head></html>");
        poll(FEED, item(PAGE, "Bridge open", ""));
        assertEquals(0, articles());
    }
}
