package app.lede.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page with the entries before these: RFC 5005, sections 3 and 4, and JSON Feed 1.1. */
class EarlierEntriesTest {

    @Test
    void an_archive_is_preferred_to_the_next_page() {
        assertEquals("https://feeds.example/2", earlier("""
            <feed xmlns='http://www.w3.org/2005/Atom'><link rel='next' href='https://feeds.example/3'/>
            <link rel='prev-archive' href='https://feeds.example/2'/></feed>\
            """));
    }

    @Test
    void the_next_page_of_a_paged_feed_is_resolved() {
        assertEquals("https://feeds.example/b?page=2", earlier("""
            <feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://feeds.example/b'>
            <link rel='next' href='?page=2'/></feed>\
            """));
        assertEquals("https://feeds.example/2.json", earlier("""
            {"version":"https://jsonfeed.org/version/1.1","items":[],"next_url":"https://feeds.example/2.json"}\
            """));
        assertEquals("https://feeds.example/2", earlier("""
            <rss xmlns:atom='http://www.w3.org/2005/Atom'><channel><atom:link rel='next' href='https://feeds.example/2'/>
            </channel></rss>\
            """));
    }

    @Test
    void nothing_else_is_an_earlier_page() {
        assertNull(earlier("""
            <feed xmlns='http://www.w3.org/2005/Atom'><link rel='previous' href='https://feeds.example/1'/>
            <link rel='next-archive' href='https://feeds.example/9'/><link rel='next' href='javascript:x'/></feed>\
            """));
    }

    private static @Nullable String earlier(String feed) {
        return Fixtures.feedOf(feed).hints().earlier();
    }
}
