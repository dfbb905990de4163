package app.lede.testkit;

import app.lede.abstractive.AnswerStore;
import app.lede.abstractive.Spending;
import app.lede.alert.AlertStates;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.backfill.Backfills;
import app.lede.boilerplate.SiteLines;
import app.lede.document.DocumentList;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentStore;
import app.lede.document.Erasure;
import app.lede.document.ObjectCreated;
import app.lede.export.ExportFiles;
import app.lede.export.ExportId;
import app.lede.export.Exports;
import app.lede.fetch.HostGate;
import app.lede.fetch.UrlLedger;
import app.lede.pipeline.JobQueue;
import app.lede.pipeline.ParkedJobs;
import app.lede.pipeline.ReconciliationWalks;
import app.lede.reprocess.Reprocessings;
import app.lede.robots.RobotsStore;
import app.lede.saved.SavedSearches;
import app.lede.search.ArrivalIndex;
import app.lede.search.ChangeIndex;
import app.lede.search.SearchIndex;
import app.lede.search.SegmentStore;
import app.lede.source.PlannedMinutes;
import app.lede.source.SourceList;
import app.lede.source.SourceStore;
import app.lede.story.StoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

/** Runs the contract tests on the in-memory ports. */
class InMemoryPortsTest {

    @Nested
    class Answers extends AnswerStoreContract {
        @Override
        protected AnswerStore emptyStore() {
            return new InMemoryAnswers();
        }
    }

    @Nested
    class Costs extends SpendingContract {
        @Override
        protected Spending nothingSpent() {
            return new InMemorySpending();
        }
    }

    @Nested
    class Erasing extends ErasureContract {
        private InMemoryDocuments documents = new InMemoryDocuments();

        @Override
        protected Erasure emptyStore() {
            documents = new InMemoryDocuments();
            return documents;
        }

        @Override
        protected void upload(String key) {
            documents.upload(key, new byte[] {'w'}, null);
        }

        @Override
        protected Set<String> keys() {
            return documents.keys();
        }
    }

    @Nested
    class Articles extends ArticleStoreContract {
        private InMemoryArticles articles = new InMemoryArticles();

        @Override
        protected ArticleStore emptyStore(Crashes dying) {

            articles = new InMemoryArticles(dying);
            return articles;
        }

        @Override
        protected ArticleStore afterCrash() {
            return articles;
        }
    }

    @Nested
    class Arrivals extends ArrivalIndexContract {
        private InMemoryArticles articles = new InMemoryArticles();

        @Override
        protected ArticleStore emptyStore() {
            articles = new InMemoryArticles();
            return articles;
        }

        @Override
        protected ArrivalIndex index() {
            return articles;
        }
    }

    @Nested
    class Changes extends ChangeIndexContract {
        private InMemoryArticles articles = new InMemoryArticles();

        @Override
        protected ArticleStore emptyStore() {
            articles = new InMemoryArticles();
            return articles;
        }

        @Override
        protected ChangeIndex index() {
            return articles;
        }
    }

    @Nested
    class Sources extends SourceStoreContract {
        private InMemorySources sources = new InMemorySources();

        @Override
        protected SourceStore emptyStore() {
            sources = new InMemorySources();
            return sources;
        }

        @Override
        protected SourceList list() {
            return sources;
        }
    }

    @Nested
    class Parked extends ParkedJobsContract {
        @Override
        protected ParkedJobs emptyStore() {
            return new InMemoryParkedJobs();
        }
    }

    @Nested
    class Ledger extends UrlLedgerContract {
        @Override
        protected UrlLedger emptyLedger() {
            return new InMemoryLedger();
        }
    }

    @Nested
    class Gate extends HostGateContract {
        @Override
        protected HostGate emptyGate() {
            return new InMemoryHostGate();
        }
    }

    @Nested
    class Robots extends RobotsStoreContract {
        @Override
        protected RobotsStore emptyStore() {
            return new InMemoryRobots();
        }
    }

    @Nested
    class Lines extends SiteLinesContract {
        @Override
        protected SiteLines emptyStore() {
            return new InMemorySiteLines();
        }
    }

    @Nested
    class Log extends DocumentLogContract {
        private InMemoryDocumentLog log = new InMemoryDocumentLog();

        @Override
        protected DocumentLog emptyLog(Crashes crashes) {
            log = new InMemoryDocumentLog(crashes);
            return log;
        }

        @Override
        protected DocumentLog afterCrash() {
            return log;
        }
    }

