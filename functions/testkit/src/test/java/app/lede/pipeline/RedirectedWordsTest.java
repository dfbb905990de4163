package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.TextFrom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries whose pages all lead to one address keep their own words, each under its own address. */
class RedirectedWordsTest extends FetchScenario {

    private static final String FEED = "https://news.example.org/feed";
    private static final String SHELL = "<html><body><h1>Before you go on</h1><p>We keep cookies on your device. Accept"
            + " them all, or choose in the settings below.</p></body></html>";

    @ParameterizedTest
    @ValueSource(strings = {"https://news.example.org/login", "https://consent.example.net/collect"})
    void entries_behind_one_consent_page_are_articles_of_their_own(String wall) {
        web.page(wall, SHELL);
        String[] items = new String[3];
        for (int i = 0; i < items.length; i++) {
            String url = "https://news.example.org/story/" + i;
            web.redirect(url, wall);
            items[i] = item(url, "Bridge " + i, "<p>" + story(i) + "</p>");
        }
        poll(FEED, items);
        for (int i = 0; i < items.length; i++) {
            var article = article("https://news.example.org/story/" + i).orElseThrow();
            assertEquals(TextFrom.FEED, article.provenance().textFrom());
            assertTrue(article.text().contains("Story " + i), article.text());
        }
        assertEquals(3, articles());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://news.example.org/story/1",
                "https://www.news.example.org/story/1",
                "http://www.news.example.org/story/1/"
            })
    void a_redirect_to_another_spelling_of_the_page_gives_its_address(String asked) {
        String found = "https://news.example.org/story/1";
        web.redirect(asked, found);
        web.page(found, SHELL);
        poll(FEED, item(asked, "Bridge", "<p>" + story(1) + "</p>"));
        assertEquals(TextFrom.FEED, article(found).orElseThrow().provenance().textFrom());
        assertEquals(1, articles());
    }

    @Test
    void a_page_that_moved_within_its_site_keeps_its_new_address() {
        String moved = "https://news.example.org/2026/bridge";
        web.redirect("https://news.example.org/?p=7", moved);
        web.page(moved, page("", story(1).substring(0, 400)));
        poll(FEED, item("https://news.example.org/?p=7", "Bridge open", "<p>" + story(1) + "</p>"));
        assertEquals(TextFrom.FEED, article(moved).orElseThrow().provenance().textFrom());
        assertEquals(1, articles());
    }
}
