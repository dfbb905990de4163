package app.lede.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.document.DocumentMetadata;
import app.lede.document.DocumentMetadata.Term;
import app.lede.document.DocumentReader;
import app.lede.document.LinkList;
import app.lede.document.ObjectContent;
import app.lede.document.RawDocument;
import app.lede.document.Reading;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports of Readwise, Omnivore and Pocket, in their form with articles of ours. */
class ReadingListExportsTest {

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ReadingRefused refused(String table, String name) {
        return assertThrows(ReadingRefused.class, () -> CollectionReader.open(ObjectContent.of(utf8(table)), name));
    }

    private static Reading read(Part part) {
        Part.Document document = assertInstanceOf(Part.Document.class, part);
        return new DocumentReader()
                .read(new RawDocument(document.bytes(), document.contentType(), document.name(), document.url()));
    }

    private static void assertAbout(Part part, String headline, String author, String url, String published) {
        DocumentMetadata about = read(part).about();
        assertEquals(headline, about.first(Term.HEADLINE).orElse(null));
        assertEquals(author, about.first(Term.AUTHOR).orElse(null));
        assertEquals(url, about.first(Term.URL).orElse(null));
        assertEquals(published, about.first(Term.PUBLISHED).orElse(null));
    }

    @Test
    void articles_of_readwise_reader_have_the_address_of_their_page_not_the_reader_s() {
        String export = """
            {"count": 2, "nextPageCursor": null, "results": [
             {"id": "01a", "url": "https://read.readwise.io/new/read/01a", "title": "The ferry sails", "author": "Ann Lee",
              "source": "Reader RSS", "category": "rss", "location": "feed", "tags": {}, "site_name": "Harbour Herald",
              "word_count": 5, "created_at": "2026-11-21T06:00:00Z", "updated_at": "2026-11-22T06:00:00Z", "notes": "",
              "published_date": "2026-11-20", "summary": "Again.", "content": null,
              "source_url": "https://herald.example/ferry", "html_content": "<p>The ferry sails again.</p>"},
             {"id": "01b", "url": "https://read.readwise.io/new/read/01b", "title": "The tram brakes", "author": "Bo Li",
              "source": "Reader add from import URL", "category": "article", "site_name": "Mole", "published_date": 1795132800000,
              "source_url": "https://mole.example/tram", "html_content": "<p>The tram brakes.</p>"}]}
            """;
        List<Part> parts = PartList.of(export, "reader.json");
        assertEquals(2, parts.size());
        assertAbout(parts.getFirst(), "The ferry sails", "Ann Lee", "https://herald.example/ferry", "2026-11-20");
        assertEquals(
                "Harbour Herald",
                read(parts.getFirst()).about().first(Term.PUBLISHER).orElse(null));
        assertAbout(parts.getLast(), "The tram brakes", "Bo Li", "https://mole.example/tram", "2026-11-20T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen",
                "title,url,time_added,tags,status",
                "URL,Title,Selection,Folder,Timestamp,Tags"
            })
    void a_table_of_links_is_refused_with_a_hint_whatever_its_titles_are(String header) {
        String title = "\"The ferry sails again every day from the old quay, at noon\"";
        String row = header.startsWith("URL") ? "https://x.example/1," + title : title + ",https://x.example/1";
        String table = header + "\n" + row
                + ",".repeat((int) header.chars().filter(c -> c == ',').count() - 1) + "\n";
        ReadingRefused refused = refused(table, "export.csv");
        assertEquals(Problem.UNKNOWN_TYPE, refused.problem());
        assertEquals(LinkList.DETAIL, refused.getMessage());
    }

    @Test
    void highlights_of_readwise_are_no_articles() {
        String table = """
            Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags
            "The ferry sails again, every day at noon, from the old quay of the town.",Quays,Ann Lee,,,,,order,3,2026-11-20 10:00:00+00:00,
            """;
        assertEquals(Problem.UNKNOWN_TYPE, refused(table, "readwise-data.csv").problem());
    }

    @Test
    void a_list_of_links_of_pocket_is_refused_with_a_hint() {
        String page = """
            <!DOCTYPE html>
            <html><!--So long and thanks for all the fish--><head><meta charset="UTF-8"><title>Pocket Export</title></head>
            <body><h1>Unread</h1><ul>
            <li><a href="https://x.example/1" time_added="1795132800" tags="sea">The ferry sails again every day</a></li>
            <li><a href="https://x.example/2" time_added="1795132801" tags="">https://x.example/2</a></li>
            </ul><h1>Read Archive</h1><ul>
            <li><a href="https://x.example/3" time_added="1795132802" tags="">The tram brakes</a></li></ul></body></html>
            """;
        assertEquals(List.of(), PartList.of(page, "ril_export.html"));
        Reading reading = new DocumentReader().read(new RawDocument(utf8(page), "text/html", "ril_export.html", null));
        Reading.Unreadable unreadable = assertInstanceOf(Reading.Unreadable.class, reading);
        assertEquals(Problem.UNKNOWN_TYPE, unreadable.problem());
        assertEquals(LinkList.DETAIL, unreadable.detail());
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(utf8(file.getValue()));
            }
        }
        return out.toByteArray();
    }

    private static Map<String, String> omnivore(String metadata) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("metadata_0_to_20.json", metadata);
        files.put("content/ferry-17.html", "<html><body><p>The ferry sails again.</p></body></html>");
        files.put("content/unknown.html", "<p>The mill closes.</p>");
        files.put("highlights/ferry-17.md", "> The ferry sails");
        return files;
    }

    @Test
    void an_article_of_omnivore_has_the_metadata_of_its_slug() throws IOException {
        String metadata = """
            [{"id": "1", "slug": "ferry-17", "title": "The ferry sails", "description": "Again.", "author": "Ann Lee",
              "url": "https://herald.example/ferry", "state": "Active", "readingProgress": 0, "thumbnail": "",
              "labels": ["sea"], "savedAt": "2026-11-22T06:00:00Z", "publishedAt": "2026-11-20T06:00:00Z"},
             {"id": "2", "slug": "tram-18", "title": "The tram brakes", "url": "https://mole.example/tram"}]
            """;
        List<Part> parts = PartList.of(zip(omnivore(metadata)), "omnivore.zip");
        assertEquals(
                List.of("content/ferry-17.html", "content/unknown.html", "content/tram-18"),
                parts.stream().map(Part::name).toList());
        assertAbout(
                parts.getFirst(), "The ferry sails", "Ann Lee", "https://herald.example/ferry", "2026-11-20T06:00:00Z");
        assertEquals(List.of("sea"), read(parts.getFirst()).about().terms().get(Term.KEYWORD));
        Part.Broken missing = assertInstanceOf(Part.Broken.class, parts.getLast());
        assertEquals("the export has no text of https://mole.example/tram", missing.detail());
    }

    @Test
    void broken_metadata_of_omnivore_is_named_and_the_texts_are_parts() throws IOException {
        List<Part> parts = PartList.of(zip(omnivore("[{\"slug\": \"ferry-17\"")), "omnivore.zip");
        assertEquals(
                List.of("metadata_0_to_20.json", "content/ferry-17.html", "content/unknown.html"),
                parts.stream().map(Part::name).toList());
    }
}
