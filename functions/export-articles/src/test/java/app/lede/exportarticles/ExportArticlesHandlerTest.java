package app.lede.exportarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.api.FilterParameters;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportArticlesHandlerTest {

    private static final ExportId ID = new ExportId("b".repeat(52));

    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final InMemoryExports exports = new InMemoryExports();
    private final InMemoryQueue<ExportJob> queue = new InMemoryQueue<>();
    private final ExportArticlesHandler handler = new ExportArticlesHandler(
            new ExportArticles(
                    exports,
                    new InMemoryExportFiles(),
                    articles,
                    texts,
                    ArticleWalk.byArrival(new NewestFirst(articles)),
                    FilterParameters::kept,
                    queue),
            InstantSource.fixed(Samples.NOON));

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
