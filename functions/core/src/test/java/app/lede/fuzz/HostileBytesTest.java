package app.lede.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import app.lede.collection.CollectionReader;
import app.lede.collection.Part;
import app.lede.collection.Parts;
import app.lede.document.ObjectContent;
import app.lede.document.RawDocument;
import app.lede.document.ole.CompoundFiles;
import app.lede.extract.ArticleExtractor;
import app.lede.extract.Extraction;
import app.lede.feed.FeedLines;
import app.lede.feed.FeedReader;
import app.lede.feed.Opml;
import app.lede.fetch.CanonicalUrl;
import app.lede.json.Json;
import app.lede.publish.ExtractionLine;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * For any input bytes: a result, and no word that is not in the input. A build replays the inputs kept beside this
 * class; CONTRIBUTING.md explains how to fuzz for new ones.
 */
class HostileBytesTest {

    private static final String URL = "https://courier.example/2026/03/story?x=1";

    /** Beginnings of collections; the first byte of an input chooses one. */
    private static final List<String> COLLECTIONS = List.of(
            "From a@b Fri Nov 20 18:01:00 2026\nSubject: x\nContent-Length: ",
            "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: ",
            "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 8\r\n\r\n<p>ferry\r\n\r\n",
            "{\"text\": \"The ferry sails.\"}\n{",
            "[{\"title\": \"Ferry\", \"text\": \"The ferry sails.\"}, {",
            "title,text\nFerry,\"The ferry sails again on Friday, the harbour says, and",
            "\u0001A 1\r\n\u0002The ferry sails.\r\n\u0003\u0004\u0001",
            "Ferry\nHerald\nNovember 18, 2026\nLength: 4 words\nBody\nIt sails.\nEnd of Document\n",
            "<newsMessage><itemSet>",
            "");

