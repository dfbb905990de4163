package app.lede.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.lede.article.Article;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.Canary;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.document.DocumentList;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentStore;
import app.lede.document.ObjectCreated;
import app.lede.document.Outcome;
import app.lede.feed.FeedReader;
import app.lede.fetch.UrlLedger;
import app.lede.search.Criteria;
import app.lede.search.Filter;
import app.lede.search.Search;
import app.lede.search.SearchIndex;
import app.lede.search.Sort;
import app.lede.source.PlannedMinutes;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceList;
import app.lede.source.SourceStore;
import app.lede.testkit.Crashes;
import app.lede.testkit.EveryCrash;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryDocumentList;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryParkedJobs;
import app.lede.testkit.InMemoryPlannedMinutes;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemoryReconciliationWalks;
import app.lede.testkit.InMemorySearchIndex;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The steps that a clock, a hub or a stream starts crash before and after every call; repeated jobs count once. */
class ScheduledCrashTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String FEED = "https://news.example.org/feed.xml";
    private static final SourceId NEWS = SourceId.ofUrl(FEED);

    @Test
    void schedule_polls_may_die_anywhere_and_a_tick_may_come_twice() {
        EveryCrash.isMadeGood(10, Scheduling::new);
    }

    @Test
    void reconcile_documents_may_die_anywhere() {
        EveryCrash.isMadeGood(8, Reconciling::new);
    }

    @Test
    void the_canary_may_die_anywhere() {
        EveryCrash.isMadeGood(6, () -> new Probing(Outcome.STORED));
        EveryCrash.isMadeGood(6, () -> new Probing(Outcome.EMPTY));
        assertEquals(new ProbePipeline.Result.Passed(), result(Outcome.STORED));
        assertInstanceOf(ProbePipeline.Result.Lost.class, result(Outcome.EMPTY));
    }

    private static ProbePipeline.@Nullable Result result(Outcome last) {
        Probing probing = new Probing(last);
        probing.handle(() -> Samples.NOON, Crashes.never());
        return probing.result;
    }

    @Test
    void index_articles_may_die_anywhere() {
        EveryCrash.isMadeGood(4, Indexing::new);
    }

    @Test
    void receive_push_may_die_anywhere() {
        EveryCrash.isMadeGood(10, Pushing::new);
        EveryCrash.isMadeGoodUnderSkew(10, Pushing::new);
    }

    private static <J> JobQueue<J> dying(InMemoryQueue<J> queue, Crashes crashes) {
        @SuppressWarnings("unchecked") // A proxy of the interface, for jobs of the queue it stands before.
        JobQueue<J> dying = crashes.around(JobQueue.class, queue);
        return dying;
    }

    private static final class Scheduling implements EveryCrash.World {
        private final InMemorySources sources = new InMemorySources();
        private final InMemoryPlannedMinutes minutes = new InMemoryPlannedMinutes();
        private final InMemoryParkedJobs parked = new InMemoryParkedJobs();
        private final InMemoryQueue<PollJob> polls = new InMemoryQueue<>();
        private final InMemoryQueue<FetchJob> fetches = new InMemoryQueue<>();

        Scheduling() {
            sources.add(Source.added(NEWS, FEED, null, Samples.NOON));
            minutes.planned(Samples.NOON.minus(HOUR));
            Instant due = Samples.NOON.minusSeconds(90);
            FetchJob.Entry entry = new FetchJob.Entry(null, null, null, null, null);
            parked.park(FetchJob.of(FEED, FEED, NEWS, FEED, Samples.NOON, entry).heldUntil(due, List.of()), due);
        }

        /** The scheduled time is that of the event, whenever it is delivered. */
        @Override
        public void handle(InstantSource clock, Crashes crashes) {
            new SchedulePolls(
                            crashes.around(SourceList.class, sources),
                            crashes.around(PlannedMinutes.class, minutes),
                            dying(polls, crashes),
                            crashes.around(ParkedJobs.class, parked),
                            dying(fetches, crashes))
                    .plan(Samples.NOON);
        }

        @Override
        public Object end() {
            return List.of(
                    Set.copyOf(polls.jobs()),
                    Set.copyOf(fetches.jobs()),
                    minutes.last().orElseThrow(),
                    parked.all());
        }
    }

    private static final class Reconciling implements EveryCrash.World {
        private final InMemoryDocuments documents = new InMemoryDocuments();
        private final InMemoryDocumentLog log = new InMemoryDocumentLog();
        private final InMemoryReconciliationWalks walks = new InMemoryReconciliationWalks();
        private final InMemoryQueue<ObjectCreated> announced = new InMemoryQueue<>();
        private final Instant now;

        Reconciling() {
            documents.upload("inbox/a", new byte[] {1}, null);
            now = documents.upload("inbox/b", new byte[] {1}, null).at().plus(HOUR);
        }

        @Override
        public void handle(InstantSource clock, Crashes crashes) {
            new ReconcileDocuments(
                            crashes.around(DocumentList.class, new InMemoryDocumentList(documents)),
                            crashes.around(DocumentLog.class, log)::byKey,
                            dying(announced, crashes),
                            crashes.around(ReconciliationWalks.class, walks))
                    .reconcile(now, HOUR, () -> true);
        }

        @Override
        public Object end() {
            return List.of(Set.copyOf(announced.jobs()), walks.last().orElseThrow());
        }
    }

    /** The canary of an hour ago came to an outcome, and the article it became is stored. */
    private static final class Probing implements EveryCrash.World {
        private final InMemoryDocuments documents = new InMemoryDocuments();
        private final InMemoryDocumentLog log = new InMemoryDocumentLog();
        private final InMemoryArticles articles = new InMemoryArticles();
        private final Map<String, String> bucket = new TreeMap<>();
        private ProbePipeline.@Nullable Result result;

        Probing(Outcome last) {
            Instant hourAgo = Samples.NOON.minus(HOUR);
            documents.upload(Canary.KEY, new byte[] {1}, "text/html");
            log.record(Samples.outcome(hourAgo, Canary.KEY, last));
            articles.offer(Samples.article(Canary.URL, "canary", hourAgo));
        }

        @Override
        @SuppressWarnings("unchecked")
        public void handle(InstantSource clock, Crashes crashes) {
            BiConsumer<String, byte[]> put = (key, page) -> bucket.put(key, new String(page, UTF_8));
            result = new ProbePipeline(
                            crashes.around(DocumentList.class, new InMemoryDocumentList(documents)),
                            crashes.around(DocumentLog.class, log),
                            crashes.around(ArticleStore.class, articles),
                            crashes.around(BiConsumer.class, put))
                    .probe(Samples.NOON);
        }

        @Override
        public Object end() {
            return List.of(
                    Objects.requireNonNull(result),
                    bucket,
                    log.newest(null, 10).toString(),
                    articles.get(Canary.ID).toString());
        }
    }

    /** A stored and a deleted article, in one batch. */
    private static final class Indexing implements EveryCrash.World {
        private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
        private final InMemorySearchIndex index = new InMemorySearchIndex();
        private final List<ArticleChange> batch;

        Indexing() {
            Article kept = stored("kept");
            Article deleted = stored("deleted");
            batch = List.of(
                    new ArticleChange.Stored(kept),
                    new ArticleChange.Stored(deleted),
                    new ArticleChange.Deleted(deleted.id(), Samples.NOON.plusSeconds(1)));
        }

        private Article stored(String name) {
            ParsedArticle parsed = Samples.parsed(
                    "https://news.example.org/" + name,
                    "harbour",
                    Precedence.of(Precedence.Origin.PAGE, null, Samples.NOON));
            texts.put(parsed);
            return Samples.article(parsed, Samples.NOON);
        }

        @Override
        public void handle(InstantSource clock, Crashes crashes) {
            SearchIndex dying = crashes.around(SearchIndex.class, index);
            new IndexArticles(crashes.around(ArticleTexts.class, texts), dying::apply).index(batch);
        }

        @Override
        public Object end() {
            return index.search(new Search(Criteria.of(Filter.ALL), Sort.NEWEST, 10, null))
                    .hits();
        }
    }

    private static final class Pushing extends WebSubScenario implements EveryCrash.World {

        Pushing() {
            add_the_source();
            poll();
            verify();
            fetches.take();
        }

        @Override
        public void handle(InstantSource clock, Crashes crashes) {
            String body = rss("one", "two", "three");
            new ReceivePush(
                            crashes.around(SourceStore.class, sources),
                            crashes.around(UrlLedger.class, ledger),
                            crashes.around(DocumentStore.class, documents),
                            new FeedReader(),
                            dying(polls, crashes),
                            dying(fetches, crashes),
                            clock)
                    .push(TOKEN, signed(body, subscription().secret()), "application/rss+xml", body.getBytes(UTF_8));
        }

        @Override
        public Object end() {
            return List.of(
                    fetches.jobs().stream()
                            .map(FetchJob::url)
                            .sorted()
                            .distinct()
                            .toList(),
                    source().schedule().interval(),
                    source().push().isTrusted());
        }
    }
}
