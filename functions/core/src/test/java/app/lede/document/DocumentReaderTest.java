package app.lede.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.lede.document.Reading.Page;
import app.lede.document.Reading.Plain;
import app.lede.document.Reading.Problem;
import app.lede.document.Reading.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {

    private final DocumentReader reader = new DocumentReader();

    @Test
    void html_named_txt_is_html() {
        assertEquals(DocumentType.HTML, type("<!-- saved -->\n<!DOCTYPE html><p>Text", "text/plain", "story.txt"));
    }

    @Test
    void a_binary_named_html_is_unknown() {
        assertEquals(
                DocumentType.UNKNOWN, type("\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR", "text/html", "story.html"));
    }

    @Test
    void formats_are_told_by_their_signature() {
        assertEquals(DocumentType.PDF, type("%PDF-1.7\n%", null, "story.txt"));
        assertEquals(DocumentType.DOCX, type("PK\u0003\u0004....[Content_Types].xml", null, "story"));
        assertEquals(DocumentType.EPUB, type("PK\u0003\u0004....mimetypeapplication/epub+zip", null, "story"));
        assertEquals(DocumentType.UNKNOWN, type("PK\u0003\u0004....photos/1.jpg", null, "story.zip"));
        assertEquals(
                DocumentType.EML,
                type("From: a@courier.example\nSubject: News\nTo: b@courier.example\n\nText", null, "x"));
        assertEquals(DocumentType.JSON, type("{\"url\": \"https://courier.example\"}", null, "x"));
        assertEquals(DocumentType.UNKNOWN, type("<?xml version=\"1.0\"?><rss><channel/></rss>", null, "feed.xml"));
    }

    @Test
    void where_bytes_say_nothing_the_declaration_decides_then_the_name() {
        assertEquals(DocumentType.MARKDOWN, type("# Title\n\nText", "text/markdown; charset=utf-8", "story"));
        assertEquals(DocumentType.MARKDOWN, type("# Title\n\nText", "text/plain", "story.md"));
        assertEquals(DocumentType.TEXT, type("Title\n\nText", null, "story"));
        assertEquals(DocumentType.TEXT, type("A text without any tag", "text/html", "story.html"));
        assertEquals(DocumentType.HTML, type("A text with <br> a tag", "text/html", "story"));
    }

    @Test
    void no_bytes_and_white_space_are_empty() {
        assertEquals(Problem.EMPTY, problem("", "a.txt"));
        assertEquals(Problem.EMPTY, problem(" \n\t\n", "a.txt"));
    }

    @Test
    void twenty_megabytes_and_a_byte_are_too_large() {
        Reading reading = reader.read(new RawDocument(new byte[DocumentReader.MAX_BYTES + 1], null, "a.txt", null));
        assertEquals(
                Problem.TOO_LARGE, assertInstanceOf(Unreadable.class, reading).problem());
    }

    @Test
    void a_type_that_was_declared_wrongly_is_remarked() {
        Reading reading = reader.read(document("<!DOCTYPE html><p>Text", "application/pdf", "story.pdf", null));
        assertEquals(List.of("declared PDF, is HTML"), reading.about().remarks());
        assertEquals(
                List.of(),
                reader.read(document("# Title\n\nText", "text/plain", "story.md", null))
                        .about()
                        .remarks());
    }

    @Test
    void a_page_resolves_links_against_where_it_was_fetched() {
        Page page = assertInstanceOf(
                Page.class,
                reader.read(document("<html><a href='/b'>b</a>", "text/html", "a", "https://courier.example/a")));
        assertEquals("https://courier.example/b", page.dom().expectFirst("a").absUrl("href"));
    }

    @Test
    void control_characters_are_removed_and_line_ends_are_line_feeds() {
        Plain plain = assertInstanceOf(
                Plain.class, reader.read(document("a\u0000b\r\nc\rd\u0007 and a few more words", null, "a.txt", null)));
        assertEquals("ab\nc\nd and a few more words", plain.text());
    }

    @Test
    void lone_surrogates_and_noncharacters_are_removed() {
        assertEquals("ab😀", CleanText.of("a\ud800b\ufffe😀\udc00"));
    }

    private static DocumentType type(String latin1, @Nullable String contentType, String name) {
        return DocumentType.of(document(latin1, contentType, name, null));
    }

    private Problem problem(String text, String name) {
        return assertInstanceOf(Unreadable.class, reader.read(document(text, null, name, null)))
                .problem();
    }

    private static RawDocument document(
            String latin1, @Nullable String contentType, String name, @Nullable String url) {
        return new RawDocument(latin1.getBytes(StandardCharsets.ISO_8859_1), contentType, name, url);
    }

    @Test
    void random_bytes_named_as_a_page_are_of_no_known_type() {
        byte[] noise = new byte[50_000];
        new Random(7).nextBytes(noise);
        Reading reading = new DocumentReader().read(new RawDocument(noise, "text/html", "binary.html", null));
        assertEquals(
                Problem.UNKNOWN_TYPE,
                assertInstanceOf(Reading.Unreadable.class, reading).problem());
    }
}
