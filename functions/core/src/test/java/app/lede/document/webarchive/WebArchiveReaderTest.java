package app.lede.document.webarchive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.lede.document.DocumentMetadata.Term;
import app.lede.document.DocumentReader;
import app.lede.document.RawDocument;
import app.lede.document.Reading;
import app.lede.document.Reading.Page;
import app.lede.document.Reading.Problem;
import app.lede.document.Reading.Unreadable;
import app.lede.fuzz.Effort;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WebArchiveReaderTest {

    private static final String HTML =
            "<html><head><title>Quay</title></head><body><p>The north quay is open – again.</p></body></html>";
    private static final Charset LATIN = Charset.forName("windows-1252");

    /** Writes the objects of a binary property list one after the other: texts, data, and dictionaries of references. */
    private static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final List<Integer> offsets = new ArrayList<>();

        Writer() {
            out.writeBytes("bplist00".getBytes(StandardCharsets.US_ASCII));
        }

        int object(int kind, int count, byte[] content) {
            offsets.add(out.size());
            out.write((kind << 4) | Math.min(count, 15));
            if (count >= 15) {
                out.writeBytes(new byte[] {0x11, (byte) (count >> 8), (byte) count});
            }
            out.writeBytes(content);
            return offsets.size() - 1;
        }

        int text(String text) {
            return object(5, text.length(), text.getBytes(StandardCharsets.US_ASCII));
        }

        byte[] ended(int top) {
            int table = out.size();
            offsets.forEach(offset -> out.writeBytes(new byte[] {(byte) (offset >> 8), offset.byteValue()}));
            byte[] trailer = new byte[32];
            trailer[6] = 2;
            trailer[7] = 1;
            trailer[15] = (byte) offsets.size();
            trailer[23] = (byte) top;
            trailer[30] = (byte) (table >> 8);
            trailer[31] = (byte) table;
            out.writeBytes(trailer);
            return out.toByteArray();
        }
    }

    private static byte[] binary(String type) {
        Writer list = new Writer();
        byte[] page = HTML.getBytes(LATIN);
        int data = list.object(4, page.length, page);
        int[] keys = {
            list.text("WebResourceData"),
            list.text("WebResourceMIMEType"),
            list.text("WebResourceTextEncodingName"),
            list.text("WebResourceURL")
        };
        int[] values = {data, list.text(type), list.text("windows-1252"), list.text("https://courier.example/quay")};
        byte[] references = new byte[8];
        for (int i = 0; i < 4; i++) {
            references[i] = (byte) keys[i];
            references[4 + i] = (byte) values[i];
        }
        int main = list.object(13, 4, references);
        int key = list.text("WebMainResource");
        return list.ended(list.object(13, 1, new byte[] {(byte) key, (byte) main}));
    }

    private static Reading read(byte[] bytes) {
        return new DocumentReader().read(new RawDocument(bytes, null, "quay.webarchive", null));
    }

    private static void assertPage(Reading reading) {
        Page page = assertInstanceOf(Page.class, reading);
        assertEquals("The north quay is open – again.", page.dom().body().text());
        assertEquals(List.of("https://courier.example/quay"), page.about().all(Term.URL));
        assertEquals(LATIN, page.charset());
    }

    @Test
    void the_main_resource_of_a_binary_list_is_the_page() {
        assertPage(read(binary("text/html")));
    }

    @Test
    void the_main_resource_of_an_xml_list_is_the_page() {
        String xml = "<?xml version='1.0'?><!DOCTYPE plist PUBLIC '-//Apple//DTD PLIST 1.0//EN' 'x'><plist"
                + " version='1.0'><dict><key>WebMainResource</key><dict><key>WebResourceData</key><data>\n"
                + Base64.getMimeEncoder().encodeToString(HTML.getBytes(LATIN))
                + "</data><key>WebResourceMIMEType</key><string>text/html</string><key>WebResourceTextEncodingName</key>"
                + "<string>windows-1252</string><key>WebResourceURL</key><string>https://courier.example/quay</string></dict></dict></plist>";
        assertPage(read(xml.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void an_archive_of_a_picture_is_named() {
        Unreadable picture = assertInstanceOf(Unreadable.class, read(binary("image/png")));
        assertEquals(Problem.UNKNOWN_TYPE, picture.problem());
    }

    @Test
    void a_file_cut_off_or_broken_anywhere_is_refused_or_read() {
        byte[] whole = binary("text/html");
        for (int length = 60; length < whole.length; length++) {
            read(Arrays.copyOf(whole, length));
        }
        assertEquals(
                Problem.UNREADABLE,
                assertInstanceOf(Unreadable.class, read(Arrays.copyOf(whole, whole.length - 40)))
                        .problem());
        Random random = new Random(5);
        for (int run = 0; run < Effort.of(3000); run++) {
            byte[] broken = whole.clone();
            for (int i = 0; i < 3; i++) {
                broken[8 + random.nextInt(broken.length - 8)] = (byte) random.nextInt(256);
            }
            read(broken);
        }
    }
}
