package app.lede.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.lede.document.Reading.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzippedDocumentsTest {

    private static final String PAGE = "<!doctype html><title>Ferry</title><p>The ferry sails again.</p>";

    private final DocumentReader reader = new DocumentReader();

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private Reading read(byte[] bytes, String type, String name) {
        return reader.read(new RawDocument(bytes, type, name, null));
    }

    private Problem problem(byte[] bytes, String name) {
        return assertInstanceOf(Reading.Unreadable.class, read(bytes, "application/gzip", name))
                .problem();
    }

    @Test
    void a_page_in_a_gzip_file_is_a_page() {
        Reading.Page page = assertInstanceOf(
                Reading.Page.class, read(zipped(PAGE.getBytes(UTF_8)), "application/gzip", "a.html.gz"));
        assertEquals("The ferry sails again.", page.dom().select("p").text());
    }

    @Test
    void an_object_of_content_encoding_gzip_has_the_type_it_declares() {
        Reading.Plain plain = assertInstanceOf(
                Reading.Plain.class, read(zipped("# Ferry\n\nIt sails.".getBytes(UTF_8)), "text/markdown", "inbox/a"));
        assertEquals(DocumentType.MARKDOWN, plain.type());
    }

    @Test
    void the_name_inside_counts() {
        Reading.Plain plain = assertInstanceOf(
                Reading.Plain.class,
                read(zipped("# Ferry\n\nIt sails.".getBytes(UTF_8)), "application/gzip", "a.md.gz"));
        assertEquals(DocumentType.MARKDOWN, plain.type());
    }

    @Test
    void a_gzip_file_that_is_cut_or_damaged_is_named_so() {
        byte[] whole = zipped(PAGE.getBytes(UTF_8));
        assertEquals(Problem.ENCODING, problem(Arrays.copyOf(whole, whole.length - 9), "a.html.gz"));
        whole[20] ^= 0x55;
        assertEquals(Problem.ENCODING, problem(whole, "a.html.gz"));
    }

    @Test
    void a_bomb_is_too_large() {
        assertEquals(Problem.TOO_LARGE, problem(zipped(new byte[DocumentReader.MAX_BYTES + 1]), "a.txt.gz"));
    }

    @Test
    void an_archive_of_files_and_what_is_packed_twice_are_of_no_known_type() {
        byte[] archive = new byte[2048];
        System.arraycopy("page.html".getBytes(UTF_8), 0, archive, 0, 9);
        System.arraycopy("ustar".getBytes(UTF_8), 0, archive, 257, 5);
        System.arraycopy(PAGE.getBytes(UTF_8), 0, archive, 512, PAGE.length());
        assertEquals(Problem.UNKNOWN_TYPE, problem(zipped(archive), "pages.tar.gz"));
        assertEquals(Problem.UNKNOWN_TYPE, problem(zipped(zipped(PAGE.getBytes(UTF_8))), "a.html.gz.gz"));
    }

    @Test
    void nothing_in_a_gzip_file_is_empty() {
        assertEquals(Problem.EMPTY, problem(zipped(new byte[0]), "a.html.gz"));
    }
}
