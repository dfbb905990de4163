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
import app.lede.pipeline.GroupStories;
import app.lede.search.Change;
import app.lede.search.SearchDocument;
import app.lede.story.Report;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemorySearchIndex;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stories and copies of a library with a search index. */
class StoriesTest {

    private static final String WIRE =
            "The lighthouse of Port Ellery went dark on Monday after a ship cut the power cable in the bay, the coast"
                    + " guard said. Keeper Odile Marchetti lit the old lamp by hand and stayed at it all night.";

    private static final String OWN =
            "Nobody in Port Ellery slept much. The lamp of the lighthouse was lit by Odile Marchetti, who"
                    + " had climbed the stairs with a can of oil, and the coast guard watched the bay.";

    private static final String OTHER =
            "In Tobermore the council sold its slate quarry to a company from Lisbon for less than a"
                    + " quarter of what was asked.";

    private final InMemorySearchIndex index = new InMemorySearchIndex();
    private final Library library = new Library(Optional.of(index));
    private Instant now = Samples.NOON.plusSeconds(90_000);
    private final QueryArticlesHandler handler = library.handler(() -> now);

    private static String url(int number) {
        return "https://paper" + number + ".example/";
    }

    private static String id(int number) {
        return ArticleId.ofUrl(url(number)).value();
    }

    private void store(int number, String text, Instant at) {
        ParsedArticle parsed =
                Samples.parsed(url(number), "Headline " + number, Precedence.of(Precedence.Origin.PAGE, null, at));
        ParsedArticle worded = new ParsedArticle(
                parsed.id(),
                new Revision(Digest.base32(text)),
                parsed.provenance(),
                parsed.documentKey(),
                parsed.url(),
                parsed.metadata().toBuilder()
                        .datePublished(null)
                        .publisher(number == 2 ? "The Harbour Courier" : null)
                        .build(),
                "en",
                List.of(new Block(Block.Kind.PARAGRAPH, text)),
                List.of());
        Article article = Samples.article(worded, at);
        library.texts().put(worded);
        library.articles().offer(article);
        List<Change> changes =
                List.of(new Change.Put(SearchDocument.of(article, text).with(Report.of(article, null, text))));
        index.apply(changes);
        new GroupStories(index, library.stories()).regroup(changes);
    }

    @BeforeEach
    void fill() {
        store(1, WIRE, Samples.NOON);
        store(2, "(Our desk) " + WIRE + " Boats were told to keep clear.", Samples.NOON.plusSeconds(60));
        store(3, OWN, Samples.NOON.plusSeconds(86_400));
        store(4, OTHER, Samples.NOON.plusSeconds(180));
    }

    private JsonNode asked(int status, String event, String id, String query) throws IOException {
        ObjectNode asking = (ObjectNode) Json.read(EventFiles.read("query-articles", event));
        asking.put("rawQueryString", query);
        if (!id.isEmpty()) {
            asking.withObject("/pathParameters").put("id", id);
        }
        Invocation invocation = Invocation.of(handler, Json.bytes(asking));
        assertEquals(status, invocation.answer().path("statusCode").asInt(), invocation.text());
        return Json.read(invocation.text());
    }

