package app.lede.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenFeedsTest {

    private static final String RSS =
            "<rss version='2.0'><channel><title>Çà et là, naïve façade</title></channel></rss>";

    @Test
    void ill_formed_xml_is_read_for_what_it_means() {
        Feed feed = Fixtures.feed("ill-formed.xml");
        assertEquals(
                "Tom &amp; Jerry \u00a0 © R&amp;D",
                Objects.requireNonNull(feed.title()).replace("&#xa0;", "\u00a0"));
        assertEquals("https://ill.example/?a=1&b=2", feed.link());
        assertEquals(2, feed.items().size());
        assertEquals("https://ill.example/1", feed.items().get(0).url());
    }

    @Test
    void undeclared_prefixes_mean_what_they_usually_do() {
        FeedItem item = Fixtures.feed("ill-formed.xml").items().get(1);
        assertEquals("No Namespace", item.author());
        assertEquals("Second", item.title());
    }

    @Test
    void an_unreadable_date_is_kept_as_written() {
        FeedItem item = Fixtures.feed("ill-formed.xml").items().get(1);
        assertNull(item.published());
        assertEquals("yesterday", item.publishedRaw());
    }

    @Test
    void unclosed_items_come_out_in_order() {
        Feed feed = Fixtures.feed("unclosed-items.xml");
        assertEquals(
                List.of("One", "Two", "Three"),
                feed.items().stream().map(FeedItem::title).toList());
    }

    @Test
    void declared_entities_are_expanded_but_neither_nested_nor_external_ones() {
        String title =
                Objects.requireNonNull(Fixtures.feed("doctype-entities.xml").title());
        assertTrue(title.startsWith("The Paper of record"), title);
        assertTrue(title.contains("&amp;loop;") && title.contains("&amp;file;"), title);
    }

    @Test
    void vocabularies_are_told_by_namespace_not_by_prefix() {
        FeedItem item =
                Fixtures.feed("namespaces-with-other-prefixes.xml").items().getFirst();
        assertEquals("right", item.title());
        assertEquals("Dee", item.author());
        assertNull(item.summary());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void unicode_encodings_are_recognised_without_any_declaration(String charset) {
        Feed feed = Fixtures.feed(RSS.getBytes(Charset.forName(charset)));
        assertEquals("Çà et là, naïve façade", feed.title());
        assertEquals(charset.toLowerCase(Locale.ROOT), feed.charset());
    }

    @Test
    void ebcdic_is_recognised_by_its_declaration() {
        String xml = "<?xml version='1.0' encoding='cp037'?><rss><channel><title>Mainframe</title></channel></rss>";
        assertEquals(
                "Mainframe",
                Fixtures.feed(xml.getBytes(Charset.forName("IBM037"))).title());
    }

    @Test
    void a_declaration_that_lies_about_utf_8_is_not_believed() {
        String xml = "<?xml version='1.0' encoding='utf-8'?>" + RSS;
        assertEquals(
                "Çà et là, naïve façade",
                Fixtures.feed(xml.getBytes(StandardCharsets.ISO_8859_1)).title());
    }

    @Test
    void east_asian_charsets_go_by_their_names_on_the_web() {
        String xml = "<?xml version='1.0' encoding='euc-kr'?><rss><channel><title>년</title></channel></rss>";
        Feed feed = Fixtures.feed(xml.getBytes(Charset.forName("EUC-KR")));
        assertEquals("년", feed.title());
        assertEquals("euc-kr", feed.charset());
    }

    @Test
    void control_characters_are_dropped() {
        assertEquals(
                "ab",
                Fixtures.feedOf("<rss><channel><title>a\u0000\u0008b\ufffe</title></channel></rss>")
                        .title());
    }

    @Test
    void a_feed_wrapped_in_something_else_is_found() {
        assertEquals(
                "In",
                Fixtures.feedOf("<response><rss><channel><title>In</title></channel></rss></response>")
                        .title());
    }

    @Test
    void scripts_frames_forms_and_handlers_do_not_survive() {
        Feed feed = Fixtures.feed("dangerous-content.xml");
        assertEquals("Safe", feed.title());
        FeedItem item = feed.items().getFirst();
        assertNull(item.url());
        String all = (item.title() + item.summary()).toLowerCase(Locale.ROOT);
        for (String danger : List.of("script", "onerror", "iframe", "form", "object", "expression", "input")) {
            assertFalse(all.contains(danger), danger + " in " + all);
        }
        assertTrue(all.contains("<img src=\"https://feeds.example/path/x.png\">"), all);
    }
}
