package app.lede.local.command.jsonlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ParsedArticle;
import app.lede.document.DocumentStore;
import app.lede.document.FetchedFrom;
import app.lede.document.ObjectCreated;
import app.lede.enrich.Facts;
import app.lede.extract.ArticleExtractor;
import app.lede.pipeline.ParseDocument;
import app.lede.publish.ArticleView;
import app.lede.summary.Summary;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemorySiteLines;
import app.lede.testkit.ReadOnlyDocuments;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleLineTest {

    private static final String PROSE = "The ferry was back in service on Friday, and the queue was short. ".repeat(12);

    private static final String URL = "https://news.example.org/ferry";
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final ArticleLine lines = new ArticleLine();

    private static byte[] page(String canonical) {
        return ("<html><head><meta property='article:published_time' content='2026-01-02T08:00:00Z'>"
                        + "<meta property='article:modified_time' content='2026-01-03'><link rel='canonical' href='"
                        + canonical + "'></head><body><article><h1>Ferry back</h1><p>" + PROSE
                        + "Norway built her, and Norway pays.</p></article></body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode line(byte[] page, String fields) throws IOException {
        ListFile.Entry entry = new ListFile.Entry(Path.of("."), 1, "{\"file\": \"page.html\"" + fields + "}");
        return new ObjectMapper().readTree(lines.of(page, entry, false));
    }

    @Test
    void a_collection_has_a_line_for_each_part_all_with_its_id() throws IOException {
        String part = "{\"title\": \"Ferry\", \"url\": \"" + URL + "\", \"text\": \"" + PROSE + "\"}\n";
        ListFile.Entry entry = new ListFile.Entry(Path.of("."), 1, "{\"file\": \"a.jsonl\", \"id\": \"x\"}");
        byte[] file = (part + "nonsense\n" + part).getBytes(StandardCharsets.UTF_8);
        List<String> parts = lines.of(file, entry, false).lines().toList();
        assertEquals(3, parts.size());
        for (int i = 0; i < 3; i++) {
            JsonNode line = new ObjectMapper().readTree(parts.get(i));
            assertEquals("x", line.path("id").asText());
            assertEquals(i + 1, line.path("part").asInt());
            assertEquals("line " + (i + 1), line.path("name").asText());
            assertEquals(
                    i == 1 ? "unreadable" : "extracted", line.path("outcome").asText());
        }
    }

    @Test
    void a_gzip_file_has_the_id_of_its_packed_bytes_as_in_the_stack(@TempDir Path folder) throws IOException {
        byte[] story = ("Ferry back\n\n" + PROSE).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(story);
        }
        Files.write(folder.resolve("ferry.txt.gz"), packed.toByteArray());
        ListFile.Entry entry = new ListFile.Entry(folder, 1, "{\"file\": \"ferry.txt.gz\"}");
        JsonNode line = new ObjectMapper().readTree(lines.of(story, entry, false));
        assertEquals(
                ArticleId.ofBytes(packed.toByteArray()).value(), line.path("id").asText());
    }

    @ParameterizedTest
    @CsvSource({
        // a canonical link of the same site
        "https://news.example.org/ferry?page=2, https://news.example.org/ferry, https://news.example.org/ferry",
        "https://m.news.example.org/ferry, https://news.example.org/ferry, https://news.example.org/ferry",
        "https://news.example.org/ferry, /2026/ferry, https://news.example.org/2026/ferry",
        // a dropped query
        "https://news.example.org/show.php?id=7, https://news.example.org/show.php,"
                + " https://news.example.org/show.php?id=7",
        // another site's canonical, and the front page
        "https://news.example.org/ferry, https://other.example.net/ferry, https://news.example.org/ferry",
        "https://news.example.org/ferry, https://news.example.org/, https://news.example.org/ferry",
        // a shared host
        "https://anna.substack.com/p/ferry, https://ben.substack.com/p/ferry, https://anna.substack.com/p/ferry",
        "https://medium.com/@anna/ferry-1, https://medium.com/@ben/ferry-1, https://medium.com/@anna/ferry-1",
        // an upload
        ", https://news.example.org/ferry?utm_source=x, https://news.example.org/ferry",
        ", https://news.example.org/,",
        ", /ferry,",
    })
    void a_document_has_the_id_and_the_address_that_the_stack_gives_it(
            @Nullable String fetched, String canonical, @Nullable String address) throws IOException {
        byte[] page = page(canonical);
        JsonNode line = line(page, fetched == null ? "" : ", \"url\": \"" + fetched + "\"");
        ParsedArticle stored = stored(page, fetched);
        assertEquals(stored.id().value(), line.path("id").asText());
        assertEquals(address, stored.url());
        assertEquals(address, line.path("url").textValue());
    }

    @Test
    void a_line_has_the_fields_of_the_public_record() throws IOException {
        byte[] page = page("https://news.example.org/ferry");
        ParsedArticle stored = stored(page, URL);
        Article article = new Article(
                stored.id(),
                stored.revision(),
                stored.provenance(),
                NOW,
                NOW,
                stored.url(),
                stored.metadata(),
                stored.language(),
                List.of(),
                List.of(),
                Facts.NONE,
                new Summary(List.of(), "none"),
                List.of());
        JsonNode line = line(page, ", \"url\": \"" + URL + "\"");
        ObjectNode view = ArticleView.json(article);
        for (String metadata : List.of(
                "headline",
                "author",
                "datePublished",
                "datePublishedRaw",
                "datePrecision",
                "datePublishedSource",
                "dateModified",
                "dateModifiedRaw",
                "dateModifiedPrecision",
                "dateModifiedSource",
                "wordCount",
                "confidence")) {
            assertTrue(view.has(metadata), metadata);
            assertEquals(view.get(metadata).asText(), line.path(metadata).asText(), metadata);
        }
        assertEquals(
                List.of("NO"),
                line.path("countries").valueStream().map(JsonNode::asText).toList());
        assertEquals(2, line.path("mentions").path(0).path("count").asInt());
        assertTrue(line.path("summary").has("method"));
    }

    @Test
    void a_document_without_an_address_has_the_id_of_its_bytes() throws IOException {
        byte[] page = page("https://news.example.org/");
        assertEquals(ArticleId.ofBytes(page).value(), line(page, "").path("id").asText());
    }

    /** Parses the page as the stack does: fetched at a URL, or uploaded. */
    private static ParsedArticle stored(byte[] page, @Nullable String fetched) {
        FetchedFrom from = fetched == null ? null : FetchedFrom.page(fetched, NOW, FetchedFrom.Discovery.by("source"));
        ReadOnlyDocuments documents = announced -> new DocumentStore.Found.Bytes(page, "text/html", from);
        ParseDocument parse = new ParseDocument(
                documents,
                new ArticleExtractor(),
                new InMemorySiteLines(),
                new InMemoryArticleTexts(),
                new InMemoryDocumentLog());
        ObjectCreated announced = new ObjectCreated("inbox/page.html", page.length, "0".repeat(32), null, "01", NOW);
        return assertInstanceOf(ParseDocument.Result.Parsed.class, parse.parse(announced))
                .article();
    }
}