    @Nested
    class Minutes extends PlannedMinutesContract {
        @Override
        protected PlannedMinutes empty() {
            return new InMemoryPlannedMinutes();
        }
    }

    @Nested
    class ExportProgress extends ExportsContract {
        @Override
        protected Exports empty() {
            return new InMemoryExports();
        }
    }

    @Nested
    class ExportedFiles extends ExportFilesContract {
        private InMemoryExportFiles files = new InMemoryExportFiles();

        @Override
        protected ExportFiles empty() {
            files = new InMemoryExportFiles();
            return files;
        }

        @Override
        protected Set<String> names(ExportId id) {
            return files.names(id);
        }

        @Override
        protected byte[] read(ExportId id, String name) {
            return files.read(id, name);
        }
    }

    @Nested
    class Alerts extends AlertStatesContract {
        private InMemorySavedSearches searches = new InMemorySavedSearches();

        @Override
        protected SavedSearches empty() {
            searches = new InMemorySavedSearches();
            return searches;
        }

        @Override
        protected AlertStates states() {
            return searches;
        }
    }

    @Nested
    class Searches extends SavedSearchesContract {
        @Override
        protected SavedSearches empty() {
            return new InMemorySavedSearches();
        }
    }

    @Nested
    class Walks extends ReconciliationWalksContract {
        @Override
        protected ReconciliationWalks empty() {
            return new InMemoryReconciliationWalks();
        }
    }

    @Nested
    class Lists extends DocumentListContract {
        private InMemoryDocuments documents = new InMemoryDocuments();

        @Override
        protected DocumentList emptyList() {
            documents = new InMemoryDocuments();
            return new InMemoryDocumentList(documents);
        }

        @Override
        protected ObjectCreated upload(String key, byte[] body) {
            return documents.upload(key, body, null);
        }
    }

    @Nested
    class Documents extends DocumentStoreContract {
        private InMemoryDocuments documents = new InMemoryDocuments();

        @Override
        protected DocumentStore emptyStore() {
            documents = new InMemoryDocuments();
            return documents;
        }

        @Override
        protected ObjectCreated upload(String key, byte[] body, @Nullable String contentType) {
            return documents.upload(key, body, contentType);
        }

        @Override
        protected ObjectCreated announced(String key) {
            return documents.announced(key);
        }

        @Override
        protected void delete(String key) {
            documents.delete(key);
        }
    }

    @Nested
    class Texts extends ArticleTextsContract {
        @Override
        protected ArticleTexts emptyTexts() {
            return new InMemoryArticleTexts();
        }
    }

    @Nested
    class Stories extends StoryStoreContract {
        @Override
        protected StoryStore empty() {
            return new InMemoryStories();
        }
    }

    @Nested
    class BackfillProgress extends BackfillsContract {
        @Override
        protected Backfills empty() {
            return new InMemoryBackfills();
        }
    }

    @Nested
    class ReprocessingProgress extends ReprocessingsContract {
        @Override
        protected Reprocessings empty() {
            return new InMemoryReprocessings();
        }
    }

    @Nested
    class Near extends NearReportsContract {
        @Override
        protected SearchIndex emptyIndex() {
            return new InMemorySearchIndex();
        }
    }

    @Nested
    class Searching extends SearchIndexContract {
        @Override
        protected SearchIndex emptyIndex() {
            return new InMemorySearchIndex();
        }
    }

    @Nested
    class Queue extends JobQueueContract {
        private InMemoryQueue<Job> queue = new InMemoryQueue<>();

        @Override
        protected JobQueue<Job> emptyQueue(Crashes crashes) {
            queue = new InMemoryQueue<>(crashes);
            return queue;
        }

        @Override
        protected JobQueue<Job> afterCrash() {
            return queue;
        }

        @Override
        protected Collection<Job> visible() {
            List<Job> visible = new ArrayList<>();
            for (InMemoryQueue.Sent<Job> sent : queue.sent()) {
                if (sent.delay().compareTo(Duration.ZERO) <= 0) {
                    visible.add(sent.job());
                }
            }
            return visible;
        }

        @Override
        protected int delayed() {
            return queue.sent().size() - visible().size();
        }
    }

    @Nested
    class Segments extends SegmentStoreContract {
        @Override
        protected SegmentStore emptyStore() {
            return new InMemorySegmentStore(new TickingClock(Samples.NOON, Duration.ofSeconds(1)));
        }
    }
}
