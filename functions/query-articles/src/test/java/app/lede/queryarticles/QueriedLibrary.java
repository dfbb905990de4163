package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.article.Article;
import app.lede.article.Precedence;
import app.lede.document.DocumentId;
import app.lede.document.DocumentRecord;
import app.lede.document.Outcome;
import app.lede.export.Export;
import app.lede.export.ExportFormat;
import app.lede.export.ExportId;
import app.lede.hash.Digest;
import app.lede.json.Json;
import app.lede.saved.DigestSchedule;
import app.lede.saved.SavedSearch;
import app.lede.saved.SearchId;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemorySavedSearches;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;

/** A library of five articles, and the handler that answers from it. */
abstract class QueriedLibrary {

    static final Instant DAWN = Instant.parse("2026-01-02T03:00:00Z");
    static final String URL = "https://news.example.org/2026/01/02/bridge-reopens";
    static final SourceId NEWS = SourceId.ofUrl("https://news.example.org/feed.xml");
    static final DocumentId DOCUMENT = new DocumentId("20260102T030405123-u6jxwzfyzksy6a3sdo3lvt24pd");

    final Library library = new Library();
    final InMemoryArticles articles = library.articles();
    final InMemoryArticleTexts texts = library.texts();
    final InMemorySources sources = library.sources();
    final InMemorySavedSearches searches = library.searches();
    final InMemoryDocumentLog log = library.log();
    final InstantSource clock = InstantSource.fixed(Samples.NOON);
    final QueryArticlesHandler handler = library.handler(clock);

    /** Stores five articles a minute apart, the first from the queried source. */
    @BeforeEach
    void fill_the_library() {
        library.exports()
                .add(Export.begun(
                        new ExportId("b".repeat(52)), "lang=de", ExportFormat.CSV, DAWN, DAWN.plusSeconds(604_800)));
        searches.add(new SavedSearch(
                        new SearchId("b".repeat(52)),
                        "Mali",
                        "country=ML",
                        DAWN,
                        Digest.hex("c".repeat(52)),
                        null,
                        0,
                        false)
                .withDigest(new DigestSchedule(DigestSchedule.Every.DAY, "07:00", "Europe/Paris")));
        sources.add(Source.added(NEWS, "https://news.example.org/feed.xml", "Nachrichten", DAWN));
        log.record(new DocumentRecord(
                DOCUMENT, "inbox/a.pdf", "v1", DOCUMENT.at(), Outcome.UNREADABLE, "locked", null, 1));
        for (int i = 0; i < 5; i++) {
            Instant at = DAWN.plusSeconds(60L * i);
            Article article = Samples.article(i == 0 ? URL : URL + i, "words " + i, at);
            articles.offer(i == 0 ? Samples.from(NEWS.value(), article) : article);
            texts.put(Samples.parsed(
                    i == 0 ? URL : URL + i, "words " + i, Precedence.of(Precedence.Origin.PAGE, null, at)));
        }
    }

    static byte[] unmatched(String method, String path) {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "list-articles"));
        event.put("routeKey", "$default").put("rawPath", path).put("rawQueryString", "");
        event.withObject("/requestContext/http").put("method", method).put("path", path);
        return Json.bytes(event);
    }

    final Invocation invoke(String event) throws IOException {
        return Invocation.of(handler, EventFiles.read("query-articles", event));
    }

    static byte[] asking(String event, String query) {
        ObjectNode asked = (ObjectNode) Json.read(EventFiles.read("query-articles", event));
        return Json.bytes(asked.put("rawQueryString", query));
    }

    static int status(Invocation invocation) {
        return invocation.answer().path("statusCode").asInt();
    }

    static JsonNode body(Invocation invocation) {
        return Json.read(invocation.text());
    }

    static int size(Invocation invocation) {
        return body(invocation).path("items").size();
    }

    final String fault(String event) throws IOException {
        Invocation invocation = invoke(event);
        assertEquals(
                "application/problem+json",
                invocation.answer().at("/headers/content-type").asText());
        return body(invocation).at("/errors/0/parameter").asText();
    }
}
