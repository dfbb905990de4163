package app.lede.extract.metadata;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.lede.article.Metadata;
import app.lede.article.PublishedDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArticleDatesTest {

    @Test
    void the_pages_own_thing_states_what_the_articles_leaves_out() {
        assertPublished("2026-03-04T07:30:00Z", "json-ld", """
            <script type="application/ld+json">{"@graph": [{"@type": "Article", "headline": "Quay"},
            {"@type": "WebPage", "datePublished": "2026-03-04T07:30:00Z"}]}</script>\
            """);
    }

    @Test
    void the_marks_within_a_fields_name_do_not_matter() {
        for (String name : new String[] {
            "pub_date", "Pub-Date", "bt:pubDate", "rnews:datePublished", "OriginalPublicationDate", "DC.date.issued"
        }) {
            assertPublished("2026-03-04", "meta", "<meta name='" + name + "' content='2026-03-04'>");
        }
    }

    @Test
    void the_date_of_a_file_or_a_picture_gives_way_to_the_one_shown() {
        String shown = "<h1>Quay to be rebuilt</h1><p>Published 4 March 2026</p>";
        assertPublished("2026-03-04", "text", "<meta name=date_created content=2011-05-05>" + shown);
        assertPublished(
                "2026-03-04",
                "text",
                shown
                        + "<div itemscope itemtype='https://schema.org/ImageObject'><meta itemprop=dateCreated"
                        + " content=2011-05-05></div>");
        assertPublished("2011-05-05", "meta", "<meta name=date_created content=2011-05-05><h1>Quay to be rebuilt</h1>");
    }

    @Test
    void a_date_in_rdfa_or_in_seconds_is_read() {
        assertPublished("2026-03-04", "time", "<span property='schema:dateCreated' content='2026-03-04'>Wed</span>");
        assertPublished("2026-03-04", "time", "<span property='dc:date dc:created' content='2026-03-04'>Wed</span>");
        assertPublished("2026-03-04T08:00:00Z", "json-ld", """
            <script type="application/ld+json">{"@type": "Article", "datePublished": 1772611200}</script>\
            """);
    }

    @Test
    void the_time_nearest_to_the_headline_is_the_articles() {
        assertPublished("2026-03-04", "time", """
            <div><time datetime="2026-03-09">9 March</time></div>
            <div><h1>Quay to be rebuilt</h1><time datetime="2026-03-04">Wednesday</time></div>\
            """);
    }

    @Test
    void the_time_of_a_change_is_not_that_of_publication() {
        assertPublished("2026-03-04", "time", """
            <div><h1>Quay to be rebuilt</h1><time class="updated" datetime="2026-03-09"></time>
            <time class="entry-date published" datetime="2026-03-04"></time></div>\
            """);
    }

    @Test
    void a_date_in_words_for_machines_gives_way_to_the_one_shown() {
        String stated = "<meta name='date' content='March 9, 2026'>";
        assertPublished("2026-03-09", "meta", stated + "<h1>Quay to be rebuilt</h1>");
        assertPublished("2026-03-04", "text", stated + "<h1>Quay to be rebuilt</h1><p>March 4, 2026</p>");
    }

    @Test
    void a_date_in_words_says_where_it_stood() {
        assertPublished("2026-03-09", "json-ld", """
            <script type="application/ld+json">{"@type": "Article", "datePublished": "March 9, 2026"}</script>\
            """);
    }

    @Test
    void a_date_in_other_digits_is_kept_as_it_is_written() {
        Metadata metadata = MetadataOf.page("<html lang='ar'><h1>Quay</h1><p>٠٤/٠٣/٢٠٢٦</p>");
        assertEquals("2026-03-04", value(metadata.datePublished()));
        assertEquals(
                "٠٤/٠٣/٢٠٢٦", Objects.requireNonNull(metadata.datePublished()).raw());
    }

    @Test
    void published_on_is_believed_below_the_text_too() {
        assertPublished(
                "2026-03-04",
                "text",
                "<h1>Quay to be rebuilt</h1>" + "<p>A line of the story.</p>".repeat(30)
                        + "<p>Posted on March 4, 2026</p>");
    }

    @Test
    void a_document_that_only_tells_of_a_change_bears_that_date() {
        Metadata metadata = MetadataOf.page("<meta property='article:modified_time' content='2026-03-04'>");
        assertEquals("2026-03-04", value(metadata.datePublished()));
        assertEquals("2026-03-04", value(metadata.dateModified()));
    }

    @Test
    void a_page_that_only_shows_when_it_was_changed_bears_that_date() {
        Metadata metadata =
                MetadataOf.page("<h1>Quay to be rebuilt</h1><p>Last updated</p><p>4 March 2026</p><p>A line.</p>");
        assertEquals("2026-03-04", value(metadata.datePublished()));
        assertEquals("2026-03-04", value(metadata.dateModified()));
    }

    @Test
    void a_date_shown_beside_that_of_a_change_is_that_of_publication() {
        Metadata metadata = MetadataOf.page(
                "<h1>Quay to be rebuilt</h1><p>Updated: March 9, 2026</p><p>March 4, 2026</p><p>A line.</p>");
        assertEquals("2026-03-04", value(metadata.datePublished()));
        assertEquals("2026-03-09", value(metadata.dateModified()));
    }

    @Test
    void the_line_after_published_is_its_date() {
        assertPublished(
                "2026-03-04", "text", "<h1>Quay to be rebuilt</h1>" + "<p>A line of the story.</p>".repeat(30) + """
                    <div>Published</div><div>March 4, 2026</div>\
                    """);
    }

    @Test
    void a_line_of_nothing_else_goes_before_a_date_in_a_sentence() {
        assertPublished("2026-03-04", "text", """
            <h1>Quay to be rebuilt</h1><h3>A talk on 10 April 2026 at six in the evening in the hall of the old
            school</h3><p>Mar 4, 2026</p>\
            """);
    }

    @Test
    void dates_of_teasers_above_the_headline_are_not_its_own() {
        assertPublished("2026-03-04", "text", """
            <p>March 9, 2026</p><p>March 8, 2026</p><h1>Quay to be rebuilt</h1><p>March 4, 2026</p>\
            """);
    }

    @Test
    void the_date_of_a_comment_is_not_the_articles() {
        assertPublished("2026-03-04", "text", """
            <p>March 4, 2026</p><h1>Quay to be rebuilt</h1><div class=comments><p>March 9, 2026 at 2:06</p></div>\
            """);
    }

    @Test
    void a_headline_behind_a_kicker_is_found_on_the_page() {
        assertPublished("2026-03-04", "text", """
            <title>Quay to be rebuilt</title><p>A line.</p>%s<h3>Lindholm: Quay to be rebuilt</h3><p>4 March 2026</p>\
            """.formatted("<p>A line of the news.</p>".repeat(30)));
    }

    @Test
    void where_no_headline_is_shown_the_date_stands_above_the_first_paragraph() {
        assertPublished("2026-03-04", "text", """
            %s<h3>blog | March 4, 2026</h3><p>%s</p>\
            """.formatted(
                        "<p>A line.</p>".repeat(30), "A sentence of the story. ".repeat(12)));
    }

    @Test
    void a_date_that_touches_a_name_is_read() {
        assertPublished(
                "2026-03-04",
                "text",
                "<html lang='en'><h1>Quay to be rebuilt</h1><p><b>Ines</b><span>3/4/2026</span></p>");
        assertPublished("2026-03-04", "text", "<h1>Quay to be rebuilt</h1><p>Mar 4, 2026<b>Ines</b></p>");
    }

    @Test
    void the_year_of_a_copyright_is_no_date() {
        assertNull(MetadataOf.page("<h1>Quay to be rebuilt</h1><footer>© 2026 The Courier</footer>")
                .datePublished());
    }

    @Test
    void the_update_in_the_same_line_is_not_the_publication() {
        Metadata metadata = MetadataOf.page("<html lang='en'><h1>Quay to be rebuilt</h1>"
                + "<p>Updated 9 March 2026, published 4 March 2026</p><p>A line.</p>");
        assertEquals("2026-03-04", value(metadata.datePublished()));
        assertEquals("2026-03-09", value(metadata.dateModified()));
    }

    @Test
    void a_label_above_a_date_says_what_it_is_of() {
        Metadata metadata = MetadataOf.page("<html lang='en'><h1>Quay to be rebuilt</h1><div>Last updated</div>"
                + "<div>9 March 2026</div><div>Posted</div><div>4 March 2026</div><p>A line.</p>");
        assertEquals("2026-03-04", value(metadata.datePublished()));
        assertEquals("2026-03-09", value(metadata.dateModified()));
    }

    @Test
    void a_marked_up_date_is_what_the_words_before_it_say() {
        Metadata metadata = MetadataOf.page("<h1>Quay to be rebuilt</h1><div>"
                + "<p>Updated: <time datetime='2026-03-09'>Monday</time></p>"
                + "<p>Published <time datetime='2026-03-04'>Wednesday</time></p></div>");
        assertEquals("2026-03-04", value(metadata.datePublished()));
        assertEquals("2026-03-09", value(metadata.dateModified()));
    }

    @Test
    void microdata_and_classes_mark_the_change() {
        assertEquals(
                "2026-03-09",
                value(MetadataOf.page("<h1>Quay</h1><span itemprop='dateModified' content='2026-03-09'></span>")
                        .dateModified()));
        assertEquals(
                "2026-03-09",
                value(MetadataOf.page("<h1>Quay</h1><time class='updated' datetime='2026-03-09'></time>")
                        .dateModified()));
    }

    @Test
    void an_abbreviation_holds_the_date_in_its_title() {
        assertPublished(
                "2026-03-04T10:00:00-08:00",
                "time",
                "<h1>Quay to be rebuilt</h1><abbr class='published' title='2026-03-04T10:00:00-08:00'>10:00</abbr>");
    }

    @Test
    void a_date_of_javascript_is_read_with_its_zone() {
        assertPublished(
                "2026-03-04T15:21:41+01:00",
                "time",
                "<h1>Quay to be rebuilt</h1><time datetime='Wed Mar 04 2026 15:21:41 GMT+0100 (CET)'>today</time>");
    }

    @Test
    void the_offset_of_the_publisher_is_kept_where_any_field_tells_it() {
        assertPublished("2026-03-03T21:30:00-05:00", "json-ld", """
            <script type="application/ld+json">{"@type": "Article", "datePublished": "2026-03-04T02:30:00Z"}</script>
            <h1>Quay to be rebuilt</h1><time datetime="2026-03-03T21:30:00-05:00">3 March</time>\
            """);
    }

    @Test
    void other_dates_of_the_page_show_the_order_of_day_and_month() {
        String related = "<p>A line of the story.</p>".repeat(20) + "<p>Older: 26/02/2026</p>";
        assertPublished("2026-03-12", "text", "<html lang='en'><h1>Quay to be rebuilt</h1><p>12/03/2026</p>" + related);
        assertPublished("2026-12-03", "text", "<html lang='en'><h1>Quay to be rebuilt</h1><p>12/03/2026</p>");
        assertPublished("2026-03-12", "text", "<html lang='en-GB'><h1>Quay to be rebuilt</h1><p>12/03/2026</p>");
    }

    private static void assertPublished(String value, String source, String html) {
        PublishedDate date = MetadataOf.page(html).datePublished();
        assertEquals(value, value(date));
        assertEquals(source, assertedSource(date));
    }

    private static String assertedSource(@Nullable PublishedDate date) {
        assertNotNull(date);
        return date.source();
    }

    private static String value(@Nullable PublishedDate date) {
        return date == null ? "" : date.value();
    }

    @Test
    void the_dates_of_other_stories_are_none_of_the_article() {
        assertEquals("2025-03-27", dated("""
            <h1>Thirteen quays worth a visit</h1><p>Mar 27, 2025</p>
            <div><i itemprop="datePublished" content="2026-03-13">Mar 13, 2026</i></div>
            <div><i itemprop="datePublished" content="2026-03-12">Mar 12, 2026</i></div>\
            """).value());
    }

    @Test
    void a_page_rendered_in_the_browser_tells_its_date_in_its_state() {
        String page = """
            <h1>Quay to be rebuilt</h1><script>window.state = {"stories": [{"title": "Ferries run late again",
            "publishedAt": "2026-03-01"}, {"title": "Quay to be rebuilt", "%s": "2026.03.04 18:40"}]}</script>\
            """;
        assertEquals("2026-03-04", dated(page.formatted("published_at")).value());
        assertEquals("script", dated(page.formatted("deployDt")).source());
        assertEquals(
                "2026-03-04",
                dated(page.formatted("published\": \"yes\", \"publishedAt")).value());
        assertNull(MetadataOf.page(page.formatted("birthday")).datePublished());
    }

    private static PublishedDate dated(String html) {
        return requireNonNull(MetadataOf.page(html).datePublished());
    }
}
