package app.lede.fuzz;

import app.lede.collection.CollectionReader;
import app.lede.collection.Part;
import app.lede.collection.Parts;
import app.lede.document.DocumentReader;
import app.lede.document.ObjectContent;
import app.lede.document.RawDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time grows with the size of a collection and hardly faster, whatever it is made of. */
@ExtendWith(Effort.class)
class CollectionGrowthTest {

    private static final String FROM = "From a@b Fri Nov 20 18:01:00 2026\n";

    private static void read(byte[] bytes, String name) {
        try (Parts parts = CollectionReader.open(ObjectContent.of(bytes), name).orElse(Optional::empty)) {
            Optional<Part> part = parts.next();
            while (part.isPresent()) {
                part = parts.next();
            }
        } catch (IOException e) {
            // Broken from there on, which takes its time, too.
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "…" + FROM + "Subject: x\n\nThe ferry.\n\n…",
                FROM + "Subject: x\n\n…The ferry.\n…",
                FROM + "…Subject: x\n…",
                FROM + "Subject: x\n\n…\n" + FROM + "…",
                FROM + "Subject: x\n\n…>From a\n…",
                "…" + FROM + "Subject: x\nContent-Length: 3000\n\nThe ferry.\n\n…",
                "…" + FROM + "Subject: x\nContent-Length: 9000000\n\nThe ferry.\n\n…",
                FROM + "…Content-Length: 9000000\n…\n…\n" + FROM + "Subject: x\n\n…"
            })
    void an_mbox_of_more_pieces_takes_longer_in_proportion(String pieces) {
        Growth.inProportion(pieces, bytes -> read(bytes, "a.mbox"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title,text\n…a,b\n…",
                "title,text\n…\n…a,b",
                "title,text\na,\"…b\"\"…\"",
                "title,text\n…a,\"b\n…",
                "title,text\n…a,…\n",
                "title,text…,a#…\nb,c\n"
            })
    void a_table_of_more_pieces_takes_longer_in_proportion(String pieces) {
        Growth.inProportion(pieces, bytes -> read(bytes, "a.csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "…{\"text\":\"The ferry sails.\"}\n…",
                "{\"text\":\"x\"}\n{\"text\":\"…The ferry. …\"}\n",
                "{\"a\":1}\n{…\n…",
                "[…{\"title\":\"x\",\"text\":\"y\"},…{}]",
                "[{\"title\":\"x\",\"text\":\"y\"},…{…",
                "{\"items\":…[…",
                "{…\"items\":[],…\"x\":1}",
                "[{\"title\":\"x\",\"text\":\"…\\\"…\"},{\"title\":\"x\",\"text\":\"y\"}]"
            })
    void a_list_of_more_pieces_takes_longer_in_proportion(String pieces) {
        Growth.inProportion(pieces, bytes -> read(bytes, "a.jsonl"));
        Growth.inProportion(pieces, bytes -> read(bytes, "a.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "…WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n<p>x\r\n\r\n…",
                "WARC/1.0\r\n…A#: b\r\n…\r\n",
                "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999\r\n\r\nHTTP/1.1 200 OK\r\n…A#: b\r\n…\r\n",
                "…WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 64\r\n\r\nHTTP/1.1 200"
                        + " OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n\r\n\r\n…",
                "…\u0001A 1\r\n\u0002The ferry sails again on Friday.\r\n\u0003\u0004…",
                "\u0001A 1\r\n\u0002The ferry sails again.\r\n…a\r\n…\u0001A 2\r\n\u0002x",
                "\u0001A 1\r\n\u0002The ferry sails again on Friday.…\u0001…",
                """
                \u2026Ferry

                Herald

                November 18, 2026

                Length: 4 words

                Body

                It sails.

                Load-Date: x

                End of Document

                \u2026\
                """,
                """
                Ferry
                Herald
                November 18, 2026
                Length: 4 words
                \u2026Byline: x
                \u2026Body
                \u2026It sails.
                \u2026Load-Date: x
                End of Document
                """
            })
    void an_archive_of_more_pieces_takes_longer_in_proportion(String pieces) {
        Growth.inProportion(pieces, bytes -> read(bytes, "a.txt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "…a#.txt\n…",
                "…a/…\n",
                "…../a#\n…",
                "…metadata_#_to_2.json\n…content/x.html",
                "…content/a#.html\n…metadata_0_to_1.json"
            })
    void a_zip_of_more_names_takes_longer_in_proportion(String pieces) {
        Growth.inProportion(pieces, names -> read(zip(names), "a.zip"));
    }

    private static byte[] zip(byte[] names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : new String(names, StandardCharsets.UTF_8).lines().toList()) {
                zip.putNextEntry(new ZipEntry(name.substring(0, Math.min(60_000, name.length()))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\\rtf1 …x\\par …}",
                "{\\rtf1 …{\\b x}…}",
                "{\\rtf1 …{\\b x…}",
                "{\\rtf1 …\\u8364?…}",
                "{\\rtf1 …\\'e9…}",
                "{\\rtf1 …\\cell x\\row …}",
                "{\\rtf1 …{\\*\\x y}…}"
            })
    void an_rtf_of_more_pieces_takes_longer_in_proportion(String pieces) {
        Growth.inProportion(pieces, bytes -> document(bytes, "a.rtf"));
    }

    /** In hexadecimal digits: octet strings in pieces, and nested ones, within what stands around them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "308006092a864886f70d010702a08030800201013100308006092a864886f70d010701a0802480…040178…00000000000000000000",
                "308006092a864886f70d010702a08030800201013100308006092a864886f70d010701a0802480…2480…",
                "308006092a864886f70d010702a08030800201013180…3080…",
                "308006092a864886f70d010702a08030800201013180…020178…0000308006092a864886f70d010701a0802480040178"
            })
    void a_signature_of_more_pieces_takes_longer_in_proportion(String pieces) {
        Growth.inProportion(pieces, hex -> document(signed(hex), "a.eml"));
    }

    private static byte[] signed(byte[] hex) {
        byte[] der = HexFormat.of().parseHex(new String(hex, StandardCharsets.US_ASCII));
        String header = """
            From: a@b.example
            To: c
            Content-Type: application/pkcs7-mime; smime-type=signed-data
            Content-Transfer-Encoding: base64

            """;
        return (header + Base64.getMimeEncoder().encodeToString(der)).getBytes(StandardCharsets.US_ASCII);
    }

    private static void document(byte[] bytes, String name) {
        new DocumentReader().read(new RawDocument(bytes, null, name, null));
    }
}
