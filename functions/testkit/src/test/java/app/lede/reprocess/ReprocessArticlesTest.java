package app.lede.reprocess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.document.ObjectCreated;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.extract.ArticleExtractor;
import app.lede.hash.Digest;
import app.lede.library.ArticleJson;
import app.lede.pipeline.JobQueue;
import app.lede.pipeline.Watchdog;
import app.lede.search.ArticleWalk;
import app.lede.search.NewestFirst;
import app.lede.summary.ExtractiveSummariser;
import app.lede.testkit.Crashes;
import app.lede.testkit.EveryCrash;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryDocumentList;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemoryReprocessings;
import app.lede.testkit.InMemorySiteLines;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ReprocessArticlesTest {

    private static final LanguageDetector LANGUAGES = new LanguageDetector();
    private static final FactFinder FACTS = new FactFinder();
    private static final String RUN = Digest.base32("run");
    private static final Instant NOON = Samples.NOON;
    private final InMemoryDocuments documents = new InMemoryDocuments();
    private final InMemoryDocumentList list = new InMemoryDocumentList(documents);
    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final InMemoryReprocessings runs = new InMemoryReprocessings();
    private final InMemoryQueue<ObjectCreated> announced = new InMemoryQueue<>();
    private final InMemoryQueue<ReprocessJob> jobs = new InMemoryQueue<>();
    private final Rehearsal rehearsal = new Rehearsal(
            documents,
            new InMemorySiteLines(),
            new ArticleExtractor(),
            LANGUAGES,
            FACTS,
            new ExtractiveSummariser(),
            Watchdog.UNBOUNDED);
    private final ReprocessArticles step = new ReprocessArticles(
            runs,
            ArticleWalk.of(new NewestFirst(articles), Optional.empty()),
            articles,
            texts,
            new Originals(list),
            rehearsal,
            announced,
            jobs);

    /** Stores an article as an earlier version of the pipeline had it. */
    private ObjectCreated store(int number, Consumer<ObjectNode> earlier) {
        String html =
                "<html lang=en><head><title>Ferry number " + number + "</title></head><body><article><h1>Ferry number "
                        + number + "</h1><p>The ferry number " + number
                        + " left Bamako in Mali at dawn with forty goats on board, and nobody had asked them whether"
                        + " they wished to travel.</p><p>The captain said the river was low this year, and that the"
                        + " goats had behaved better than last week's passengers.</p></article></body></html>";
        String key = "inbox/ferry-" + number + ".html";
        ObjectCreated object = documents.upload(key, html.getBytes(StandardCharsets.UTF_8), "text/html");
        Rehearsal.Result.Made made = (Rehearsal.Result.Made) rehearsal.of(object);
        ObjectNode text = ArticleJson.toJson(made.parsed()).put("parser", ArticleExtractor.VERSION - 1);
        texts.put(ArticleJson.parsedArticle(text));
        ObjectNode item = ArticleJson.toJson(made.article().storedAt(NOON.plusSeconds(number)))
                .put("parser", ArticleExtractor.VERSION - 1);
        earlier.accept(item);
        articles.offer(ArticleJson.article(item));
        return object;
    }

    private Reprocessing begin(boolean promote, int perMinute) {
        Reprocessing run = Reprocessing.begun(
                RUN, NOON, NOON.plus(Duration.ofDays(1)), promote, perMinute, ArticleExtractor.VERSION, NOON);
        runs.add(run);
        return run;
    }

    private Reprocessing end() {
        return runs.get(RUN).orElseThrow();
    }

    @Test
    void a_shadow_run_shows_what_would_change_by_field_and_writes_nothing() {
        store(1, json -> json.put("headline", "Old headline"));
        store(2, json -> json.remove("countries"));
        store(3, json -> {});
        begin(false, 100);
        assertEquals(ReprocessEnd.COMPLETE, step.run(new ReprocessJob(RUN), () -> true));
        Reprocessing run = end();
        assertEquals(3, run.examined());
        assertEquals(2, run.changed());
        assertEquals(Map.of("headline", 1L, "countries", 1L), run.fields());
        Reprocessing.Example example = run.examples().stream()
                .filter(one -> one.field().equals("headline"))
                .findFirst()
                .orElseThrow();
        assertEquals("Old headline", example.before());
        assertEquals("Ferry number 1", example.after());
        assertEquals(0, run.promoted());
        assertEquals(List.of(), announced.jobs());
    }

    @Test
    void a_crash_at_any_call_ends_as_a_run_without() {
        for (int number = 1; number <= 12; number++) {
            store(number, json -> json.put("headline", "Old headline"));
        }
        EveryCrash.isMadeGood(12, Running::new);
    }

    /** One run over the articles of this test; its own progress and announcements. */
    private final class Running implements EveryCrash.World {
        private final InMemoryReprocessings ownRuns = new InMemoryReprocessings();
        private final InMemoryQueue<ObjectCreated> promoted = new InMemoryQueue<>();

        Running() {
            ownRuns.add(Reprocessing.begun(
                    RUN, NOON, NOON.plus(Duration.ofDays(1)), true, 100, ArticleExtractor.VERSION, NOON));
        }

        @Override
        @SuppressWarnings("unchecked")
        public void handle(InstantSource clock, Crashes crashes) {
            new ReprocessArticles(
                            crashes.around(Reprocessings.class, ownRuns),
                            ArticleWalk.of(new NewestFirst(articles), Optional.empty()),
                            crashes.around(ArticleStore.class, articles),
                            crashes.around(ArticleTexts.class, texts),
                            new Originals(list),
                            rehearsal,
                            crashes.around(JobQueue.class, promoted),
                            jobs)
                    .run(new ReprocessJob(RUN), () -> true);
        }

        @Override
        public Object end() {
            Reprocessing run = ownRuns.get(RUN).orElseThrow();
            return List.of(run.complete(), run.examined(), run.changed(), run.promoted(), Set.copyOf(promoted.jobs()));
        }
    }

    @Test
    void promotion_announces_changed_documents_under_the_ids_they_had() {
        ObjectCreated first = store(1, json -> json.put("headline", "Old headline"));
        store(2, json -> {});
        begin(true, 100);
        step.run(new ReprocessJob(RUN), () -> true);
        assertEquals(1, end().promoted());
        ObjectCreated again = announced.take().getFirst();
        assertEquals(first.key(), again.key());
        assertEquals(first.documentId(), again.documentId());
        assertEquals(List.of(), announced.jobs());
    }

    @Test
    void a_run_that_breaks_off_goes_on_behind_the_last_article() {
        List<ObjectCreated> all = new ArrayList<>();
        for (int number = 1; number <= 25; number++) {
            all.add(store(number, json -> json.put("headline", "Old headline")));
        }
        begin(true, 100);
        int calls = 0;
        int[] budget = new int[1];
        do {
            budget[0] = 4;
            calls++;
        } while (step.run(new ReprocessJob(RUN), () -> budget[0]-- > 0) != ReprocessEnd.COMPLETE && calls < 50);
        assertEquals(25, end().examined());
        assertEquals(25, end().promoted());
        assertTrue(calls > 3, calls + " calls");
        assertEquals(3, end().examples().size());
        assertEquals(ReprocessEnd.COMPLETE, step.run(new ReprocessJob(RUN), () -> true));
        assertEquals(25, end().examined());
        assertEquals(25, all.size());
    }

    @Test
    void no_more_articles_a_minute_are_examined_than_allowed() {
        for (int number = 1; number <= 7; number++) {
            store(number, json -> {});
        }
        begin(false, 3);
        assertEquals(ReprocessEnd.CONTINUED, step.run(new ReprocessJob(RUN), () -> true));
        assertEquals(3, end().examined());
        assertEquals(Duration.ofMinutes(1), jobs.sent().getFirst().delay());
    }

    @Test
    void of_two_calls_at_once_one_gives_way() {
        store(1, json -> {});
        Reprocessing run = begin(false, 100);
        InMemoryReprocessings overtaken = new InMemoryReprocessings() {
            @Override
            public boolean replace(Reprocessing next) {
                return false;
            }
        };
        overtaken.add(run);
        ReprocessArticles other = new ReprocessArticles(
                overtaken,
                ArticleWalk.of(new NewestFirst(articles), Optional.empty()),
                articles,
                texts,
                new Originals(list),
                rehearsal,
                announced,
                jobs);
        assertEquals(ReprocessEnd.OVERTAKEN, other.run(new ReprocessJob(RUN), () -> true));
        assertEquals(ReprocessEnd.UNKNOWN, step.run(new ReprocessJob(Digest.base32("other")), () -> true));
    }

    @Test
    void articles_outside_of_the_span_and_of_todays_version_are_left_alone() {
        store(1, json -> json.put("headline", "Old headline").put("parser", ArticleExtractor.VERSION));
        store(90_000, json -> json.put("headline", "Old headline"));
        begin(true, 100);
        step.run(new ReprocessJob(RUN), () -> true);
        assertEquals(1, end().examined());
        assertEquals(1, end().changed());
        assertEquals(0, end().promoted());
    }

    @Test
    void a_document_that_is_gone_is_counted_and_its_article_stays() {
        ObjectCreated object = store(1, json -> {});
        documents.delete(object.key(), null);
        begin(true, 100);
        step.run(new ReprocessJob(RUN), () -> true);
        assertEquals(Map.of("outcome:missing", 1L), end().fields());
        assertEquals(1, articles.walk(LocalDate.parse("2026-01-02"), 0, null, 9).size());
    }
}
