package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.Block;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.article.Revision;
import app.lede.hash.Digest;
import app.lede.json.Json;
import app.lede.search.Change;
import app.lede.search.SearchDocument;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemorySearchIndex;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists, changes and counts of a library with a search index. */
class SearchingTest {

    private static final String URL = "https://news.example.org/";

    private final InMemorySearchIndex index = new InMemorySearchIndex();
    private final Library library = new Library(Optional.of(index));
    private final QueryArticlesHandler handler = library.handler(InstantSource.fixed(Samples.NOON.plusSeconds(3_600)));

    private static ArticleId id(int number) {
        return ArticleId.ofUrl(URL + number);
    }

    private void store(int number, String text, Instant at) {
        ParsedArticle parsed =
                Samples.parsed(URL + number, "Headline " + number, Precedence.of(Precedence.Origin.PAGE, null, at));
        ParsedArticle worded = new ParsedArticle(
                parsed.id(),
                new Revision(Digest.base32(text)),
                parsed.provenance(),
                parsed.documentKey(),
                parsed.url(),
                parsed.metadata(),
                "de",
                List.of(new Block(Block.Kind.PARAGRAPH, text)),
                List.of());
        Article article = Samples.article(worded, at);
        library.texts().put(worded);
        library.articles().offer(article);
        index.apply(List.of(new Change.Put(SearchDocument.of(article, worded.text()))));
    }

    @BeforeEach
    void fill() {
        store(0, "🌉 The ferry sails again, and the ferry is full.", Samples.NOON);
        store(1, "The bridge is open.", Samples.NOON.plusSeconds(60));
        store(2, "The ferry passes below the bridge.", Samples.NOON.plusSeconds(120));
    }

    private JsonNode asked(int status, String event, String query) throws IOException {
        ObjectNode asking = (ObjectNode) Json.read(EventFiles.read("query-articles", event));
        Invocation invocation = Invocation.of(handler, Json.bytes(asking.put("rawQueryString", query)));
        assertEquals(status, invocation.answer().path("statusCode").asInt(), invocation.text());
        return Json.read(invocation.text());
    }

