package app.lede.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpmlTest {

    @Test
    void nested_and_unclosed_outlines_are_all_found_once() {
        assertEquals(
                List.of(
                        new OpmlSource("Title wins", "https://a.example/feed", "https://a.example/"),
                        new OpmlSource("Caps", "https://b.example/feed?x=1&y=2", null),
                        // Given as it stands: the import reports it as refused.
                        new OpmlSource("Script", "javascript:alert(1)", null),
                        new OpmlSource("https://c.example/feed", "https://c.example/feed", null)),
                Opml.read(Fixtures.bytes("opml-nested-and-broken.opml")));
    }

    @Test
    void what_is_written_is_read_again() {
        List<OpmlSource> sources = List.of(
                new OpmlSource("A \"quoted\" <title> & more", "https://a.example/?x=1&y=2", "https://a.example/"),
                new OpmlSource("Ünïcode 年", "https://b.example/", null));
        String opml = Opml.write("My <list>", sources);
        assertEquals(sources, Opml.read(opml.getBytes(StandardCharsets.UTF_8)));
        assertTrue(opml.contains("<title>My &lt;list&gt;</title>"), opml);
    }

    @Test
    void characters_xml_has_no_place_for_are_not_written() {
        String opml = Opml.write("t", List.of(new OpmlSource("a\u0000\u0001b", "https://a.example/", null)));
        assertTrue(opml.contains("text=\"ab\""), opml);
    }

    @Test
    void no_more_than_the_cap_is_read() {
        StringBuilder opml = new StringBuilder("<opml>");
        for (int i = 0; i < Opml.MAX_SOURCES + 10; i++) {
            opml.append("<outline xmlUrl='https://a.example/").append(i).append("'>");
        }
        assertEquals(
                Opml.MAX_SOURCES,
                Opml.read(opml.toString().getBytes(StandardCharsets.UTF_8)).size());
    }

    @Test
    void something_else_is_an_empty_list() {
        assertEquals(List.of(), Opml.read(new byte[] {1, 2, 3, (byte) 0xff}));
    }
}
