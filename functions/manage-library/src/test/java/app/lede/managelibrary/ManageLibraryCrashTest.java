package app.lede.managelibrary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.alert.AlertJob;
import app.lede.api.UploadTickets;
import app.lede.api.WritingApi;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.backfill.Backfill;
import app.lede.backfill.Backfills;
import app.lede.backfill.Budget;
import app.lede.document.DocumentLog;
import app.lede.document.Erasure;
import app.lede.document.Outcome;
import app.lede.export.Export;
import app.lede.export.ExportFormat;
import app.lede.export.ExportId;
import app.lede.export.ExportJob;
import app.lede.export.Exports;
import app.lede.fetch.AllowedAddresses;
import app.lede.pipeline.Deletion;
import app.lede.pipeline.DeletionJob;
import app.lede.pipeline.JobQueue;
import app.lede.pipeline.PollJob;
import app.lede.saved.SavedSearch;
import app.lede.saved.SavedSearches;
import app.lede.saved.SearchId;
import app.lede.saved.Webhook;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceStore;
import app.lede.testkit.Crashes;
import app.lede.testkit.EventFiles;
import app.lede.testkit.EveryCrash;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryBackfills;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryExports;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySavedSearches;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A writing request dies before and after every call, and its client, which got 500, sends it again. */
class ManageLibraryCrashTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String FEED = "https://news.example.org/feed.xml";
    private static final SourceId NEWS = SourceId.ofUrl(FEED);
    private static final ParsedArticle PAGE = Samples.parsed(
            "https://news.example.org/2026/01/02/bridge-reopens",
            "words",
            Precedence.of(Precedence.Origin.PAGE, null, NOW));

    /** The requests that name what they write. Saving a search and starting an export make another one each time. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "add-document",
                "cancel-backfill",
                "cancel-export",
                "delete-article",
                "delete-document",
                "delete-search",
                "delete-source",
                "import-sources",
                "one-deletion",
                "pause-source",
                "poll-source-now",
                "start-backfill"
            })
    void a_request_may_die_anywhere(String event) {
        EveryCrash.isMadeGood(2, () -> new Writing(event, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"add-source", "import-sources"})
    void a_source_may_die_while_it_is_added_and_is_polled_all_the_same(String event) {
        EveryCrash.isMadeGood(4, () -> new Writing(event, false));
    }

    /** A deletion dies between the article, each of its texts and objects, and the exports that may hold it. */
    @Test
    void a_deletion_may_die_at_every_copy() {
        EveryCrash.isMadeGood(20, () -> new Writing("delete-article", true));
        Writing clean = new Writing("delete-article", true);
        assertEquals(Set.of("inbox/a.html", PAGE.documentKey()), clean.documents.keys());
        clean.handle(() -> NOW, Crashes.never());
        assertEquals(Set.of("inbox/a.html"), clean.documents.keys());
        assertEquals(Set.of(), clean.texts.keys());
    }

    /** A library with one of each, and a request upon it. */
    private static final class Writing implements EveryCrash.World {
        private final InMemorySources sources = new InMemorySources();
        private final InMemoryArticles articles = new InMemoryArticles();
        private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
        private final InMemoryDocuments documents = new InMemoryDocuments();
        private final InMemoryDocumentLog log = new InMemoryDocumentLog();
        private final InMemorySavedSearches searches = new InMemorySavedSearches();
        private final InMemoryExports exports = new InMemoryExports();
        private final InMemoryBackfills backfills = new InMemoryBackfills();
        private final InMemoryQueue<PollJob> polls = new InMemoryQueue<>();
        private final InMemoryQueue<DeletionJob> deletions = new InMemoryQueue<>();
        private final InMemoryQueue<AlertJob> alertJobs = new InMemoryQueue<>();
        private final InMemoryQueue<ExportJob> exportJobs = new InMemoryQueue<>();
        private final String event;

        Writing(String event, boolean known) {
            this.event = event;
            if (known) {
                sources.add(Source.added(NEWS, FEED, null, NOW));
            }
            articles.offer(Samples.article(PAGE, NOW));
            texts.put(PAGE);
            documents.upload(PAGE.documentKey(), new byte[] {1}, "text/html");
            documents.upload("inbox/a.html", new byte[] {1}, "text/html");
            log.record(Samples.outcome(NOW, "inbox/a.html", Outcome.UNREADABLE));
            searches.add(new SavedSearch(
                    new SearchId("b".repeat(52)),
                    "Mali",
                    "country=ML",
                    NOW,
                    "0",
                    new Webhook("https://hooks.example.org/", "whsec_c2VjcmV0"),
                    0,
                    false));
            exports.add(Export.begun(
                    new ExportId("b".repeat(52)), "lang=de", ExportFormat.CSV, NOW, NOW.plusSeconds(604_800)));
            if (event.equals("cancel-backfill")) {
                Budget budget = new Budget(20, 200, Instant.parse("2020-01-01T00:00:00Z"));
                backfills.add(Backfill.begun(NEWS, FEED, budget, null, NOW));
            }
        }

        @Override
        public void handle(InstantSource clock, Crashes crashes) {
            InstantSource fixed = InstantSource.fixed(NOW);
            ArticleStore dying = crashes.around(ArticleStore.class, articles);
            DocumentLog dyingLog = crashes.around(DocumentLog.class, log);
            UploadTickets tickets = (key, type, size, said) ->
                    new UploadTickets.Ticket("https://bucket.example/", new TreeMap<>(), NOW.plusSeconds(900));
            WritingApi api = new WritingApi(
                    crashes.around(SourceStore.class, sources),
                    queue(polls, crashes),
                    dyingLog,
                    tickets,
                    new Deletion(
                            dying,
                            crashes.around(ArticleTexts.class, texts),
                            crashes.around(Erasure.class, documents),
                            dyingLog,
                            fixed),
                    queue(deletions, crashes),
                    new WritingApi.Outlets(
                            dying,
                            crashes.around(SavedSearches.class, searches),
                            queue(alertJobs, crashes),
                            AllowedAddresses.NONE,
                            crashes.around(Exports.class, exports),
                            queue(exportJobs, crashes),
                            false,
                            crashes.around(Backfills.class, backfills)),
                    () -> "token",
                    fixed);
            try {
                Invocation.of(new ManageLibraryHandler(api, fixed), EventFiles.read("manage-library", event));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Object end() {
            return List.of(
                    sources.all().toString(),
                    Set.copyOf(polls.jobs()),
                    Set.copyOf(deletions.jobs()),
                    Set.copyOf(alertJobs.jobs()),
                    Set.copyOf(exportJobs.jobs()),
                    texts.keys(),
                    documents.keys(),
                    log.newest(null, 10).toString(),
                    searches.page(null, 10).toString(),
                    exports.live().stream().map(Export::state).toList(),
                    backfills.get(NEWS).map(Backfill::phase).toString(),
                    articles.get(PAGE.id()).isPresent());
        }
    }

    private static <J> JobQueue<J> queue(InMemoryQueue<J> queue, Crashes crashes) {
        @SuppressWarnings("unchecked") // A proxy of the interface, for jobs of the queue it stands before.
        JobQueue<J> dying = crashes.around(JobQueue.class, queue);
        return dying;
    }
}