    private List<String> found(String query) throws IOException {
        List<String> headlines = new ArrayList<>();
        asked(200, "list-articles", query)
                .path("items")
                .forEach(item -> headlines.add(item.path("headline").asText().substring(9)));
        return headlines;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=ferry                   | 0 2",
                "q=ferry+bridge            | 2",
                "q=bridge+-ferry           | 1",
                "q=ferry&sort=arrival      | 2 0",
                "sort=arrival              | 2 1 0",
                "sort=changed              | 0 1 2",
                "sort=changed&changed_from=2026-01-02T12:01:00Z | 1 2"
            })
    void a_list_is_filtered_and_ordered(String query, String expected) throws IOException {
        assertEquals(expected, String.join(" ", found(query)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tag=brucke                | 0 1 2",
                "tag=other                 | ''",
                "author=ada+beispiel,x     | 0 1 2",
                "publisher=x               | ''",
                "q=bridge&lang=de,fr       | 1 2"
            })
    void facts_narrow_what_is_found(String query, String expected) throws IOException {
        assertEquals(expected, String.join(" ", found(query).stream().sorted().toList()));
    }

    @Test
    void a_hit_carries_its_passage_with_marks_as_offsets_into_the_text() throws IOException {
        JsonNode hit = asked(200, "list-articles", "q=ferry").at("/items/0");
        assertEquals(6, hit.at("/passage/marks/0/start").asInt());
        assertEquals(11, hit.at("/passage/marks/0/end").asInt());
        assertTrue(hit.at("/passage/text").asText().startsWith("ferry"));
        assertFalse(asked(200, "list-articles", "").at("/items/0").has("passage"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=(ferry              | q",
                "q=                    | q",
                "q=*                   | q",
                "sort=relevance        | sort",
                "sort=changed&q=ferry  | sort",
                "sort=changed&format=rss | format",
                "similar_to=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | similar_to"
            })
    void what_cannot_be_answered_is_a_fault(String query, String parameter) throws IOException {
        assertEquals(
                parameter,
                asked(400, "list-articles", query).at("/errors/0/parameter").asText());
    }

    @Test
    void bad_syntax_points_at_its_place() throws IOException {
        assertTrue(asked(400, "list-articles", "q=ferry+%22bridge")
                .at("/errors/0/detail")
                .asText()
                .startsWith("at character 6"));
    }

    @Test
    void pages_of_a_search_give_every_hit_once() throws IOException {
        List<String> seen = new ArrayList<>();
        String query = "q=ferry+OR+bridge&limit=1";
        while (!query.isEmpty()) {
            JsonNode page = asked(200, "list-articles", query);
            page.path("items").forEach(item -> seen.add(item.path("id").asText()));
            String next = page.path("next").asText("");
            query = next.substring(next.indexOf('?') + 1);
        }
        assertEquals(3, seen.size());
        assertEquals(3, seen.stream().distinct().count());
    }

    @Test
    void a_page_that_the_client_has_is_not_read() throws IOException {
        for (String query : List.of("", "q=ferry", "sort=changed", "format=atom")) {
            ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "list-articles"));
            event.put("rawQueryString", query);
            Invocation first = Invocation.of(handler, Json.bytes(event));
            event.withObject("/headers")
                    .put("if-none-match", first.answer().at("/headers/etag").asText());
            Invocation again = Invocation.of(handler, Json.bytes(event));
            assertEquals(304, again.answer().path("statusCode").asInt(), query);
            assertEquals(first.answer().at("/headers/vary"), again.answer().at("/headers/vary"), query);
            event.put("rawQueryString", query.isEmpty() ? "limit=2" : query + "&limit=2");
            assertEquals(
                    200,
                    Invocation.of(handler, Json.bytes(event))
                            .answer()
                            .path("statusCode")
                            .asInt());
        }
    }

    @Test
    void a_page_with_a_newer_revision_than_the_index_has_another_validator() throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "list-articles"));
        event.put("rawQueryString", "q=bridge");
        String etag = Invocation.of(handler, Json.bytes(event))
                .answer()
                .at("/headers/etag")
                .asText();
        Article revised = Samples.article(URL + 1, "Other words", Samples.NOON.plusSeconds(900));
        library.articles().offer(revised);
        Library fresh = new Library(
                library.articles(),
                library.texts(),
                library.sources(),
                library.backfills(),
                library.log(),
                library.searches(),
                library.alerts(),
                library.exports(),
                library.reprocessings(),
                library.search(),
                library.stories(),
                library.model());
        Invocation other =
                Invocation.of(fresh.handler(InstantSource.fixed(Samples.NOON.plusSeconds(3_600))), Json.bytes(event));
        assertTrue(other.text().contains("Other words"));
        assertFalse(etag.equals(other.answer().at("/headers/etag").asText()));
    }

    @Test
    void similar_articles_are_those_that_resemble_another() throws IOException {
        JsonNode page = asked(200, "list-articles", "similar_to=" + id(0));
        page.path("items").forEach(item -> assertFalse(item.path("id").asText().equals(id(0).value())));
    }

    @Test
    void a_deleted_article_is_in_no_list_but_that_of_changes() throws IOException {
        library.articles().delete(id(2), Samples.NOON.plusSeconds(200));
        assertEquals(List.of("0"), found("q=ferry"));
        index.apply(List.of(new Change.Remove(id(2), Samples.NOON.plusSeconds(200))));
        assertEquals(List.of("0"), found("q=ferry"));
        JsonNode changes = asked(200, "list-articles", "sort=changed&lang=fr");
        assertEquals(1, changes.path("items").size());
        assertEquals(
                "2026-01-02T12:03:20.000Z", changes.at("/items/0/deletedAt").asText());
    }

    @Test
    void changes_go_on_where_they_ended() throws IOException {
        String next = asked(200, "list-articles", "sort=changed").path("next").asText();
        String query = next.substring(next.indexOf('?') + 1);
        JsonNode nothing = asked(200, "list-articles", query);
        assertEquals(0, nothing.path("items").size());
        store(1, "The bridge is shut.", Samples.NOON.plusSeconds(600));
        store(3, "Too young.", Samples.NOON.plusSeconds(3_595));
        next = nothing.path("next").asText();
        assertEquals(List.of("1"), found(next.substring(next.indexOf('?') + 1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "by=lang                        | de=3",
                "by=country&q=bridge            | ML=2 NE=2",
                "by=day                         | 2026-01-02=3",
                "by=month&zone=Africa/Niamey    | 2026-01=3",
                "by=hour&zone=+01:00            | 2026-01-02T03:00:00+01:00=3",
                "by=author&author=ada-beispiel  | Ada Beispiel=3 Bo Exempel=3"
            })
    void articles_are_counted_by_facts_and_intervals(String query, String expected) throws IOException {
        JsonNode answer = asked(200, "count-articles", query);
        List<String> counts = new ArrayList<>();
        answer.path("counts")
                .forEach(count -> counts.add(
                        count.path("value").asText() + "=" + count.path("count").asLong()));
        assertEquals(expected, String.join(" ", counts));
        assertTrue(answer.path("complete").asBoolean());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                  | by",
                "by=colour           | by",
                "by=lang&zone=Z      | zone",
                "by=day&zone=Mars    | zone",
                "by=day&limit=3      | limit"
            })
    void a_count_that_cannot_be_made_is_a_fault(String query, String parameter) throws IOException {
        assertEquals(
                parameter,
                asked(400, "count-articles", query).at("/errors/0/parameter").asText());
    }

    @Test
    void a_count_by_story_is_refused_with_the_way_to_it() throws IOException {
        String detail =
                asked(400, "count-articles", "by=story").at("/errors/0/detail").asText();
        assertTrue(detail.contains("GET /v1/stories gives the number of articles of each"), detail);
    }
}
