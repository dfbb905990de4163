package app.lede.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that is declared to be HTML is read as HTML, however it begins. */
class DeclaredPagesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE><HTML><BODY><P>The quay is closed.</P>",
                "<!doctype >\n<p>The quay is closed.",
                "<!DOCTYPE PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"><html><p>The quay is closed.",
                "<x-shell><noindex><P CLASS=lead>The quay is closed.</P></noindex></x-shell>",
                "Warning: connection lost in /srv/shop.php on line 9<br /><b>The quay is closed.</b>",
                "<TABLE><TR><TD>The quay is closed.</TABLE>",
                "<?php /* left over */ ?>\n<CENTER>The quay is closed.</CENTER>",
                "<center><FONT size=2>The quay is closed.</FONT></center>"
            })
    void a_declared_page_may_begin_with_anything(String page) {
        assertEquals(DocumentType.HTML, type(page, "text/html; charset=gb2312", "page"));
        assertEquals(DocumentType.HTML, type(page, null, "page.html"));
    }

    @Test
    void the_first_tag_may_come_late() {
        String blank = "\r\n\t".repeat(9000);
        String notes = "<!-- the theme's licence, in full -->\n".repeat(900);
        String data = "var state = 1;\n".repeat(9000);
        assertEquals(DocumentType.HTML, type(blank + "<html><p>Closed.", null, "page"));
        assertEquals(DocumentType.HTML, type(notes + "<!DOCTYPE html><p>Closed.", null, "page"));
        assertEquals(DocumentType.HTML, type(data + "<DIV>Closed.</DIV>", "text/html", "page"));
    }

    @Test
    void a_declaration_in_a_long_head_still_names_the_charset() {
        Charset chinese = Charset.forName("GB18030");
        String head = "<html><head><script>" + "var a = 1;".repeat(800) + "</script><meta charset=gbk></head>";
        byte[] bytes = (head + "<p>码头今天关闭。").getBytes(chinese);
        assertEquals("码头今天关闭。", Charsets.decode(bytes, null).text().substring(head.length() + 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The quay is closed.",
                "If a < b and b > c, the quay <someone@lindholm.example> closed is.",
                "<<< The quay is closed >>>"
            })
    void a_text_without_a_single_tag_is_text_whatever_is_declared(String text) {
        assertEquals(DocumentType.TEXT, type(text, "text/html", "page.html"));
    }

    @Test
    void a_text_that_mentions_tags_is_text_unless_declared_a_page() {
        assertEquals(DocumentType.TEXT, type("Put it in a <p> or a <div>.", null, "notes.txt"));
    }

    private static DocumentType type(String text, @Nullable String contentType, String name) {
        return DocumentType.of(new RawDocument(text.getBytes(StandardCharsets.UTF_8), contentType, name, null));
    }
}
