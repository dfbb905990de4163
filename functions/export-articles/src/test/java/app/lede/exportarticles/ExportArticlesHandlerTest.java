package app.lede.exportarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.api.FilterParameters;
import app.lede.article.ArticleId;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.export.Export;
import app.lede.export.ExportArticles;
import app.lede.export.ExportFormat;
import app.lede.export.ExportId;
import app.lede.export.ExportJob;
import app.lede.search.ArticleWalk;
import app.lede.search.NewestFirst;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryExportFiles;
import app.lede.testkit.InMemoryExports;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportArticlesHandlerTest {

    private static final ExportId ID = new ExportId("b".repeat(52));

    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final InMemoryExports exports = new InMemoryExports();
    private final List<Export.State> seen = new ArrayList<>();
    private boolean down;
    private final InMemoryQueue<ExportJob> queue = new InMemoryQueue<>();
    private final ExportArticlesHandler handler = new ExportArticlesHandler(
            new ExportArticles(
                    exports,
                    new InMemoryExportFiles(),
                    articles,
                    new Texts(),
                    ArticleWalk.byArrival(new NewestFirst(articles)),
                    FilterParameters::kept,
                    queue),
            InstantSource.fixed(Samples.NOON));

    /** Notes the state of the export when texts are read, and fails while they are down. */
    private final class Texts implements ArticleTexts {

        @Override
        public Map<String, ParsedArticle> getAll(List<String> keys) {
            seen.add(exports.get(ID).orElseThrow().state());
            if (down) {
                throw new IllegalStateException("texts are down");
            }
            return texts.getAll(keys);
        }

        @Override
        public void put(ParsedArticle article) {
            texts.put(article);
        }

        @Override
        public List<String> keys(ArticleId id) {
            return texts.keys(id);
        }

        @Override
        public void delete(String key) {
            texts.delete(key);
        }

        @Override
        public Optional<ParsedArticle> get(String key) {
            return texts.get(key);
        }
    }

    @Test
    void a_message_writes_the_export_it_names() throws IOException {
        begin();
        Invocation invocation = invoke(Duration.ofMinutes(2));
        assertEquals("{\"batchItemFailures\":[]}", invocation.answer().toString());
        assertEquals(List.of("complete"), invocation.outcomes());
        assertEquals(1, invocation.lines().getFirst().path("articles").asInt());
        assertEquals(Export.State.COMPLETE, exports.get(ID).orElseThrow().state());
        assertEquals(List.of("complete"), invoke(Duration.ofMinutes(2)).outcomes(), "delivered again");
    }

    @Test
    void with_time_for_no_part_the_message_comes_again() throws IOException {
        begin();
        Invocation invocation = invoke(Duration.ofSeconds(39));
        assertEquals(1, invocation.answer().path("batchItemFailures").size());
        assertEquals(Export.State.RUNNING, exports.get(ID).orElseThrow().state());
    }

    @Test
    void an_export_that_is_gone_has_an_outcome_of_its_own() throws IOException {
        assertEquals(List.of("unknown"), invoke(Duration.ofMinutes(2)).outcomes());
    }

    @Test
    void a_failed_attempt_is_repeated_and_its_reason_shown_until_the_last_one_fails() throws IOException {
        begin();
        down = true;
        for (int attempt = 1; attempt < 5; attempt++) {
            Invocation invocation = attempt(attempt);
            assertEquals(1, invocation.answer().path("batchItemFailures").size());
            Export shown = exports.get(ID).orElseThrow();
            assertEquals(Export.State.RUNNING, shown.state());
            assertTrue(String.valueOf(shown.detail()).contains("texts are down"), shown::toString);
        }
        assertEquals(List.of("failed"), attempt(5).outcomes());
        Export given = exports.get(ID).orElseThrow();
        assertEquals(Export.State.FAILED, given.state());
        assertTrue(String.valueOf(given.detail()).contains("texts are down"), given::toString);
        down = false;
        assertEquals(List.of("complete"), attempt(1).outcomes(), "sent again from the dead-letter queue");
        assertNull(exports.get(ID).orElseThrow().detail());
    }

    @Test
    void the_last_attempt_begins_with_the_export_failed_as_a_killed_process_records_nothing() throws IOException {
        begin();
        attempt(5);
        assertEquals(List.of(Export.State.FAILED), seen);
        assertEquals(Export.State.COMPLETE, exports.get(ID).orElseThrow().state());
    }

    private Invocation attempt(int number) throws IOException {
        String event = new String(EventFiles.read("export-articles", "one-export"), StandardCharsets.UTF_8)
                .replace("\"ApproximateReceiveCount\": \"1\"", "\"ApproximateReceiveCount\": \"" + number + "\"");
        return Invocation.withTimeLeft(Duration.ofMinutes(2), handler, event.getBytes(StandardCharsets.UTF_8));
    }

    private void begin() {
        Precedence precedence = Precedence.of(Precedence.Origin.PAGE, null, Samples.NOON);
        texts.put(Samples.parsed("https://news.example.org/1", "words", precedence));
        articles.offer(Samples.article("https://news.example.org/1", "words", precedence, Samples.NOON));
        exports.add(Export.begun(ID, "lang=de", ExportFormat.CSV, Samples.NOON, Samples.NOON.plusSeconds(604_800)));
    }

    private Invocation invoke(Duration left) throws IOException {
        return Invocation.withTimeLeft(left, handler, EventFiles.read("export-articles", "one-export"));
    }
}
