package app.lede.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatsTest {

    @Test
    void rss_2_with_the_usual_modules_is_read_whole() {
        Feed feed = Fixtures.feed("rss-2.0-with-modules.xml");
        assertEquals("Harbour Gazette", feed.title());
        assertEquals("https://gazette.example/", feed.link());
        assertEquals("News &amp; tides", feed.description());
        assertEquals("utf-8", feed.charset());
        FeedItem item = feed.items().getFirst();
        assertEquals("gazette-17", item.id());
        assertEquals("Ferry <em>returns</em>", item.title());
        assertEquals("Ferry returns", item.plainTitle().orElseThrow());
        assertEquals(Instant.parse("2024-03-05T07:30:00Z"), item.published());
        assertEquals("Tue, 05 Mar 2024 08:30:00 +0100", item.publishedRaw());
        assertEquals("Ada Holm, Bo Lind", item.author());
        assertEquals("After <b>two years</b>", item.summary());
    }

    @Test
    void relative_links_of_a_feed_hosted_elsewhere_resolve_against_its_site() {
        FeedItem item = Fixtures.feed("rss-2.0-with-modules.xml").items().getFirst();
        assertEquals("https://gazette.example/2024/ferry", item.url());
        assertEquals("<p>The <a href=\"https://gazette.example/ferry\">ferry</a> is back.</p>", item.content());
    }

    @Test
    void rdf_items_stand_beside_the_channel() {
        Feed feed = Fixtures.feed("rss-1.0-rdf.xml");
        assertEquals("Journal", feed.title());
        FeedItem item = feed.items().getFirst();
        assertEquals("https://journal.example/1", item.url());
        assertEquals("https://journal.example/1", item.id());
        assertEquals(Instant.parse("2020-05-06T00:00:00Z"), item.published());
        assertEquals("The editors", item.author());
    }

    @Test
    void atom_links_resolve_against_every_xml_base_around_them() {
        Feed feed = Fixtures.feed("atom-1.0.xml");
        assertEquals("https://atom.example/blog/", feed.link());
        assertEquals(
                "https://atom.example/blog/2024/one.html",
                feed.items().getFirst().url());
    }

    @Test
    void atom_text_is_read_by_its_type() {
        Feed feed = Fixtures.feed("atom-1.0.xml");
        assertEquals("Blog &lt;3", feed.title());
        FeedItem item = feed.items().getFirst();
        assertEquals("Q&amp;A", item.title());
        assertEquals("In short", item.summary());
        assertEquals(
                "<p>See <a href=\"https://atom.example/blog/2024/two.html\">two</a> &lt;now&gt;</p>", item.content());
    }

    @Test
    void atom_entries_without_an_author_have_the_feed_s() {
        List<FeedItem> items = Fixtures.feed("atom-1.0.xml").items();
        assertEquals("Feed Author", items.get(0).author());
        assertEquals("Guest", items.get(1).author());
    }

    @Test
    void atom_0_3_modes_and_dates_are_understood() {
        Feed feed = Fixtures.feed("atom-0.3-base64.xml");
        assertEquals("Old <i>news</i>", feed.title());
        assertEquals("Then", feed.description());
        FeedItem item = feed.items().getFirst();
        assertEquals("<p>Hello <b>there</b></p>", item.content());
        assertEquals(Instant.parse("2003-12-13T12:29:29Z"), item.published());
        assertEquals(Instant.parse("2003-12-13T18:30:02Z"), item.updated());
    }

    @Test
    void a_single_atom_entry_is_a_feed_of_one() {
        Feed feed = Fixtures.feedOf("<entry xmlns='http://www.w3.org/2005/Atom'><title>Alone</title></entry>");
        assertEquals("Alone", feed.items().getFirst().title());
    }

    @Test
    void cdf_keeps_addresses_and_dates_in_attributes() {
        Feed feed = Fixtures.feed("cdf.xml");
        assertEquals("http://cdf.example/", feed.link());
        assertEquals("From 1997", feed.description());
        FeedItem item = feed.items().getFirst();
        assertEquals("http://cdf.example/one", item.url());
        assertEquals(Instant.parse("1997-09-15T10:00:00Z"), item.updated());
        assertEquals("First", item.summary());
    }

    @Test
    void json_feed_items_are_read_and_other_things_among_them_skipped() {
        Feed feed = Fixtures.feed("json-feed-1.1.json");
        assertEquals("JSON &amp; friends", feed.title());
        assertEquals(2, feed.items().size());
        FeedItem seven = feed.items().get(0);
        assertEquals("7", seven.id());
        assertEquals("https://feeds.example/seven", seven.url());
        assertEquals("<p>Hi</p>", seven.content());
        assertEquals("Feed Author", seven.author());
        FeedItem eight = feed.items().get(1);
        assertEquals("https://else.example/8", eight.url());
        assertEquals("a &lt; b", eight.content());
        assertEquals("A, B", eight.author());
    }

    @Test
    void a_json_feed_that_breaks_off_is_a_feed_up_to_there() {
        Feed feed = Fixtures.feed("json-feed-cut-in-the-middle.json");
        assertEquals("Cut", feed.title());
        assertEquals(List.of("One"), feed.items().stream().map(FeedItem::title).toList());
    }

    @Test
    void what_a_feed_doesn_t_say_is_null() {
        FeedItem item =
                Fixtures.feedOf("<rss><channel><item/></channel></rss>").items().getFirst();
        assertEquals(new FeedItem(null, null, null, null, null, null, null, null, null), item);
        assertNull(Fixtures.feedOf("<rss/>").title());
    }

    @Test
    void an_item_without_a_title_is_displayed_by_its_text_then_its_address() {
        Feed feed = Fixtures.feedOf("<rss><item><description>&lt;p&gt;Just text&lt;/p&gt;</description></item>"
                + "<item><link>https://a.example/1</link></item></rss>");
        assertEquals("Just text", feed.items().get(0).displayTitle());
        assertEquals("https://a.example/1", feed.items().get(1).displayTitle());
    }
}
