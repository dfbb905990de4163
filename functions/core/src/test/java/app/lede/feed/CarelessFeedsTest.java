package app.lede.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds that are wrong in ways many generators are. */
class CarelessFeedsTest {

    private static FeedItem first(String xml) {
        return Fixtures.feedOf(xml).items().getFirst();
    }

    private static List<String> titles(String xml) {
        return Fixtures.feedOf(xml).items().stream().map(FeedItem::displayTitle).toList();
    }

    @Test
    void undeclared_prefixes_mean_what_their_name_says_under_a_default_namespace() {
        FeedItem page = first(
                "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://a.example/1</loc>"
                    + "<news:news><news:publication_date>2026-02-03</news:publication_date><news:title>Pier</news:title></news:news></url></urlset>");
        assertEquals("Pier", page.title());
        assertEquals(Instant.parse("2026-02-03T00:00:00Z"), page.published());
        FeedItem entry = first(
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Own</title><media:title>Picture</media:title>"
                        + "<dc:creator>Mia Voss</dc:creator><x:title>Other</x:title></entry></feed>");
        assertEquals("Own", entry.title());
        assertEquals("Mia Voss", entry.author());
        FeedItem item =
                first("<rss xmlns='http://backend.userland.com/rss2'><channel><item><media:title>Picture</media:title>"
                        + "<title>Own</title><content:encoded>Whole</content:encoded></item></channel></rss>");
        assertEquals("Own", item.title());
        assertEquals("Whole", item.content());
    }

    @Test
    void a_format_that_declares_the_namespace_of_another_is_read_as_itself() {
        FeedItem item = first(
                "<rss xmlns='http://www.w3.org/2005/Atom' xmlns:atom='http://www.w3.org/2005/Atom'><channel><atom:link"
                    + " rel='self'"
                    + " href='https://a.example/feed'/><item><title>T</title><link>https://a.example/1</link></item></channel></rss>");
        assertEquals("T", item.title());
        assertEquals("https://a.example/1", item.url());
        FeedItem entry = first("<feed xmlns='http://purl.org/rss/1.0/'><entry><title>E</title><link"
                + " href='https://a.example/2'/></entry></feed>");
        assertEquals("https://a.example/2", entry.url());
        assertEquals(
                "https://a.example/3",
                first("<urlset xmlns='http://www.w3.org/2005/Atom'><url><loc>https://a.example/3</loc></url></urlset>")
                        .url());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        https://a.example/?p=1&section=news&copy=2&lt=3 | https://a.example/?p=1&section=news&copy=2&lt=3
        https://a.example/?p=1&amp;copy=2               | https://a.example/?p=1&copy=2
        https://a.example/?a=b&reg                      | https://a.example/?a=b&reg
        /?x=1&para=2&not=3                              | https://feeds.example/?x=1&para=2&not=3
        https://a.example/caf&eacute;                   | https://a.example/café
        """)
    void addresses_stay_as_they_are_written(String written, String url) {
        assertEquals(
                url,
                first("<rss><item><link>" + written + "</link></item></rss>").url());
        assertEquals(
                url,
                first("<feed><entry><link href='" + written + "'/></entry></feed>")
                        .url());
    }

    @Test
    void ampersands_in_sections_and_text_are_left_alone() {
        FeedItem item = first("<rss><item><title>Bread & butter &copy; R&D</title>"
                + "<description><![CDATA[<a href='/?a=1&section=2'>x</a> &mdash; y]]></description></item></rss>");
        assertEquals("Bread & butter © R&D", item.plainTitle().orElseThrow());
        assertEquals("<a href=\"https://feeds.example/?a=1&amp;section=2\">x</a> — y", item.summary());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        &lt;/harbour&gt;                                   | </harbour>
        Why &lt;details&gt; beats &lt;harbour-menu&gt;     | Why <details> beats <harbour-menu>
        <![CDATA[A <video> of the <b>ferry</b>]]>          | A <video> of the ferry
        Map&lt;String, Pier&gt; in practice                | Map<String, Pier> in practice
        &lt;i&gt;Sea Bream&lt;/i&gt; sails                 | Sea Bream sails
        5 &lt; 7 and &lt;br/&gt; ends                      | 5 < 7 and ends
        """)
    void titles_that_look_like_tags_keep_their_words(String written, String title) {
        assertEquals(
                title,
                first("<rss><item><title>" + written + "</title></item></rss>")
                        .plainTitle()
                        .orElseThrow());
    }

    @Test
    void an_atom_title_of_html_keeps_tags_html_does_not_know() {
        assertEquals(
                "On <harbour-menu>",
                first("<feed><entry><title type='html'>On &lt;harbour-menu&gt;</title></entry></feed>")
                        .plainTitle()
                        .orElseThrow());
    }

    @Test
    void an_atom_title_of_a_custom_type_is_text() {
        for (String title : List.of("Overview", "Pier four", "Quay", "2026")) {
            assertEquals(
                    title,
                    first("<feed><entry><title type='application/x-title'>" + title + "</title></entry></feed>")
                            .title());
        }
    }