    private static List<String> texts(JsonNode array, String name) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.path(name).asText()));
        return texts;
    }

    @Test
    void a_story_tells_its_reports_in_order_of_time_with_voices_copies_and_reasons() throws IOException {
        for (int number = 1; number <= 3; number++) {
            JsonNode story = asked(200, "get-story", id(number), "");
            assertEquals(id(1), story.path("id").asText());
            assertEquals("Headline 1", story.path("headline").asText());
            assertEquals(2, story.path("voices").asInt());
            assertEquals(3, story.path("reports").asInt());
            assertEquals(List.of(id(1), id(2), id(3)), texts(story.path("timeline"), "articleId"));
            assertEquals(List.of("1", "1", "2"), texts(story.path("timeline"), "voice"));
            assertEquals(id(1), story.at("/timeline/1/copyOf").asText());
            assertTrue(story.at("/timeline/2/reasons").toString().contains("Ellery"));
            assertEquals("2026-01-02T12:00:00.000Z", story.path("firstSeen").asText());
        }
    }

    @Test
    void key_points_are_tied_to_article_and_sentence() throws IOException {
        JsonNode story = asked(200, "get-story", id(1), "");
        assertFalse(story.path("keyPoints").isEmpty());
        for (JsonNode point : story.path("keyPoints")) {
            assertTrue(texts(story.path("timeline"), "articleId")
                    .contains(point.path("articleId").asText()));
            String text = point.path("text").asText();
            assertEquals(
                    text.codePointCount(0, text.length()),
                    point.path("end").asInt() - point.path("start").asInt());
        }
    }

    @Test
    void an_article_outside_of_stories_has_none() throws IOException {
        asked(404, "get-story", id(4), "");
        asked(404, "get-story", "nothing", "");
    }

    @Test
    void stories_are_listed_by_their_latest_report() throws IOException {
        assertEquals(List.of(id(1)), texts(asked(200, "list-stories", "", "").path("items"), "id"));
        assertEquals(
                1,
                asked(200, "list-stories", "", "lang=de&from=2026-01-03&limit=1")
                        .path("items")
                        .size());
        assertEquals(0, asked(200, "list-stories", "", "lang=fr").path("items").size());
        assertEquals(
                0, asked(200, "list-stories", "", "to=2026-01-02").path("items").size());
        assertEquals(
                0,
                asked(200, "list-stories", "", "from=2026-01-04").path("items").size());
        asked(400, "list-stories", "", "country=ML");
        asked(400, "list-stories", "", "from=2026-02-02&to=2026-01-01");
        asked(400, "list-stories", "", "lang=EN");
    }

    @Test
    void an_end_in_the_future_is_the_present() throws IOException {
        JsonNode now = asked(200, "list-stories", "", "").path("items");
        assertEquals(1, now.size());
        assertEquals(now, asked(200, "list-stories", "", "to=2099-12-31").path("items"));
    }

    @Test
    void pages_of_stories_follow_each_other_to_the_end() throws IOException {
        JsonNode page = asked(200, "list-stories", "", "limit=1");
        List<String> seen = texts(page.path("items"), "id");
        for (int pages = 0; page.has("next"); pages++) {
            assertTrue(pages < 5, "the list does not end");
            String next = page.path("next").asText();
            page = asked(200, "list-stories", "", next.substring(next.indexOf('?') + 1));
            seen.addAll(texts(page.path("items"), "id"));
        }
        assertEquals(List.of(id(1)), seen);
    }

    @Test
    void articles_name_their_story_and_their_original() throws IOException {
        JsonNode copy = asked(200, "get-article", id(2), "");
        assertEquals(id(1), copy.path("story").asText());
        assertEquals(id(1), copy.path("duplicateOf").asText());
        assertFalse(asked(200, "get-article", id(4), "").has("story"));
        JsonNode list = asked(200, "list-articles", "", "sort=oldest");
        assertEquals(List.of(id(1), id(1), "", id(1)), texts(list.path("items"), "story"));
    }

    @Test
    void lists_and_counts_are_filtered_by_story() throws IOException {
        assertEquals(
                List.of(id(3), id(2), id(1)),
                texts(asked(200, "list-articles", "", "story=" + id(2)).path("items"), "id"));
        assertEquals(
                List.of(id(3)),
                texts(asked(200, "list-articles", "", "q=oil&story=" + id(1)).path("items"), "id"));
        assertEquals(
                3,
                asked(200, "count-articles", "", "by=lang&story=" + id(1))
                        .path("articles")
                        .asInt());
        asked(400, "list-articles", "", "story=" + id(4));
        asked(400, "list-articles", "", "story=x");
        asked(400, "list-articles", "", "sort=changed&story=" + id(1));
    }

    @Test
    void a_chain_of_copies_shows_who_had_the_text_first_and_the_passages() throws IOException {
        JsonNode chain = asked(200, "list-copies", id(2), "");
        assertEquals(id(1), chain.path("origin").asText());
        assertEquals(1, chain.path("copies").asInt());
        assertEquals("paper1.example", chain.at("/chain/0/publisher").asText());
        assertEquals("The Harbour Courier", chain.at("/chain/1/publisher").asText());
        JsonNode passage = chain.at("/chain/1/passages/0");
        assertEquals(0, passage.path("sourceStart").asInt());
        assertEquals("(Our desk) ".length(), passage.path("start").asInt());
        assertEquals(WIRE.length() - 1, passage.path("sourceEnd").asInt());
        assertEquals(0, asked(200, "list-copies", id(3), "").path("copies").asInt());
        asked(404, "list-copies", "nothing", "");
    }

    /** Deletes an article in the table; the search index and the stories follow later. */
    private void delete(int number) {
        library.articles().delete(new ArticleId(id(number)), now);
        now = now.plusSeconds(2);
    }

    @Test
    void a_deleted_article_is_gone_from_lists_that_were_read_before() throws IOException {
        String etag = list("").at("/headers/etag").asText();
        assertEquals(304, list(etag).path("statusCode").asInt());
        delete(3);
        JsonNode after = list(etag);
        assertEquals(200, after.path("statusCode").asInt());
        assertEquals(
                List.of(id(4), id(2), id(1)),
                texts(Json.read(after.path("body").asText()).path("items"), "id"));
        delete(1);
        assertEquals(
                List.of(id(4), id(2)),
                texts(asked(200, "list-articles", "", "sort=newest").path("items"), "id"));
    }

    private JsonNode list(String etag) throws IOException {
        ObjectNode asking = (ObjectNode) Json.read(EventFiles.read("query-articles", "list-articles"));
        asking.put("rawQueryString", "sort=newest");
        asking.withObject("/headers").put("if-none-match", etag);
        return Invocation.of(handler, Json.bytes(asking)).answer();
    }

    @Test
    void a_deleted_article_is_gone_from_its_story_and_from_chains_of_copies() throws IOException {
        asked(200, "list-stories", "", "");
        delete(2);
        JsonNode story = asked(200, "get-story", id(1), "");
        assertEquals(List.of(id(1), id(3)), texts(story.path("timeline"), "articleId"));
        assertEquals(2, story.path("reports").asInt());
        assertEquals(2, story.path("voices").asInt());
        assertEquals(List.of("2"), texts(asked(200, "list-stories", "", "").path("items"), "reports"));
        assertEquals(0, asked(200, "list-copies", id(1), "").path("copies").asInt());
    }

    @Test
    void a_story_without_a_second_voice_is_gone_with_the_article() throws IOException {
        delete(3);
        asked(404, "get-story", id(1), "");
        assertEquals(0, asked(200, "list-stories", "", "").path("items").size());
    }

    @Test
    void a_story_answers_to_the_name_of_its_first_article_when_that_is_deleted() throws IOException {
        delete(1);
        for (boolean indexed : new boolean[] {false, true}) {
            JsonNode story = asked(200, "get-story", id(1), "");
            assertEquals(List.of(id(2), id(3)), texts(story.path("timeline"), "articleId"));
            assertFalse(story.at("/timeline/0").has("copyOf"));
            assertEquals(indexed ? id(2) : id(1), story.path("id").asText());
            List<Change> removal = List.of(new Change.Remove(new ArticleId(id(1)), now));
            index.apply(removal);
            new GroupStories(index, library.stories()).regroup(removal);
        }
    }
}
