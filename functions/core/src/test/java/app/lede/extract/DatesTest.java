package app.lede.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatesTest {

    @Test
    void the_pages_own_thing_states_what_the_articles_leaves_out() {
        assertPublished("2026-03-04T07:30:00Z", "json-ld", """
            <script type="application/ld+json">{"@graph": [{"@type": "Article", "headline": "Quay"},
            {"@type": "WebPage", "datePublished": "2026-03-04T07:30:00Z"}]}</script>\
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
    void the_year_of_a_copyright_is_no_date() {
        assertNull(MetadataOf.page("<h1>Quay to be rebuilt</h1><footer>© 2026 The Courier</footer>")
                .datePublished());
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
}
