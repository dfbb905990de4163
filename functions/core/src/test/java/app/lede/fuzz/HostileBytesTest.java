package app.lede.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import app.lede.collection.CollectionReader;
import app.lede.collection.Part;
import app.lede.collection.Parts;
import app.lede.document.ObjectContent;
import app.lede.document.RawDocument;
import app.lede.extract.ArticleExtractor;
import app.lede.extract.Extraction;
import app.lede.feed.FeedLines;
import app.lede.feed.FeedReader;
import app.lede.feed.Opml;
import app.lede.fetch.CanonicalUrl;
import app.lede.json.Json;
import app.lede.publish.ExtractionLine;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
    void collection(byte[] bytes) {
        if (bytes.length > 0) {
            String start = COLLECTIONS.get((bytes[0] & 0xff) % COLLECTIONS.size());
            takeApart(concat(start, Arrays.copyOfRange(bytes, 1, bytes.length)));
        }
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

    private static byte[] concat(String start, byte[] bytes) {
        byte[] head = start.getBytes(StandardCharsets.US_ASCII);
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