    @Test
    void drafts_scheduled_and_protected_posts_and_attachments_of_an_export_are_no_entries() {
        String export = "<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel>"
                + item("Out", "publish", "post", "") + item("Draft", "draft", "post", "")
                + item("Next week", "future", "post", "") + item("Mine", "private", "post", "")
                + item("Locked", "publish", "post", "tide") + item("Photo", "inherit", "attachment", "")
                + item("Menu", "publish", "nav_menu_item", "") + item("About", "publish", "page", "")
                + "</channel></rss>";
        assertEquals(List.of("Out", "About"), titles(export));
        assertEquals(
                List.of("Out", "About"), titles(export.replace(" xmlns:wp='http://wordpress.org/export/1.2/'", "")));
    }

    private static String item(String title, String status, String type, String password) {
        return "<item><title>" + title + "</title><wp:status>" + status + "</wp:status><wp:post_type>" + type
                + "</wp:post_type><wp:post_password>" + password + "</wp:post_password></item>";
    }

    @Test
    void drafts_of_atom_and_blogger_are_no_entries() {
        String kind = "<category scheme='http://schemas.google.com/g/2005#kind'"
                + " term='http://schemas.google.com/blogger/2008/kind#";
        assertEquals(
                List.of("Post"),
                titles(
                        "<feed xmlns:app='http://www.w3.org/2007/app'><id>tag:blogger.com,1999:blog-7.archive</id>"
                                + "<entry><title>Post</title>" + kind + "post'/></entry>"
                                + "<entry><title>Setting</title>" + kind + "settings'/></entry>"
                                + "<entry><title>Reply</title>" + kind + "comment'/></entry>"
                                                                       + "<entry><title>Later</title><app:control><app:draft>yes</app:draft></app:control></entry></feed>"));
        assertEquals(
                List.of("Live"),
                titles(
                        "<feed xmlns:blogger='http://schemas.google.com/blogger/2018'>"
                            + "<entry><title>Live</title><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status></entry>"
                            + "<entry><title>Reply</title><blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status></entry>"
                            + "<entry><title>Draft</title><blogger:type>POST</blogger:type><blogger:status>DRAFT</blogger:status></entry></feed>"));
    }

    @Test
    void the_time_of_rendering_is_no_update() {
        Feed rendered =
                Fixtures.feedOf("<feed><entry><title>A</title><updated>2026-03-04T08:00:00.101Z</updated></entry>"
                        + "<entry><title>B</title><updated>2026-03-04T08:00:00.350Z</updated></entry></feed>");
        assertNull(rendered.items().getFirst().updated());
        Feed told = Fixtures.feedOf("<feed><entry><updated>2026-03-04T08:00:00Z</updated></entry>"
                + "<entry><updated>2026-03-03T09:10:00Z</updated></entry></feed>");
        assertEquals(
                Instant.parse("2026-03-04T08:00:00Z"), told.items().getFirst().updated());
    }

    @Test
    void an_item_without_a_link_has_that_of_its_id_or_of_a_document_it_encloses() {
        assertEquals(
                "https://a.example/?p=7",
                first("<rss><item><guid>https://a.example/?p=7</guid></item></rss>")
                        .url());
        assertEquals(
                "https://a.example/e",
                first("<feed><entry><id>https://a.example/e</id></entry></feed>")
                        .url());
        assertEquals(
                "https://a.example/minutes.pdf",
                first("<rss><item><enclosure url='https://a.example/minutes.pdf' type='application/pdf'/></item></rss>")
                        .url());
        assertNull(first("<rss><item><title>Episode</title><enclosure url='https://a.example/1.mp3'"
                        + " type='audio/mpeg'/></item></rss>")
                .url());
    }

    @Test
    void links_through_an_alert_or_a_counter_lead_to_the_article() {
        assertEquals(
                "https://a.example/quay?id=7",
                first(
                                "<feed><entry><link"
                                    + " href='https://www.google.com/url?rct=j&amp;url=https://a.example/quay%3Fid%3D7&amp;ct=ga'/></entry></feed>")
                        .url());
        assertEquals(
                "https://a.example/quay",
                first(
                                "<rss><item><link>https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fquay&amp;h=x</link></item></rss>")
                        .url());
    }

    @Test
    void a_feed_that_names_no_site_has_its_own_address() {
        assertEquals(
                Fixtures.URL,
                Fixtures.feedOf("<rss><channel><title>T</title></channel></rss>")
                        .link());
        assertEquals(
                Fixtures.URL,
                Fixtures.feed("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[]}"
                                .getBytes(StandardCharsets.UTF_8))
                        .link());
    }

    @Test
    void numbers_with_slashes_are_read_as_the_other_dates_of_the_feed_or_its_language_show() {
        String items =
                "<item><pubDate>03/04/2026 09:00</pubDate></item><item><pubDate>%s</pubDate></item></channel></rss>";
        assertEquals(
                Instant.parse("2026-04-03T09:00:00Z"),
                first("<rss><channel>" + items.formatted("25/03/2026 10:00")).published());
        assertEquals(
                Instant.parse("2026-03-04T09:00:00Z"),
                first("<rss><channel>" + items.formatted("03/25/2026 10:00")).published());
        assertEquals(
                Instant.parse("2026-04-03T09:00:00Z"),
                first("<rss><channel><language>it-IT</language>" + items.formatted("02/03/2026"))
                        .published());
        assertNull(first("<rss><channel>" + items.formatted("02/03/2026 10:00")).published());
    }
}
