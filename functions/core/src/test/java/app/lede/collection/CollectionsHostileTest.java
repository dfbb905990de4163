package app.lede.collection;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.ObjectContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Broken collections end, with parts or an IOException, and never hand out more than they have. */
class CollectionsHostileTest {

    private static final int ROUNDS = 60;

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<byte[]> collections() throws IOException {
        String warc = """
            WARC/1.0\r
            WARC-Type: response\r
            Content-Type: application/http\r
            Content-Length: 59\r
            \r
            HTTP/1.1 200 OK\r
            Content-Type: text/html\r
            \r
            <p>The ferry.\r
            \r
            \r
            """;
        String nexis = """
            Ferry

            The Herald

            November 18, 2026

            Length: 4 words

            Body

            It sails.

            Load-Date: x

            End of Document
            """;
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            for (String name : List.of("a.txt", "archive/b.warc", "datapackage.txt")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(utf8(warc.repeat(3)));
            }
        }
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(utf8(warc.repeat(3)));
        }
        String story = "The ferry of the harbour sails again from the island on Monday morning. ".repeat(4);
        String attached = "--b\nContent-Type: message/rfc822\n\nFrom: a@b.example\nSubject: x\n\n";
        String blog = "<rss><channel><wp:wxr_version>1.2</wp:wxr_version>";
        return List.of(
                utf8("From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + attached + story
                        + "\n" + attached + story.replace("ferry", "tram of a town") + "\n--b--\n"),
                utf8(blog + "<item><title>Ferry</title><description>It sails.</description></item>".repeat(3)
                        + "</channel></rss>"),
                zip.toByteArray(),
                gzip.toByteArray(),
                utf8(warc.repeat(3)),
                utf8("From a@b Fri Nov 20 18:01:00 2026\nSubject: x\n\nThe ferry.\n\n".repeat(3)),
                utf8("{\"text\": \"The ferry.\"}\n".repeat(4)),
                utf8("{\"items\": [{\"text\": \"The ferry.\"}, {\"text\": \"{[\\\"\"}, {\"text\": []}]}"),
                utf8("title,text\nFerry,\"It sails.\"\nTram,\"It \"\"brakes\"\".\"\n"),
                utf8(nexis.repeat(3)),
                utf8("<newsMessage><newsItem><p>x</p></newsItem><newsItem><p>y</p></newsItem></newsMessage>"));
    }

    private static void read(byte[] bytes) {
        long most = 64L * 1024 + 300L * bytes.length;
        try {
            Optional<Parts> parts = CollectionReader.open(ObjectContent.of(bytes), "x.jsonl");
            if (parts.isPresent()) {
                read(parts.get(), most);
            }
        } catch (IOException e) {
            // How a broken collection is told from one that was read.
        }
    }

    private static void read(Parts parts, long most) throws IOException {
        long size = 0;
        for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
            size += part.get() instanceof Part.Document document ? document.bytes().length + 1 : 1;
            assertTrue(size <= most, "more parts than bytes");
        }
    }

    @Test
    void a_collection_cut_anywhere_ends() throws IOException {
        for (byte[] collection : collections()) {
            for (int length = 1; length < collection.length; length += 3) {
                read(Arrays.copyOf(collection, length));
            }
        }
    }

    @Test
    void a_collection_with_changed_bytes_ends() throws IOException {
        Random random = new Random(16);
        for (byte[] collection : collections()) {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] changed = collection.clone();
                for (int i = 1 + random.nextInt(6); i > 0; i--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                read(changed);
            }
        }
    }

    @Test
    void sizes_that_lie_are_not_believed() {
        for (String size : List.of("-1", "99999999999999999999", "9223372036854775807", "2147483648", "")) {
            read(utf8("WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: " + size
                    + "\r\n\r\n<p>x"));
        }
    }
}
