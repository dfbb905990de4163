package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Access;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.HttpHeaders;
import app.lede.fetch.HttpMeta;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages that were stored are looked at again while they are young. */
class PageChecksTest extends FetchScenario {

    private static final String FEED = "https://news.example.org/feed";
    private static final String PAGE = "https://news.example.org/bridge";

    @BeforeEach
    void check() {
        checking = true;
        web.page(PAGE, page("", story(1)));
    }

    private long requests() {
        return web.urls().stream().filter(PAGE::equals).count();
    }

    @Test
    void a_young_page_is_looked_at_four_times_in_three_days_and_never_again() {
        poll(FEED, item(PAGE, "Bridge open", ""));
        pass(Duration.ofMinutes(50));
        assertEquals(1, requests());
        pass(Duration.ofMinutes(20));
        assertEquals(2, requests());
        pass(Duration.ofHours(6));
        assertEquals(3, requests());
        pass(Duration.ofDays(3));
        assertEquals(5, requests());
        pass(Duration.ofDays(30));
        assertEquals(5, requests());
    }

    @Test
    void an_unchanged_page_writes_nothing() {
        poll(FEED, item(PAGE, "Bridge open", ""));
        pass(Duration.ofDays(4));
        assertEquals(1, parses());
    }

    @Test
    void a_page_is_asked_for_with_the_validators_of_its_last_answer() {
        web.answer(PAGE, answer(PAGE, page("", story(1)), "\"v1\""));
        poll(FEED, item(PAGE, "Bridge open", ""));
        URI url = URI.create(PAGE);
        HttpMeta same = HttpMeta.of(304, new HttpHeaders(List.of()), now);
        web.answer(PAGE, new FetchOutcome.NotModified(url, url, List.of(), same));
        pass(Duration.ofDays(4));
        assertEquals(1, parses());
        assertEquals(5, requests());
    }

    @Test
    void a_correction_is_stored() {
        poll(FEED, item(PAGE, "Bridge open", ""));
        web.page(PAGE, page("", story(2)));
        pass(Duration.ofHours(2));
        assertTrue(article(PAGE).orElseThrow().text().contains("Story 2"));
    }

    @Test
    void a_page_that_is_withdrawn_is_gone_and_keeps_its_text_and_may_come_back() {
        poll(FEED, item(PAGE, "Bridge open", ""));
        web.answer(PAGE, new FetchOutcome.Gone(URI.create(PAGE), 410));
        pass(Duration.ofHours(2));
        assertEquals(Access.GONE, article(PAGE).orElseThrow().provenance().access());
        assertTrue(article(PAGE).orElseThrow().text().contains("Story 1"));
        int written = parses();
        pass(Duration.ofHours(6));
        assertEquals(written, parses(), "gone twice is written once");
        web.answer(PAGE, answer(PAGE, page("", story(1)), "\"v1\""));
        pass(Duration.ofDays(2));
        assertEquals(Access.OPEN, article(PAGE).orElseThrow().provenance().access());
    }

    @Test
    void a_page_that_redirects_to_the_front_page_later_is_gone_and_keeps_its_text() {
        poll(FEED, item(PAGE, "Bridge open", ""));
        web.redirect(PAGE, "https://news.example.org/").page("https://news.example.org/", page("", story(9)));
        pass(Duration.ofHours(2));
        assertEquals(Access.GONE, article(PAGE).orElseThrow().provenance().access());
        assertTrue(article(PAGE).orElseThrow().text().contains("Story 1"));
        int written = parses();
        pass(Duration.ofDays(3));
        assertEquals(written, parses(), "gone twice is written once");
    }

    @Test
    void a_look_at_a_page_that_redirects_is_counted_once() {
        poll(FEED, item(PAGE, "Bridge open", ""));
        web.redirect(PAGE, PAGE + "-2").page(PAGE + "-2", page("", story(2)));
        pass(Duration.ofHours(2));
        assertTrue(web.urls().contains(PAGE + "-2"));
        assertEquals(1, budgeted);
    }

    @Test
    void an_entry_that_changed_is_fetched_again() {
        checking = false;
        poll(FEED, item(PAGE, "Bridge open", "One."));
        poll(FEED, item(PAGE, "Bridge open", "One.") + " ");
        assertEquals(1, requests());
        web.page(PAGE, page("", story(2)));
        poll(FEED, item(PAGE, "Bridge closed again", "One."));
        assertEquals(2, requests());
        assertTrue(article(PAGE).orElseThrow().text().contains("Story 2"));
        poll(FEED, item(PAGE, "Bridge closed again", "One.") + "  ");
        assertEquals(2, requests());
    }

    @Test
    void nobody_is_asked_where_checks_are_switched_off_or_the_budget_is_spent() {
        budget = false;
        poll(FEED, item(PAGE, "Bridge open", ""));
        pass(Duration.ofDays(4));
        assertEquals(1, requests());
        checking = false;
        web.page(PAGE + "2", page("", story(2)));
        poll(FEED, item(PAGE + "2", "Bridge open", ""));
        assertEquals(List.of(), parked.all());
    }

    @Test
    void old_entries_are_not_looked_at_again() {
        poll(
                FEED,
                item(PAGE, "Bridge open", "")
                        .replace("</item>", "<pubDate>Thu, 01 Jan 2015 00:00:00 GMT</pubDate></item>"));
        assertEquals(List.of(), parked.all());
        assertEquals(1, articles());
    }
}
