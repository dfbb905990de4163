package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Precedence.Origin;
import app.lede.article.TextFrom;
import app.lede.fetch.FetchOutcome;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that no page or feed can claim another site's address. */
class TakeOverTest extends FetchScenario {

    private static final String VICTIM = "https://victim.example.org/bridge";
    private static final String CANONICAL = "<link rel='canonical' href='" + VICTIM + "'>";

    private String text(String url) {
        return article(url).orElseThrow().text();
    }

    private void victimIsFetched() {
        web.page(VICTIM, page("", story(1)));
        poll("https://victim.example.org/feed", item(VICTIM, "Bridge", ""));
        assertTrue(text(VICTIM).contains("Story 1"));
    }

    @Test
    void a_redirect_of_one_site_to_the_front_page_of_another_is_no_article_of_the_first() {
        victimIsFetched();
        web.redirect("https://victim.example.org/out?to=evil", "https://evil.example.net/");
        web.page("https://evil.example.net/", page(CANONICAL, story(2)));
        poll("https://evil.example.net/feed", item("https://victim.example.org/out?to=evil", "Bridge", ""));
        assertTrue(text(VICTIM).contains("Story 1"));
        assertEquals(1, articles());
        assertEquals(
                "redirects to the front page of evil.example.net",
                log.newest(null, 1).getFirst().detail());
    }

    @Test
    void a_page_of_another_site_that_names_an_article_as_canonical_is_its_own_article() {
        victimIsFetched();
        web.page("https://evil.example.net/copy", page(CANONICAL, story(2)));
        poll("https://evil.example.net/feed", item("https://evil.example.net/copy", "Bridge", ""));
        assertTrue(text(VICTIM).contains("Story 1"));
        assertTrue(text("https://evil.example.net/copy").contains("Story 2"));
        assertFalse(
                article("https://evil.example.net/copy").orElseThrow().notes().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "https://medium.com/@one/bridge, https://medium.com/@two/bridge",
        "https://one.substack.com/p/bridge, https://two.substack.com/p/bridge",
        "https://one.github.io/bridge, https://two.github.io/bridge",
        "https://www.medium.com/@one/bridge, https://www.medium.com/@two/bridge",
        "https://m.facebook.com/one/bridge, https://m.facebook.com/two/bridge",
        "https://facebook.com/one/bridge, https://facebook.com/two/bridge",
        "https://old.reddit.com/r/one/bridge, https://old.reddit.com/r/two/bridge",
        "https://www.linkedin.com/pulse/one-bridge, https://linkedin.com/pulse/two-bridge",
        "https://s3.amazonaws.com/one/bridge, https://s3.amazonaws.com/two/bridge",
        "https://s3.eu-west-1.amazonaws.com/one/bridge, https://s3.eu-west-1.amazonaws.com/two/bridge",
        "https://storage.googleapis.com/one/bridge, https://storage.googleapis.com/two/bridge",
        "https://one.xn--55qx5d.cn/bridge, https://two.xn--55qx5d.cn/bridge",
        "https://one.xn--p1ai/bridge, https://two.xn--p1ai/bridge",
        "https://one.kawasaki.jp/bridge, https://two.kawasaki.jp/bridge",
        "https://a.one.ck/bridge, https://b.two.ck/bridge",
        "https://one.blogspot.co.uk/bridge, https://two.blogspot.co.uk/bridge",
        "https://www.example.edu/~one/bridge, https://www.example.edu/~two/bridge",
        "https://www.example.edu/news/bridge, https://www.example.edu/~two/bridge",
        "http://192.0.2.1/bridge, http://192.0.2.2/bridge",
        "http://intranet/bridge, http://other/bridge",
    })
    void an_author_of_a_shared_host_does_not_speak_for_another(String victim, String evil) {
        web.page(victim, page("", story(1)));
        web.page(evil, page("<link rel='canonical' href='" + victim + "'>", story(2)));
        poll("https://feeds.example.com/all", item(victim, "Bridge", ""), item(evil, "Bridge", ""));
        assertTrue(text(victim).contains("Story 1"));
        assertTrue(text(evil).contains("Story 2"));
    }

    @Test
    void a_page_at_its_own_address_outranks_a_later_claim_of_its_site() {
        String claim = "https://victim.example.org/guest/post";
        victimIsFetched();
        web.page(claim, page(CANONICAL, story(2)));
        poll("https://victim.example.org/guests", item(claim, "Bridge", ""));
        assertEquals(
                Origin.PAGE,
                article(VICTIM).orElseThrow().provenance().precedence().origin());
        assertTrue(text(VICTIM).contains("Story 1"));
    }

    @Test
    void a_page_whose_own_address_was_too_long_to_keep_is_an_article_of_no_address() {
        victimIsFetched();
        documents.upload("web/00ff/ff00", page(CANONICAL, story(2)).getBytes(StandardCharsets.UTF_8), "text/html");
        fetchAll();
        assertTrue(text(VICTIM).contains("Story 1"));
        assertEquals(2, articles());
    }

    @Test
    void pages_chosen_by_a_parameter_stay_as_many_articles() {
        String site = "https://news.example.org/show.php";
        String head = "<link rel='canonical' href='" + site + "'>";
        for (int id = 1; id <= 3; id++) {
            web.page(site + "?id=" + id, page(head, story(id)));
            poll("https://news.example.org/feed" + id, item(site + "?id=" + id, "Bridge " + id, ""));
        }
        assertEquals(3, articles());
    }

    @Test
    void the_words_of_a_feed_stand_under_an_address_of_its_own_site_only() {
        String words = "<p>" + story(2) + "</p>";
        web.answer(VICTIM, new FetchOutcome.Refused(URI.create(VICTIM), 403, "status 403"));
        poll("https://evil.example.net/feed", item(VICTIM, "Bridge", words));
        assertTrue(article(VICTIM).isEmpty());
        assertEquals(1, articles(), "the entry is an article of the feed's own");
        poll("https://blog.victim.example.org/feed", item(VICTIM + "?a=1", "Bridge", words));
        web.answer(VICTIM + "?b=1", new FetchOutcome.Refused(URI.create(VICTIM + "?b=1"), 403, "status 403"));
        poll("https://feeds.victim.example.org/feed", item(VICTIM + "?b=1", "Bridge", words));
        assertEquals(
                TextFrom.FEED,
                article(VICTIM + "?b=1").orElseThrow().provenance().textFrom());
    }

    @Test
    void the_words_of_a_feed_never_stand_under_what_the_guard_blocked() {
        String inside = "http://10.0.0.1/bridge";
        web.answer(inside, new FetchOutcome.Blocked(inside, "a private address"));
        poll("http://10.0.0.1/feed", item(inside, "Bridge", "<p>" + story(2) + "</p>"));
        assertTrue(article(inside).isEmpty());
        pass(Duration.ofDays(3));
        assertTrue(article(inside).isEmpty());
        assertEquals(List.of(), parked.all());
    }
}
