package app.lede.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.document.ObjectContent;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlogPartsTest {

    private static final String WORDPRESS = """
        <?xml version="1.0" encoding="UTF-8" ?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel><title>Quay</title><link>https://quay.example</link><wp:wxr_version>1.2</wp:wxr_version>
        %s
        </channel></rss>
        """;

    private static String item(String title, String text, String type, String status) {
        return """
            <item><title>%s</title><link>https://quay.example/%s</link>
            <pubDate>Fri, 06 Mar 2026 07:15:00 +0000</pubDate><dc:creator><![CDATA[Ines Palma]]></dc:creator>
            <content:encoded><![CDATA[%s]]></content:encoded>
            <wp:post_type>%s</wp:post_type><wp:status>%s</wp:status></item>
            """.formatted(title, title, text, type, status);
    }

    @Test
    void the_posts_and_pages_of_wordpress_are_parts_and_drafts_are_not() {
        String items = item("open", "<p>The quay is open.</p>", "post", "publish")
                + item("draft", "<p>Not yet.</p>", "post", "draft")
                + item("picture", "", "attachment", "inherit")
                + item("about", "<p>About the quay.</p>", "page", "publish");
        List<Part> parts = PartList.of(WORDPRESS.formatted(items), "export.xml");
        assertEquals(
                List.of(
                        "{\"html\":\"<p>The quay is"
                            + " open.</p>\",\"headline\":\"open\",\"url\":\"https://quay.example/open\",\"author\":\"Ines"
                            + " Palma\",\"datePublished\":\"2026-03-06T07:15:00Z\"}",
                        "{\"html\":\"<p>About the"
                            + " quay.</p>\",\"headline\":\"about\",\"url\":\"https://quay.example/about\",\"author\":\"Ines"
                            + " Palma\",\"datePublished\":\"2026-03-06T07:15:00Z\"}"),
                PartList.texts(parts));
    }

    @Test
    void a_post_without_a_text_is_named() {
        List<Part> parts = PartList.of(WORDPRESS.formatted(item("empty", "", "post", "publish")), "export.xml");
        Part.Broken broken = assertInstanceOf(Part.Broken.class, parts.getFirst());
        assertEquals(Problem.EMPTY, broken.problem());
        assertEquals("post 1", broken.name());
    }

    @Test
    void a_feed_is_no_export() {
        String feed = WORDPRESS
                .replace("<wp:wxr_version>1.2</wp:wxr_version>", "")
                .formatted(item("open", "<p>The quay is open.</p>", "post", "publish"));
        assertEquals(List.of(), PartList.of(feed, "feed.xml"));
    }

    @Test
    void the_entries_of_blogger_are_parts_and_its_settings_are_not() {
        String entry = """
            <entry><id>%s</id><published>2026-03-06T07:15:00Z</published>
            <category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#%s'/>
            <title type='text'>Quay</title><content type='html'>&lt;p&gt;The quay is open.&lt;/p&gt;</content></entry>
            """;
        String export =
                "<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Quay</title>"
                        + entry.formatted("1", "settings") + entry.formatted("2", "post") + "</feed>";
        assertEquals(
                List.of("{\"html\":\"<p>The quay is"
                        + " open.</p>\",\"headline\":\"Quay\",\"datePublished\":\"2026-03-06T07:15:00Z\"}"),
                PartList.texts(PartList.of(export, "blog.xml")));
    }

    @Test
    void an_export_beyond_its_bounds_says_what_to_do() {
        byte[] start = WORDPRESS.getBytes(StandardCharsets.UTF_8);
        byte[] large = Arrays.copyOf(start, 11 * 1024 * 1024);
        ReadingRefused refused =
                assertThrows(ReadingRefused.class, () -> CollectionReader.open(ObjectContent.of(large), "export.xml"));
        assertEquals(Problem.TOO_LARGE, refused.problem());
    }
}
