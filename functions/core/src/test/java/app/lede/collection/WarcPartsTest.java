package app.lede.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WarcPartsTest {

    private static final String PAGE = "<html><p>The ferry sails.</p></html>";

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }

    private static byte[] record(String type, String contentType, byte[] block) {
        String header = "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: https://times.example/ferry\r\n"
                + "WARC-Date: 2026-11-21T09:00:00Z\r\nContent-Type: " + contentType + "\r\ncontent-length: "
                + block.length
                + "\r\n\r\n";
        return joined(utf8(header), block, utf8("\r\n\r\n"));
    }

    private static byte[] response(String status, String headers, byte[] body) {
        byte[] head = utf8("HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=utf-8\r\n" + headers + "\r\n");
        return record("response", "application/http; msgtype=response", joined(head, body));
    }

    private static byte[] page(String headers, byte[] body) {
        return response("200 OK", headers, body);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static List<String> texts(byte[] warc) {
        return PartList.texts(PartList.of(warc, "x.warc"));
    }

    @Test
    void a_page_has_the_address_and_time_of_its_record() {
        Part.Document part =
                (Part.Document) PartList.of(page("", utf8(PAGE)), "x.warc").getFirst();
        assertEquals("https://times.example/ferry", part.url());
        assertEquals(Instant.parse("2026-11-21T09:00:00Z"), part.at());
        assertEquals("text/html; charset=utf-8", part.contentType());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T09:00:00Z, 2026-11-21T09:00:00Z",
        "2026-11-21T09:00:00.250Z, 2026-11-21T09:00:00.250Z",
        "2026-11-21t09:00:00z, 2026-11-21T09:00:00Z",
        "2026-11-20T24:00:00Z, 2026-11-21T00:00:00Z",
        "2026-02-30T09:00:00Z, ",
        "2026-11-21T09:61:00Z, ",
        "2026-11-21, "
    })
    void a_time_is_read_in_the_forms_of_warc_1_1(String written, Instant at) {
        byte[] warc = page("", utf8(PAGE));
        byte[] dated = new String(warc, StandardCharsets.UTF_8)
                .replace("2026-11-21T09:00:00Z", written)
                .getBytes(StandardCharsets.UTF_8);
        Part.Document part = (Part.Document) PartList.of(dated, "x.warc").getFirst();
        assertEquals(at, part.at());
    }

    @ParameterizedTest
    @CsvSource({"200, 1", "200 OK, 1", "200-OK, 1", "2000 OK, 0", "404 200, 0", "'', 0"})
    void only_status_200_is_a_page(String status, int parts) {
        assertEquals(parts, texts(response(status, "", utf8(PAGE))).size());
    }

    @Test
    void fields_are_read_in_any_case_and_unknown_ones_are_passed_over() {
        String warc = new String(
                        page("X-Served-By: cache\r\nno field\r\n: nameless\r\n", utf8(PAGE)), StandardCharsets.UTF_8)
                .replace("WARC-Target-URI:", "warc-TARGET-uri :")
                .replace("WARC-Type:", "WARC-Record-ID: <urn:uuid:1>\r\nWARC-TYPE\t:");
        Part.Document part = (Part.Document) PartList.of(utf8(warc), "x.warc").getFirst();
        assertEquals("https://times.example/ferry", part.url());
    }

    @Test
    void pages_longer_and_shorter_than_a_buffer_are_whole() {
        List<String> pages = Stream.of(10, 4_000, 4_096, 70_000, 3, 40_000)
                .map(size -> "<p>" + "a".repeat(size))
                .toList();
        byte[] warc = joined(pages.stream().map(page -> page("", utf8(page))).toArray(byte[][]::new));
        assertEquals(pages, texts(warc));
    }

    @Test
    void only_pages_that_were_answered_are_parts() {
        byte[] warc = joined(
                record("warcinfo", "application/warc-fields", utf8("software: ours")),
                record("request", "application/http; msgtype=request", utf8("GET / HTTP/1.1\r\n\r\n")),
                response("301 Moved", "Location: /\r\n", new byte[0]),
                response("404 Not Found", "", utf8(PAGE)),
                record("response", "text/dns", utf8("times.example 1.2.3.4")),
                record(
                        "response",
                        "application/http",
                        utf8("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\u0089PNG")),
                record("revisit", "application/http", utf8("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")),
                record("resource", "text/html", utf8(PAGE)),
                record("metadata", "application/warc-fields", new byte[0]),
                page("", utf8(PAGE + "2")),
                record("conversion", "text/plain", utf8("The ferry sails.")));
        assertEquals(List.of(PAGE, PAGE + "2", "The ferry sails."), texts(warc));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Content-Encoding: gzip\r\n", "Transfer-Encoding: chunked\r\n", "Content-Encoding: br\r\n"})
    void a_body_that_was_stored_decoded_is_taken_as_it_is(String headers) {
        assertEquals(List.of(PAGE), texts(page(headers, utf8(PAGE))));
    }

    @Test
    void a_body_that_was_stored_as_sent_is_decoded() throws IOException {
        ByteArrayOutputStream zlib = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(zlib)) {
            deflate.write(utf8(PAGE));
        }
        byte[] zipped = gzip(utf8(PAGE));
        byte[] chunks = joined(
                utf8("5;x=y\r\n"),
                Arrays.copyOf(zipped, 5),
                utf8("\r\n" + Integer.toHexString(zipped.length - 5) + "\r\n"),
                Arrays.copyOfRange(zipped, 5, zipped.length),
                utf8("\r\n0\r\n\r\n"));
        assertEquals(List.of(PAGE), texts(page("Content-Encoding: gzip\r\n", zipped)));
        assertEquals(List.of(PAGE), texts(page("Content-Encoding: deflate\r\n", zlib.toByteArray())));
        assertEquals(List.of(PAGE), texts(page("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunks)));
    }

    @Test
    void a_body_in_brotli_is_decoded() {
        byte[] brotli = Base64.getDecoder()
                .decode("GxQC4I3TJbT3VSyQzaW6kIzdoCgcPfry5PGhgokcsLdiOQq/Ra0XTu8Zbbkq3Q7DbeazmmfRR3WXQFRl6Ag=");
        String page = "<html><body><p>" + "The ferry sails at noon. ".repeat(20) + "</p></body></html>";
        assertEquals(List.of(page), texts(page("Content-Encoding: br\r\n", brotli)));
        for (int cut = 1; cut < brotli.length; cut += 7) {
            assertEquals(
                    List.of("encoding"),
                    texts(page("Content-Encoding: br\r\n", Arrays.copyOf(brotli, cut))),
                    "at " + cut);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Encoding: zstd\r\n", "Content-Encoding: br\r\n"})
    void a_body_in_zstandard_is_named(String headers) {
        byte[] frame = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0x04, 0x00, 0x09, 0x00, 0x00, 0x78};
        Part.Broken part =
                (Part.Broken) PartList.of(page(headers, frame), "x.warc").getFirst();
        assertEquals("is compressed with Zstandard, which is not read", part.detail());
    }

    @Test
    void a_body_that_can_not_be_decoded_is_named_and_its_neighbours_are_read() throws IOException {
        byte[] cut = Arrays.copyOf(gzip(utf8(PAGE)), 20);
        byte[] warc = joined(
                page("", utf8(PAGE)),
                page("Content-Encoding: gzip\r\n", cut),
                page("Content-Encoding: br\r\n", new byte[] {11, 2, (byte) 128, 0, 3}),
                page("", utf8(PAGE)));
        assertEquals(List.of(PAGE, "encoding", "encoding", PAGE), texts(warc));
    }

    @Test
    void records_compressed_one_by_one_and_in_a_wacz_are_read() throws IOException {
        byte[] warc = joined(
                gzip(record("warcinfo", "application/warc-fields", utf8("x: y"))),
                gzip(page("", utf8(PAGE))),
                gzip(page("", utf8(PAGE + "2"))));
        assertEquals(List.of(PAGE, PAGE + "2"), texts(warc));
        ByteArrayOutputStream wacz = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(wacz)) {
            for (String name : List.of("datapackage.json", "pages/pages.jsonl", "archive/data.warc.gz")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.endsWith(".gz") ? warc : utf8("{\"title\": \"x\", \"text\": \"y\"}"));
            }
        }
        assertEquals(List.of(PAGE, PAGE + "2"), texts(wacz.toByteArray()));
    }

    @Test
    void an_archive_that_was_cut_keeps_what_is_whole() {
        byte[] warc = joined(page("", utf8(PAGE)), page("", utf8(PAGE.repeat(9))));
        assertEquals(List.of(PAGE, "encoding"), texts(Arrays.copyOf(warc, warc.length - 60)));
    }

    @Test
    void a_record_that_lies_about_its_length_ends_the_archive_there() {
        byte[] lying = utf8(new String(page("", utf8(PAGE)), StandardCharsets.UTF_8)
                .replaceFirst("content-length: \\d+", "content-length: 100"));
        assertEquals(
                "unreadable",
                texts(joined(page("", utf8(PAGE)), lying, page("", utf8(PAGE)))).getLast());
    }
}
