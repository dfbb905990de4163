package app.lede.indexarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.article.Precedence;
import app.lede.pipeline.GroupStories;
import app.lede.pipeline.IndexArticles;
import app.lede.search.Criteria;
import app.lede.search.Filter;
import app.lede.search.Hit;
import app.lede.search.Search;
import app.lede.search.SearchIndex;
import app.lede.search.Sort;
import app.lede.testkit.Crashes;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemorySearchIndex;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndexArticlesHandlerTest {

    private static final String BRIDGE = "https://news.example.org/bridge";
    private static final String HARBOUR = "https://news.example.org/harbour";

    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final InMemorySearchIndex index = new InMemorySearchIndex();
    private final IndexArticlesHandler handler = handler(index);

    private IndexArticlesHandler handler(SearchIndex over) {
        return new IndexArticlesHandler(new IndexArticles(texts, over::apply), InstantSource.fixed(Samples.NOON));
    }

    @BeforeEach
    void library() {
        text(BRIDGE, "Bridge open again", 0);
        text(BRIDGE, "Bridge closed again", 600);
        text(HARBOUR, "Harbour dredged", 5);
    }

    private void text(String url, String headline, int seconds) {
        texts.put(Samples.parsed(
                url, headline, Precedence.of(Precedence.Origin.PAGE, null, Samples.NOON.plusSeconds(seconds))));
    }

    private Invocation invoke(String event) throws IOException {
        return Invocation.of(handler, EventFiles.read("index-articles", event));
    }

    private Set<ArticleId> found(String q) {
        return index.search(new Search(Criteria.of(Filter.ALL.asking(q)), Sort.NEWEST, 10, null)).hits().stream()
                .map(Hit::id)
                .collect(Collectors.toSet());
    }

    @Test
    void every_event_of_the_folder_is_tested_here() {
        assertEquals(
                List.of(
                        "batch-with-a-foreign-item",
                        "deleted-article",
                        "new-article",
                        "new-revision",
                        "out-of-order",
                        "removed-item",
                        "repeated-revision"),
                EventFiles.cases("index-articles"));
    }

    @Test
    void a_new_article_is_found_and_its_line_names_it() throws IOException {
        Invocation invocation = invoke("new-article");
        assertEquals("{\"batchItemFailures\":[]}", invocation.answer().toString());
        assertEquals(List.of("indexed"), invocation.outcomes());
        assertEquals(
                ArticleId.ofUrl(BRIDGE).value(),
                invocation.lines().getFirst().path("article").asText());
        assertEquals(Set.of(ArticleId.ofUrl(BRIDGE)), found("open"));
    }

    @Test
    void the_latest_revision_is_found_in_whatever_order_two_are_told() throws IOException {
        assertEquals(List.of("indexed", "indexed"), invoke("out-of-order").outcomes());
        assertEquals(Set.of(ArticleId.ofUrl(BRIDGE)), found("closed"));
        assertEquals(Set.of(), found("open"));
        invoke("new-article");
        assertEquals(Set.of(), found("open"));
        invoke("new-revision");
        assertEquals(Set.of(ArticleId.ofUrl(BRIDGE)), found("closed"));
    }

    @Test
    void changes_whose_stories_had_no_turn_come_again_with_all_behind_them() throws IOException {
        IndexArticlesHandler late = new IndexArticlesHandler(
                new IndexArticles(
                        texts,
                        index::apply,
                        changes -> new GroupStories.Unsettled(
                                Set.of(), Set.of(changes.getFirst().id()))),
                InstantSource.fixed(Samples.NOON));
        Invocation invocation = Invocation.of(late, EventFiles.read("index-articles", "out-of-order"));
        assertEquals(List.of("story-waiting"), invocation.outcomes());
        assertEquals(
                invocation.lines().getFirst().path("sequenceNumber").asText(),
                invocation.answer().at("/batchItemFailures/0/itemIdentifier").asText());
        assertEquals(Set.of(ArticleId.ofUrl(BRIDGE)), found("closed"));
    }

    @Test
    void a_deleted_article_is_not_found_even_if_it_is_told_of_again() throws IOException {
        invoke("new-revision");
        assertEquals(List.of("removed"), invoke("deleted-article").outcomes());
        assertEquals(Set.of(), found("bridge"));
        invoke("out-of-order");
        assertEquals(Set.of(), found("bridge"));
    }

    @Test
    void an_item_that_was_removed_without_a_tombstone_is_not_found() throws IOException {
        invoke("new-article");
        assertEquals(List.of("removed"), invoke("removed-item").outcomes());
        assertEquals(Set.of(), found("bridge"));
    }

    /** As DynamoDB tells of a row that its expiry removed, hours or days late. */
    @Test
    void an_expiry_that_is_told_after_the_article_came_again_leaves_it() throws IOException {
        invoke("new-revision");
        String removed = new String(EventFiles.read("index-articles", "removed-item"), StandardCharsets.UTF_8)
                .replace(
                        "\"awsRegion\"",
                        "\"userIdentity\" : {\"type\": \"Service\", \"principalId\": \"dynamodb.amazonaws.com\"},"
                                + " \"awsRegion\"")
                .replace("1767356500", "1767355500");
        for (String name : List.of("REMOVE", "UNKNOWN_TO_SDK_VERSION")) {
            byte[] event = removed.replace("REMOVE", name).getBytes(StandardCharsets.UTF_8);
            assertEquals(List.of("removed"), Invocation.of(handler, event).outcomes());
            assertEquals(Set.of(ArticleId.ofUrl(BRIDGE)), found("closed"));
        }
    }

    @Test
    void a_document_that_repeats_a_revision_changes_nothing() throws IOException {
        assertEquals(List.of("irrelevant"), invoke("repeated-revision").outcomes());
        assertEquals(Set.of(), found("bridge"));
    }

    @Test
    void an_item_that_is_no_article_keeps_none_of_its_batch_out() throws IOException {
        assertEquals(
                List.of("indexed", "indexed", "unreadable"),
                invoke("batch-with-a-foreign-item").outcomes());
        assertEquals(Set.of(ArticleId.ofUrl(BRIDGE), ArticleId.ofUrl(HARBOUR)), found("bridge OR harbour"));
    }

    @Test
    void an_article_whose_text_is_gone_has_an_outcome_of_its_own() throws IOException {
        texts.keys().forEach(texts::delete);
        assertEquals(List.of("without-text"), invoke("new-article").outcomes());
    }

    @Test
    void a_batch_that_could_not_be_committed_fails_as_a_whole() {
        SearchIndex broken = Crashes.atStep(1).around(SearchIndex.class, index);
        assertThrows(
                RuntimeException.class,
                () -> Invocation.of(handler(broken), EventFiles.read("index-articles", "new-article")));
    }

    @Test
    void a_call_that_fails_is_a_line_with_its_cause() throws IOException {
        SearchIndex broken = Crashes.atStep(1).around(SearchIndex.class, index);
        List<JsonNode> lines = Invocation.failing(handler(broken), EventFiles.read("index-articles", "new-article"));
        assertEquals(1, lines.getFirst().path("changes").asInt());
        assertEquals(1, lines.size());
        assertEquals("failed", lines.getFirst().path("outcome").asText());
        assertTrue(lines.getFirst().path("error").asText().contains("Crash"), lines::toString);
    }

    @Test
    void what_is_no_event_of_a_stream_fails_the_invocation() {
        for (String event : List.of("{}", "[]", "{\"Records\":{}}")) {
            byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
            assertThrows(IllegalArgumentException.class, () -> Invocation.of(handler, bytes));
        }
    }
}
