package app.lede.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookPartsTest {

    private static final String LONG = "<p>" + "The ferry leaves the quay at noon. ".repeat(30) + "</p>";
    private static final String SHORT = "<p>" + "The tram stops at the mill bridge. ".repeat(8) + "</p>";
    private static final String FERRY = "<h1>Ferry sails again</h1><p>By Ann Lee</p>" + LONG;
    private static final String TRAM = "<h1>Tram brakes fail</h1><p class='byline'>Bo Li</p>" + LONG;
    private static final String COVER = "<img src='cover.png' alt=''>";
    private static final String IMPRINT = "<p>Printed in Northport.</p>";

    private static byte[] book(String about, String... pages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            StringBuilder manifest = new StringBuilder();
            StringBuilder spine = new StringBuilder();
            for (int i = 0; i < pages.length; i++) {
                manifest.append("<item id='p%d' href='p%d.xhtml' media-type='application/xhtml+xml'/>".formatted(i, i));
                spine.append("<itemref idref='p%d'/>".formatted(i));
                put(
                        zip,
                        "OPS/p" + i + ".xhtml",
                        "<html><head><title>Book</title></head><body>%s</body></html>".formatted(pages[i]));
            }
            put(
                    zip,
                    "META-INF/container.xml",
                    "<container><rootfiles><rootfile full-path='OPS/book.opf'/></rootfiles></container>");
            put(
                    zip,
                    "OPS/book.opf",
                    "<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata>%s</metadata><manifest>%s</manifest><spine>%s</spine></package>"
                            .formatted(about, manifest, spine));
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> names(byte[] book) {
        return PartList.of(book, "x.epub").stream().map(Part::name).toList();
    }

    @Test
    void articles_with_bylines_of_their_own_are_parts() throws IOException {
        byte[] issue = book(
                "<dc:title>The Harbour Weekly</dc:title><dc:date>2026-11-20</dc:date><dc:language>en</dc:language>",
                COVER,
                FERRY,
                TRAM,
                IMPRINT);
        List<Part> parts = PartList.of(issue, "x.epub");
        assertEquals(
                List.of("OPS/p1.html", "OPS/p2.html"),
                parts.stream().map(Part::name).toList());
        String tram = PartList.texts(parts).getLast();
        assertTrue(tram.contains("<title>Tram brakes fail</title>"));
        assertTrue(tram.contains("lang=\"en\""));
        assertTrue(tram.contains("name=\"date\" content=\"2026-11-20\""));
        assertTrue(tram.contains("content=\"The Harbour Weekly\""));
        assertTrue(tram.contains("Bo Li"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<dc:title>The Harbour Weekly, 20 November 2026</dc:title>",
                "<dc:title>Hafenblatt Nr. 47</dc:title><dc:creator>Hafenblatt</dc:creator>",
                "<dc:title>Mole</dc:title><dc:creator>Ann Lee</dc:creator><meta name='calibre:publication_type'"
                        + " content='periodical:magazine:Mole'/>",
                "<dc:title>港報 第12期</dc:title>"
            })
    void a_periodical_has_parts_without_bylines_too(String about) throws IOException {
        byte[] issue = book(about, "<h2>Ferry sails again</h2>" + LONG, "<h2>Tram brakes fail</h2>" + LONG);
        assertEquals(2, names(issue).size());
    }

    @Test
    void a_page_without_a_headline_goes_on_with_the_article_before() throws IOException {
        byte[] issue = book("<dc:title>Mole</dc:title>", FERRY, SHORT + "<p>End of the ferry.</p>", TRAM);
        List<Part> parts = PartList.of(issue, "x.epub");
        assertEquals(2, parts.size());
        assertTrue(PartList.texts(parts).getFirst().contains("End of the ferry."));
    }

    @Test
    void a_short_report_with_a_byline_is_a_part_and_its_address_is_kept() throws IOException {
        String report = "<h1>Mill closes</h1><p>By Cy Fox</p>" + SHORT
                + "<div class='calibre_navbar'><p>This article was downloaded by calibre from <a"
                + " href='https://mole.example/mill'>here</a></p></div>";
        List<String> texts = PartList.texts(PartList.of(book("<dc:title>Mole</dc:title>", FERRY, TRAM, report), "x"));
        assertEquals(3, texts.size());
        assertTrue(texts.getLast().contains("<link rel=\"canonical\" href=\"https://mole.example/mill\">"));
        assertTrue(!texts.getLast().contains("calibre"));
    }

    @Test
    void the_chapters_of_a_novel_and_of_one_report_are_one_text() throws IOException {
        String novel = "<dc:title>The Quay, 3 May 1897</dc:title><dc:creator>Ann Lee</dc:creator>";
        assertEquals(List.of(), names(book(novel, "<h1>The Storm</h1>" + LONG, "<h1>The Calm</h1>" + LONG)));
        assertEquals(
                List.of(),
                names(book(
                        "<dc:title>Quay No. 5</dc:title>", "<h1>Chapter 1</h1>" + LONG, "<h1>II. Calm</h1>" + LONG)));
        assertEquals(
                List.of(),
                names(book(
                        "<dc:title>Who sank the ferry</dc:title>",
                        FERRY,
                        "<h1>The captain</h1>" + LONG,
                        "<h1>The owner</h1>" + LONG)));
        assertEquals(
                List.of(),
                names(book("<dc:title>Essays</dc:title>", FERRY, "<h1>The owner</h1><p>By Ann Lee</p>" + LONG)));
        assertEquals(List.of(), names(book("<dc:title>Mole, 20 November 2026</dc:title>", COVER, FERRY, IMPRINT)));
    }

    @Test
    void a_few_short_notes_are_one_text() throws IOException {
        String note = "<h1>Mill closes</h1><p>By Cy Fox</p>" + SHORT;
        String other = "<h1>Pier opens</h1><p>By Di Ray</p>" + SHORT;
        assertEquals(List.of(), names(book("<dc:title>Mole, 20 November 2026</dc:title>", note, other)));
        assertEquals(List.of(), names(book("<dc:title>Mole, 20 November 2026</dc:title>", FERRY, note, other)));
    }

    @Test
    void a_locked_book_is_left_to_the_reader_that_says_so() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "META-INF/container.xml", "<container/>");
        }
        assertEquals(List.of(), names(out.toByteArray()));
    }
}
