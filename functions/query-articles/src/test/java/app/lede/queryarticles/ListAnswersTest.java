package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.document.DocumentId;
import app.lede.document.DocumentRecord;
import app.lede.document.Outcome;
import app.lede.document.PartKey;
import app.lede.json.Json;
import app.lede.testkit.EventFiles;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of articles, documents and parts: order, filters, cursors and sizes. */
class ListAnswersTest extends QueriedLibrary {

    @ParameterizedTest
    @ValueSource(strings = {"limit=%2B5", "limit=-5", "limit=%D9%A5", "limit=%205", "limit=9999999999", "limit="})
    void a_limit_is_written_in_plain_digits(String query) throws IOException {
        assertEquals(400, status(Invocation.of(handler, asking("list-articles", query))));
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
    void documents_are_listed_by_outcome() throws IOException {
        assertEquals(1, size(invoke("list-documents")));
        assertEquals(0, size(Invocation.of(handler, asking("list-documents", "outcome=stored"))));
        assertEquals("locked", body(invoke("get-document")).path("detail").asText());
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
}
