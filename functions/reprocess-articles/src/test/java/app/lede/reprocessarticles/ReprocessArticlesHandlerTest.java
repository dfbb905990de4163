package app.lede.reprocessarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.aws.lambda.Strays;
import app.lede.document.ObjectCreated;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.extract.ArticleExtractor;
import app.lede.pipeline.Watchdog;
import app.lede.reprocess.Originals;
import app.lede.reprocess.Rehearsal;
import app.lede.reprocess.ReprocessArticles;
import app.lede.reprocess.ReprocessJob;
import app.lede.reprocess.Reprocessing;
import app.lede.search.ArticleWalk;
import app.lede.search.NewestFirst;
import app.lede.summary.ExtractiveSummariser;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryDocumentList;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemoryReprocessings;
import app.lede.testkit.InMemorySiteLines;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ReprocessArticlesHandlerTest {

    private static final String RUN = "b".repeat(52);

    private final InMemoryDocuments documents = new InMemoryDocuments();
    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryReprocessings runs = new InMemoryReprocessings();
    private final ReprocessArticlesHandler handler = new ReprocessArticlesHandler(
            new ReprocessArticles(
                    runs,
                    ArticleWalk.byArrival(new NewestFirst(articles)),
                    articles,
                    new InMemoryArticleTexts(),
                    new Originals(new InMemoryDocumentList(documents)),
                    new Rehearsal(
                            documents,
                            new InMemorySiteLines(),
                            new ArticleExtractor(),
                            new LanguageDetector(),
                            new FactFinder(),
                            new ExtractiveSummariser(),
                            Watchdog.UNBOUNDED),
                    new InMemoryQueue<ObjectCreated>(),
                    new InMemoryQueue<ReprocessJob>()),
            InstantSource.fixed(Samples.NOON),
            new Strays());

    private Invocation invoked() throws IOException {
        return Invocation.of(handler, EventFiles.read("reprocess-articles", "one-run"));
    }

    @Test
    void a_message_goes_on_with_its_run() throws IOException {
        runs.add(Reprocessing.begun(
                RUN,
                Samples.NOON,
                Samples.NOON.plus(Duration.ofDays(1)),
                false,
                60,
                ArticleExtractor.VERSION,
                Samples.NOON));
        assertEquals("{\"batchItemFailures\":[]}", invoked().answer().toString());
        assertTrue(runs.get(RUN).orElseThrow().complete());
    }

    @Test
    void a_message_of_an_unknown_run_is_done() throws IOException {
        assertEquals("{\"batchItemFailures\":[]}", invoked().answer().toString());
    }
}
