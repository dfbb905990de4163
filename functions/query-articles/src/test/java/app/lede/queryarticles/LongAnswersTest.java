package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.Block;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.json.Json;
import app.lede.library.PackedArticle;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.Invocation;
import app.lede.testkit.LongRunning;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mentions of long texts, and lists of the largest items: every answer fits what Lambda may return. */
class LongAnswersTest {

    private static final String URL = "https://news.example.org/2026/01/02/atlas";

    private final Library library = new Library();
    private final InMemoryArticles articles = library.articles();
    private final InMemoryArticleTexts texts = library.texts();
    private final InstantSource clock = InstantSource.fixed(Samples.NOON);
    private final QueryArticlesHandler handler = library.handler(clock);

    @Test
    void every_mention_is_listed_in_the_order_of_the_text_with_its_offsets() throws IOException {
        store("🌉 Mali grenzt an Niger, und Mali an Algerien.");
        assertEquals(List.of("ML 2-6", "NE 17-22", "ML 28-32", "DZ 36-44"), occurrences(page("")));
    }

    @Test
    @LongRunning
    void forty_thousand_mentions_come_in_pages_of_which_each_fits_an_answer() throws IOException {
        store("Mali grenzt an Niger. ".repeat(20_000));
        List<String> seen = new ArrayList<>();
        String query = "limit=10000";
        int pages = 0;
        while (!query.isEmpty()) {
            JsonNode page = page(query);
            assertTrue(page.toString().length() <= 4_000_000);
            seen.addAll(occurrences(page));
            String next = page.path("next").asText("");
            assertTrue(next.isEmpty() || next.startsWith("/v1/articles/" + id() + "/mentions?"), next);
            query = next.substring(next.indexOf('?') + 1);
            pages++;
        }
        assertEquals(4, pages);
        assertEquals(40_000, seen.stream().distinct().count());
        assertEquals("NE 439993-439998", seen.get(39_999));
    }

    @Test
    void pages_after_the_first_scan_no_text_again_and_a_deleted_article_has_none() throws IOException {
        store("Mali grenzt an Niger. ".repeat(3));
        String next = page("limit=2").path("next").asText();
        texts.keys(new ArticleId(id())).forEach(texts::delete);
        JsonNode second = page(next.substring(next.indexOf('?') + 1));
        assertEquals(List.of("ML 22-26", "NE 37-42"), occurrences(second));
        articles.delete(new ArticleId(id()), Samples.NOON);
        assertEquals(404, status(ask("limit=2")));
    }

    @Test
    void a_cursor_ends_with_the_revision_it_was_made_for() throws IOException {
        store("Mali grenzt an Niger.");
        String next = page("limit=1").path("next").asText();
        store("Niger grenzt an Mali und an Algerien.", "later");
        assertEquals(400, status(ask(next.substring(next.indexOf('?') + 1))));
    }

    @Test
    void an_article_that_is_not_there_has_no_mentions() throws IOException {
        assertEquals(404, status(ask("")));
        assertEquals(400, status(ask("limit=10001")));
    }

    @Test
    void a_list_of_a_hundred_of_the_largest_items_comes_in_pages_that_fit_an_answer() throws IOException {
        for (int i = 0; i < 100; i++) {
            articles.offer(PackedArticle.fitting(
                    Samples.immense(URL + i, i % 2 == 0 ? "\u0001" : "क", 500, Samples.NOON.plusSeconds(i))));
        }
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "list-articles"));
        String query = "limit=100";
        int items = 0;
        while (!query.isEmpty()) {
            Invocation list = Invocation.of(handler, Json.bytes(event.put("rawQueryString", query)));
            assertTrue(list.text().getBytes(StandardCharsets.UTF_8).length <= 4_000_000);
            JsonNode page = Json.read(list.text());
            items += page.path("items").size();
            String next = page.path("next").asText("");
            query = next.substring(next.indexOf('?') + 1);
        }
        assertEquals(100, items);
    }

    private void store(String text) {
        store(text, "words");
    }

    private void store(String text, String words) {
        ParsedArticle sample = Samples.parsed(
                URL, words, Precedence.of(Precedence.Origin.PAGE, null, Samples.NOON.plusSeconds(words.length())));
        texts.put(new ParsedArticle(
                sample.id(),
                sample.revision(),
                sample.provenance(),
                sample.documentKey(),
                sample.url(),
                sample.metadata(),
                "de",
                List.of(new Block(Block.Kind.PARAGRAPH, text)),
                List.of()));
        Article article = Samples.article(sample, Samples.NOON);
        articles.offer(article);
    }

    private static String id() {
        return Samples.parsed(URL, "words", Precedence.of(Precedence.Origin.PAGE, null, Samples.NOON))
                .id()
                .value();
    }

    private JsonNode page(String query) throws IOException {
        Invocation invocation = ask(query);
        assertEquals(200, status(invocation), invocation::text);
        return Json.read(invocation.text());
    }

    private Invocation ask(String query) throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "list-mentions"));
        event.put("rawQueryString", query).put("rawPath", "/v1/articles/" + id() + "/mentions");
        event.withObject("/pathParameters").put("id", id());
        return Invocation.of(handler, Json.bytes(event));
    }

    private static List<String> occurrences(JsonNode page) {
        List<String> found = new ArrayList<>();
        page.path("items")
                .forEach(item -> found.add(
                        item.path("identifier").asText() + " " + item.path("start") + "-" + item.path("end")));
        return found;
    }

    private static int status(Invocation invocation) {
        return invocation.answer().path("statusCode").asInt();
    }
}
