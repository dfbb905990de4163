package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.Block;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.document.DocumentId;
import app.lede.document.DocumentRecord;
import app.lede.document.Outcome;
import app.lede.document.PartKey;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryArticlesHandlerTest {

    private static final Instant DAWN = Instant.parse("2026-01-02T03:00:00Z");
    private static final String URL = "https://news.example.org/2026/01/02/bridge-reopens";
    private static final SourceId NEWS = SourceId.ofUrl("https://news.example.org/feed.xml");
    private static final DocumentId DOCUMENT = new DocumentId("20260102T030405123-u6jxwzfyzksy6a3sdo3lvt24pd");

    private final Library library = new Library();
    private final InMemoryArticles articles = library.articles();
    private final InMemoryArticleTexts texts = library.texts();
    private final InMemorySources sources = library.sources();
    private final InMemorySavedSearches searches = library.searches();
    private final InMemoryDocumentLog log = library.log();
    private final InstantSource clock = InstantSource.fixed(Samples.NOON);
    private final QueryArticlesHandler handler = library.handler(clock);

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

    static List<String> events() {
        return EventFiles.cases("query-articles");
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_has_its_status_and_one_line(String event) throws IOException {
        Invocation invocation = invoke(event);
        // This library has neither a search index nor stories.
        int expected =
                switch (event) {
                    case "count-articles",
                            "list-articles-with-an-unknown-parameter",
                            "list-articles-with-a-bad-date",
                            "list-articles-with-a-forged-cursor" -> 400;
                    case "get-story" -> 404;
                    case "list-copies" -> 409;
                    case "preflight" -> 204;
                    default -> 200;
                };
        assertEquals(expected, status(invocation), () -> invocation.answer().toString());
        assertEquals(List.of(expected >= 400 ? "refused" : "answered"), invocation.outcomes());
    }

    @Test
    void a_bad_request_is_a_problem_that_names_the_parameter() throws IOException {
        assertEquals("language", fault("list-articles-with-an-unknown-parameter"));
        assertEquals("from", fault("list-articles-with-a-bad-date"));
        assertEquals("cursor", fault("list-articles-with-a-forged-cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=%2B5", "limit=-5", "limit=%D9%A5", "limit=%205", "limit=9999999999", "limit="})
    void a_limit_is_written_in_plain_digits(String query) throws IOException {
        assertEquals(400, status(Invocation.of(handler, asking("list-articles", query))));
    }

    @Test
    void a_key_longer_than_any_object_has_is_refused() throws IOException {
        assertEquals(400, status(Invocation.of(handler, asking("list-documents", "key=" + "k".repeat(1_025)))));
    }

    @Test
    void the_pages_of_a_list_name_each_article_once_and_the_newest_first() throws IOException {
        List<String> seen = new ArrayList<>();
        JsonNode page = body(invoke("list-articles-from-a-browser"));
        while (page.has("next")) {
            page.path("items").forEach(item -> seen.add(item.path("id").asText()));
            String next = page.path("next").asText();
            assertTrue(seen.size() <= 5, next);
            page = body(Invocation.of(handler, asking("list-articles", next.substring(next.indexOf('?') + 1))));
        }
        page.path("items").forEach(item -> seen.add(item.path("id").asText()));
        assertEquals(
                List.of(URL + 4, URL + 3, URL + 2, URL + 1, URL).stream()
                        .map(url -> ArticleId.ofUrl(url).value())
                        .toList(),
                seen);
    }

    @Test
    void the_next_page_stands_in_the_link_header_too() throws IOException {
        Invocation invocation = invoke("list-articles-from-a-browser");
        assertEquals(
                "<" + body(invocation).path("next").asText() + ">; rel=\"next\"",
                invocation.answer().at("/headers/link").asText());
    }

    @Test
    void a_cursor_holds_for_its_own_question_only() throws IOException {
        String next = body(invoke("list-articles-from-a-browser")).path("next").asText();
        Invocation other =
                Invocation.of(handler, asking("list-articles", next.substring(next.indexOf('?') + 1) + "&lang=de"));
        assertEquals(400, status(other));
    }

    @Test
    void repeated_parameters_mean_either_and_different_ones_mean_both() throws IOException {
        assertEquals(5, size(invoke("list-articles-with-repeated-parameters")));
        assertEquals(0, size(Invocation.of(handler, asking("list-articles", "lang=fr&country=ML&lang=en"))));
        assertEquals(0, size(Invocation.of(handler, asking("list-articles", "lang=de&country=FR"))));
    }

    @Test
    void times_and_source_narrow_the_list() throws IOException {
        assertEquals(1, size(invoke("list-articles-between-two-times")));
    }

    @Test
    void whoever_has_the_article_is_told_that_it_is_the_same() throws IOException {
        Invocation first = invoke("get-article");
        String etag = first.answer().at("/headers/etag").asText();
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "get-article-that-is-known"));
        event.withObject("/headers").put("if-none-match", etag);
        Invocation again = Invocation.of(handler, Json.bytes(event));
        assertEquals(304, status(again));
        for (String name : List.of("vary", "cache-control", "etag")) {
            assertEquals(first.answer().at("/headers/" + name), again.answer().at("/headers/" + name));
        }
        assertEquals("", again.answer().path("body").asText());
        assertEquals(etag, again.answer().at("/headers/etag").asText());
    }

    @Test
    void the_path_of_subscription_lists_is_no_source() throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "get-source"));
        event.put("rawPath", "/v1/sources/opml");
        event.withObject("/pathParameters").put("id", "opml");
        Invocation invocation = Invocation.of(handler, Json.bytes(event));
        assertEquals(405, status(invocation));
        assertEquals("OPTIONS, POST", invocation.answer().at("/headers/allow").asText());
    }

    @Test
    void the_text_is_what_offsets_point_into() throws IOException {
        Invocation invocation = invoke("get-article-text");
        assertTrue(invocation.text().startsWith("words 0"));
        assertEquals(
                "text/plain; charset=utf-8",
                invocation.answer().at("/headers/content-type").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format=text     | text/html     | text/plain",
                "format=markdown | */*           | text/markdown",
                "''              | text/html,*/*;q=0.8 | text/html",
                "''              | text/markdown | text/markdown",
                "''              | image/png     | text/plain",
                "''              | text/*        | text/plain"
            })
    void a_text_comes_in_the_format_asked_for(String query, String accept, String mediaType) throws IOException {
        ObjectNode event = (ObjectNode) Json.read(asking("get-article-text", query));
        event.withObject("/headers").put("accept", accept);
        Invocation invocation = Invocation.of(handler, Json.bytes(event));
        assertEquals(
                mediaType + "; charset=utf-8",
                invocation.answer().at("/headers/content-type").asText());
        assertEquals(
                "accept, accept-encoding",
                invocation.answer().at("/headers/vary").asText());
        event.withObject("/headers")
                .put("if-none-match", invocation.answer().at("/headers/etag").asText());
        assertEquals(304, status(Invocation.of(handler, Json.bytes(event))));
        event.withObject("/headers").put("accept", "text/markdown;q=0.1, image/png");
        assertEquals(
                query.isEmpty() && !mediaType.equals("text/markdown") ? 200 : 304,
                status(Invocation.of(handler, Json.bytes(event))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"headline", "short", "three-sentences", "key-points"})
    void a_summary_comes_at_the_length_asked_for(String length) throws IOException {
        Invocation invocation = Invocation.of(handler, asking("get-article", "length=" + length));
        assertEquals(200, status(invocation));
        JsonNode summary = body(invocation).path("summary");
        assertEquals(!length.equals("short"), summary.has("textSha256"), "the stored one is an earlier version's");
        assertTrue(summary.path("sentences").size() > 0, summary.toString());
    }

    @Test
    void a_length_that_no_summary_has_is_a_fault() throws IOException {
        assertEquals(400, status(Invocation.of(handler, asking("get-article", "length=epic"))));
    }

    @Test
    void an_unknown_format_of_a_text_is_a_fault() throws IOException {
        assertEquals(400, status(Invocation.of(handler, asking("get-article-text", "format=pdf"))));
    }

    @Test
    void a_text_that_the_client_has_is_not_read() throws IOException {
        Invocation first = invoke("get-article-text");
        texts.keys(ArticleId.ofUrl(URL)).forEach(texts::delete);
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "get-article-text"));
        event.withObject("/headers")
                .put("if-none-match", first.answer().at("/headers/etag").asText());
        assertEquals(304, status(Invocation.of(handler, Json.bytes(event))));
        assertEquals(404, status(invoke("get-article-text")));
    }

    @Test
    void sources_go_out_as_a_subscription_list() throws IOException {
        assertTrue(invoke("export-sources").text().contains("xmlUrl=\"https://news.example.org/feed.xml\""));
    }

    @Test
    void documents_are_listed_by_outcome() throws IOException {
        assertEquals(1, size(invoke("list-documents")));
        assertEquals(0, size(Invocation.of(handler, asking("list-documents", "outcome=stored"))));
        assertEquals("locked", body(invoke("get-document")).path("detail").asText());
    }

    @Test
    void what_is_not_there_is_a_404() throws IOException {
        sources.remove(NEWS);
        assertEquals(404, status(invoke("get-source")));
    }

    @Test
    void the_description_of_the_api_is_json() throws IOException {
        assertFalse(body(invoke("get-openapi")).path("paths").isEmpty());
    }

    @Test
    void a_text_too_long_for_an_answer_is_linked_to() throws IOException {
        ParsedArticle parsed = Samples.parsed(URL + "long", "long", Precedence.of(Precedence.Origin.PAGE, null, DAWN));
        ParsedArticle book = new ParsedArticle(
                parsed.id(),
                parsed.revision(),
                parsed.provenance(),
                parsed.documentKey(),
                parsed.url(),
                parsed.metadata(),
                "de",
                List.of(new Block(Block.Kind.PARAGRAPH, "Wort ".repeat(1_000_001))),
                List.of());
        texts.put(book);
        articles.offer(Samples.article(URL + "long", "long", DAWN));
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "get-article-text"));
        event.withObject("/pathParameters").put("id", book.id().value());
        Invocation invocation = Invocation.of(handler, Json.bytes(event));
        assertEquals(303, status(invocation));
        assertEquals(
                "https://library.example/" + book.key(),
                invocation.answer().at("/headers/location").asText());
    }

    @Test
    void a_page_ends_at_four_megabytes_and_the_next_goes_on_without_losing_an_item() throws IOException {
        String detail = "x".repeat(1_500_000);
        for (int i = 0; i < 5; i++) {
            DocumentId id = Samples.documentId(DAWN.plusSeconds(i), "long" + i);
            log.record(new DocumentRecord(id, "inbox/" + i, null, id.at(), Outcome.TOO_SLOW, detail, null, 1));
        }
        List<String> keys = new ArrayList<>();
        String query = "outcome=too-slow";
        while (!query.isEmpty()) {
            Invocation invocation = Invocation.of(handler, asking("list-documents", query));
            assertTrue(invocation.text().length() < 5_000_000);
            JsonNode page = body(invocation);
            page.path("items").forEach(item -> keys.add(item.path("key").asText()));
            String next = page.path("next").asText("");
            query = next.substring(next.indexOf('?') + 1);
        }
        assertEquals(List.of("inbox/4", "inbox/3", "inbox/2", "inbox/1", "inbox/0"), keys);
    }

    @Test
    void the_parts_of_a_collection_are_listed_by_place_and_counted() throws IOException {
        DocumentId id = Samples.documentId(DAWN, "mails");
        log.record(
                new DocumentRecord(id, "inbox/x.mbox", null, DAWN, Outcome.WAITING, "130 parts so far", null, 1, 130));
        for (int number = 1; number <= 120; number++) {
            PartKey part = new PartKey(id, number);
            Outcome outcome = number % 40 == 0 ? Outcome.UNREADABLE : Outcome.STORED;
            log.record(new DocumentRecord(part.documentId(), part.key(), null, DAWN, outcome, null, null, 1)
                    .named("mail " + number));
        }
        List<Integer> places = new ArrayList<>();
        String query = "limit=50&parent=" + id;
        while (!query.isEmpty()) {
            JsonNode page = body(Invocation.of(handler, asking("list-documents", query)));
            page.path("items").forEach(item -> places.add(item.path("part").asInt()));
            String next = page.path("next").asText("");
            query = next.substring(next.indexOf('?') + 1);
        }
        assertEquals(IntStream.rangeClosed(1, 120).boxed().toList(), places);
        JsonNode failed = body(Invocation.of(handler, asking("list-documents", "outcome=unreadable&parent=" + id)));
        assertEquals(3, failed.path("items").size());
        assertEquals(id.value(), failed.at("/items/0/parent").asText());
        assertEquals("mail 40", failed.at("/items/0/name").asText());
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "get-document"));
        event.withObject("/pathParameters").put("id", id.value());
        JsonNode collection = body(Invocation.of(handler, Json.bytes(event)));
        assertEquals(
                "{\"found\":130,\"done\":120,\"failed\":3}",
                collection.path("parts").toString());
    }

    @Test
    void a_head_is_answered_like_a_get_without_the_body() throws IOException {
        Invocation get = invoke("get-article");
        Invocation head = Invocation.of(
                handler,
                unmatched("HEAD", "/v1/articles/" + ArticleId.ofUrl(URL).value()));
        assertEquals(200, status(head));
        assertEquals("", head.text());
        assertEquals(
                get.answer().at("/headers/etag").asText(),
                head.answer().at("/headers/etag").asText());
    }

    @Test
    void another_method_of_a_known_path_is_told_which_ones_there_are() throws IOException {
        Invocation trace = Invocation.of(handler, unmatched("TRACE", "/v1/sources/abc"));
        assertEquals(405, status(trace));
        assertEquals(
                "DELETE, GET, HEAD, OPTIONS, PATCH",
                trace.answer().at("/headers/allow").asText());
        assertEquals(204, status(Invocation.of(handler, unmatched("OPTIONS", "/v1/articles"))));
        assertEquals(404, status(Invocation.of(handler, unmatched("GET", "/v2/articles"))));
    }

    @Test
    void the_next_page_keeps_the_base_path_of_a_custom_domain() throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "list-articles-from-a-browser"));
        String next = body(Invocation.of(handler, Json.bytes(event.put("rawPath", "/news/v1/articles"))))
                .path("next")
                .asText();
        assertTrue(next.startsWith("/news/v1/articles?"), next);
    }

    @Test
    void a_list_from_a_kilobyte_on_is_compressed_for_who_takes_it() throws IOException {
        ObjectNode event = (ObjectNode) Json.read(asking("list-articles", ""));
        event.withObject("/headers").put("accept-encoding", "br, gzip");
        Invocation compressed = Invocation.of(handler, Json.bytes(event));
        assertEquals("gzip", compressed.answer().at("/headers/content-encoding").asText());
        assertEquals(
                "accept, accept-encoding",
                compressed.answer().at("/headers/vary").asText());
        assertEquals(5, size(compressed));
        event.withObject("/headers").put("accept-encoding", "gzip;q=0");
        Invocation plain = Invocation.of(handler, Json.bytes(event));
        assertTrue(plain.answer().at("/headers/content-encoding").isMissingNode());
        assertEquals(
                "accept, accept-encoding", plain.answer().at("/headers/vary").asText());
        event.withObject("/headers")
                .put("if-none-match", compressed.answer().at("/headers/etag").asText());
        assertEquals(304, status(Invocation.of(handler, Json.bytes(event))));
    }

    @Test
    void every_day_up_to_the_last_that_can_be_written_is_a_bound() throws IOException {
        assertEquals(5, size(Invocation.of(handler, asking("list-articles", "to=9999-12-31"))));
        assertEquals(
                5,
                size(Invocation.of(handler, asking("list-articles", "from=0000-01-01&to=%2B12345-01-01T00:00:00Z"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=niger", "tag=bridge", "sort=newest", "sort=relevance", "published_from=2026-01-01"})
    void what_needs_a_search_index_is_refused_by_a_stack_without_one(String query) throws IOException {
        Invocation invocation = Invocation.of(handler, asking("list-articles", query));
        assertEquals(400, status(invocation));
        assertEquals(
                query.substring(0, query.indexOf('=')),
                body(invocation).at("/errors/0/parameter").asText());
    }

    @Test
    void a_long_value_is_said_back_in_short() throws IOException {
        Invocation invocation = Invocation.of(
                handler, asking("list-articles", "lang=" + "x".repeat(9_000) + "&" + "y".repeat(9_000) + "=1"));
        assertEquals(400, status(invocation));
        assertEquals(2, body(invocation).path("errors").size());
        assertTrue(invocation.text().length() < 2_000, invocation.text());
    }

    @Test
    void a_parameter_may_have_twenty_values_and_an_article_none() throws IOException {
        assertEquals(200, status(Invocation.of(handler, asking("list-articles", "lang=de&".repeat(20)))));
        assertEquals(400, status(Invocation.of(handler, asking("list-articles", "lang=de&".repeat(21)))));
        assertEquals(400, status(Invocation.of(handler, asking("get-article", "fields=all"))));
        assertEquals(400, status(Invocation.of(handler, asking("get-health", "x=1"))));
    }

    private static byte[] unmatched(String method, String path) {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "list-articles"));
        event.put("routeKey", "$default").put("rawPath", path).put("rawQueryString", "");
        event.withObject("/requestContext/http").put("method", method).put("path", path);
        return Json.bytes(event);
    }

    private Invocation invoke(String event) throws IOException {
        return Invocation.of(handler, EventFiles.read("query-articles", event));
    }

    private static byte[] asking(String event, String query) {
        ObjectNode asked = (ObjectNode) Json.read(EventFiles.read("query-articles", event));
        return Json.bytes(asked.put("rawQueryString", query));
    }

    private static int status(Invocation invocation) {
        return invocation.answer().path("statusCode").asInt();
    }

    private static JsonNode body(Invocation invocation) {
        return Json.read(invocation.text());
    }

    private static int size(Invocation invocation) {
        return body(invocation).path("items").size();
    }

    private String fault(String event) throws IOException {
        Invocation invocation = invoke(event);
        assertEquals(
                "application/problem+json",
                invocation.answer().at("/headers/content-type").asText());
        return body(invocation).at("/errors/0/parameter").asText();
    }
}