    /** Members of a Word document, an OpenDocument text and a book; the first byte of an input chooses one. */
    private static final List<String> WORD = List.of(
            "word/document.xml",
            "word/styles.xml",
            "word/footnotes.xml",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/chunk.html");

    private static final List<String> OPEN_TEXT = List.of("content.xml", "styles.xml", "meta.xml");
    private static final List<String> BOOK = List.of("a.opf", "a.html", "nav.html", "META-INF/container.xml");

    /** Streams of an Outlook mail, likewise. */
    private static final List<String> OUTLOOK = List.of(
            "__substg1.0_1000001F",
            "__substg1.0_10130102",
            "__substg1.0_10090102",
            "__substg1.0_007D001F",
            "__properties_version1.0",
            "__attach_version1.0_#00000000/__substg1.0_37010102");

    private final ArticleExtractor extractor = new ArticleExtractor();

    @FuzzTest
    void page(byte[] bytes) {
        extract(bytes, "page.html");
    }

    @FuzzTest
    void text(byte[] bytes) {
        extract(bytes, "text.txt");
    }

    @FuzzTest
    void markdown(byte[] bytes) {
        extract(bytes, "text.md");
    }

    @FuzzTest
    void rtf(byte[] bytes) {
        byte[] document = concat("{\\rtf1 ", bytes);
        extract(document, "text.rtf");
    }

    @FuzzTest
    void mail(byte[] bytes) {
        extract(concat("From: a@courier.example\nSubject: Fwd: x\n", bytes), "mail.eml");
    }

    @FuzzTest
    void subtitles(byte[] bytes) {
        extract(concat("WEBVTT\n\n00:01.000 --> 00:02.000\n", bytes), "text.vtt");
    }

    @FuzzTest
    void opendocument(byte[] bytes) {
        extract(concat("<office:document mimetype='opendocument.text' xmlns='x'><office:text>", bytes), "text.fodt");
    }

    @FuzzTest
    void web_archive(byte[] bytes) {
        extract(concat("bplist00_\u0010\u000fWebMainResource", bytes), "page.webarchive");
    }

    @FuzzTest
    void wire(byte[] bytes) {
        extract(concat("<nitf><body><body.head><hedline>", bytes), "text.xml");
    }

    @FuzzTest
    void article_in_json(byte[] bytes) {
        extract(concat("{\"headline\": \"Ferry\", \"", bytes), "article.json");
    }

    @FuzzTest
    void pdf(byte[] bytes) {
        extract(concat("%PDF-1.4\n", bytes), "text.pdf");
    }

    /** What a page shows, behind a font that is there. */
    @FuzzTest
    void pdf_page(byte[] bytes) {
        String start = """
            %%PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
            5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
            trailer<</Root 1 0 R>>
            4 0 obj<</Length %d>>stream
            """.formatted(bytes.length);
        byte[] end = "\nendstream endobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        byte[] page = concat(start, bytes);
        byte[] all = Arrays.copyOf(page, page.length + end.length);
        System.arraycopy(end, 0, all, page.length, end.length);
        extract(all, "text.pdf");
    }

    @FuzzTest
    void word_document(byte[] bytes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("[Content_Types].xml", new byte[0]);
        files.put(
                "word/document.xml",
                ascii("<w:document><w:body><w:p><w:pPr><w:pStyle w:val='a'/></w:pPr><w:r><w:t>The"
                        + " quay.</w:t></w:r></w:p><w:altChunk r:id='c'/></w:body></w:document>"));
        files.put(
                "word/_rels/document.xml.rels",
                ascii("<Relationships><Relationship Id='c' Type='aFChunk' Target='chunk.html'/></Relationships>"));
        extract(zip(files, WORD, bytes), "text.docx");
    }

    @FuzzTest
    void opendocument_zip(byte[] bytes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("mimetype", ascii("application/vnd.oasis.opendocument.text"));
        files.put(
                "content.xml",
                ascii("<office:document-content><office:body><office:text><text:p text:style-name='a'>The"
                        + " quay.</text:p></office:text></office:body></office:document-content>"));
        extract(zip(files, OPEN_TEXT, bytes), "text.odt");
    }

    @FuzzTest
    void book(byte[] bytes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("mimetype", ascii("application/epub+zip"));
        files.put("META-INF/container.xml", ascii("<container><rootfile full-path='a.opf'/></container>"));
        files.put(
                "a.opf",
                ascii("<package><manifest><item id='a' href='a.html'/><item id='n' href='nav.html' properties='nav'/>"
                        + "</manifest><spine><itemref idref='a'/></spine></package>"));
        files.put("a.html", ascii("<html><body><h1>Quay</h1><p>The quay was rebuilt.</p></body></html>"));
        byte[] book = zip(files, BOOK, bytes);
        extract(book, "book.epub");
        takeApart(book);
    }

    /** An archive whose directory is made of the bytes. */
    @FuzzTest
    void archive(byte[] bytes) {
        byte[] archive = concat("PK\u0003\u0004", bytes);
        extract(archive, "text.docx");
        takeApart(archive);
    }

    @FuzzTest
    void outlook_mail(byte[] bytes) {
        if (bytes.length > 0) {
            Map<String, byte[]> streams = new LinkedHashMap<>();
            streams.put("__properties_version1.0", new byte[48]);
            streams.put("__substg1.0_0C1A001F", "Ines Palma".getBytes(StandardCharsets.UTF_16LE));
            streams.put(chosen(OUTLOOK, bytes), rest(bytes));
            extract(CompoundFiles.of(streams), "mail.msg");
        }
    }

    @FuzzTest
    void old_word(byte[] bytes) {
        byte[] main = new byte[2048];
        main[0] = (byte) 0xec;
        main[1] = (byte) 0xa5;
        main[2] = (byte) 0xc1;
        main[0x1a6] = 33;
        byte[] text = Arrays.copyOf(bytes, Math.max(48, bytes.length));
        System.arraycopy(text, 0, main, 0x4c, 8);
        Map<String, byte[]> streams = new LinkedHashMap<>();
        streams.put("WordDocument", concat(new String(main, StandardCharsets.ISO_8859_1), text));
        streams.put("0Table", concat("\u0002\u001c\u0000\u0000\u0000", Arrays.copyOfRange(text, 8, 48)));
        extract(CompoundFiles.of(streams), "text.doc");
    }

    /** Sectors and directory of an OLE container. */
    @FuzzTest
    void compound_file(byte[] bytes) {
        extract(concat("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", bytes), "mail.msg");
    }

    @FuzzTest
    void winmail(byte[] bytes) {
        byte[] winmail = concat("x\u009f>\"\u0001\u0000", bytes);
        String head = "From: a@courier.example\nSubject: Quay\nMIME-Version: 1.0\nContent-Type: application/ms-tnef;"
                + " name=winmail.dat\nContent-Transfer-Encoding: base64\n\n";
        extract(concat(head, Base64.getMimeEncoder().encode(winmail)), "mail.eml");
    }

    @FuzzTest
    void collection(byte[] bytes) {
        if (bytes.length > 0) {
            takeApart(concat(chosen(COLLECTIONS, bytes), rest(bytes)));
        }
    }

    /** A note with mails and documents attached. */
    @FuzzTest
    void stories(byte[] bytes) {
        takeApart(concat(
                "From: a@courier.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n", bytes));
    }

    @FuzzTest
    void blog(byte[] bytes) {
        takeApart(concat("<rss><channel><wp:wxr_version>1.2</wp:wxr_version><item>", bytes));
    }

    private static void takeApart(byte[] bytes) {
        try (Parts parts =
                CollectionReader.open(ObjectContent.of(bytes), "file").orElse(Optional::empty)) {
            for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                assertFalse(part.get().name().isEmpty());
            }
        } catch (IOException e) {
            // Broken from there on: the outcome of the file.
        }
    }

    private static String chosen(List<String> alternatives, byte[] bytes) {
        return alternatives.get((bytes[0] & 0xff) % alternatives.size());
    }

    private static byte[] rest(byte[] bytes) {
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }

    /** Returns an archive of files, one of which is made of the bytes. */
    private static byte[] zip(Map<String, byte[]> files, List<String> names, byte[] bytes) {
        if (bytes.length > 0) {
            files.put(chosen(names, bytes), rest(bytes));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] concat(String start, byte[] bytes) {
        byte[] head = start.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, all, head.length, bytes.length);
        return all;
    }

    @FuzzTest
    void feed(byte[] bytes) {
        assertNotNull(new FeedLines().line("feed", null, new FeedReader().read(bytes, null, URL)));
        assertNotNull(Opml.read(bytes));
    }

    @FuzzTest
    void canonical_url(byte[] bytes) {
        String written = new String(bytes, StandardCharsets.UTF_8);
        Optional<CanonicalUrl> url = CanonicalUrl.of(written);
        assertEquals(url, url.flatMap(u -> CanonicalUrl.of(u.value())), "its own canonical form");
        CanonicalUrl page = CanonicalUrl.of(URL).orElseThrow();
        CanonicalUrl.declared(written, page).ifPresent(claim -> assertEquals(page.host(), claim.host()));
    }

    private void extract(byte[] bytes, String name) {
        RawDocument document = new RawDocument(bytes, null, name, URL);
        Extraction extraction = extractor.extract(document);
        assertNotNull(Json.text(ExtractionLine.json("id", name, URL, extraction, true)));
        InputLetters.assertMadeOf(document, extraction);
    }
}
