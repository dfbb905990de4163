package app.lede.testkit;

import app.lede.abstractive.Spending;
import app.lede.alert.AlertStates;
import app.lede.backfill.Backfills;
import app.lede.boilerplate.SiteLines;
import app.lede.document.DocumentLog;
import app.lede.export.Exports;
import app.lede.fetch.HostGate;
import app.lede.fetch.UrlLedger;
import app.lede.pipeline.JobQueue;
import app.lede.pipeline.ParkedJobs;
import app.lede.pipeline.ReconciliationWalks;
import app.lede.reprocess.Reprocessings;
import app.lede.robots.RobotsStore;
import app.lede.saved.SavedSearches;
import app.lede.source.PlannedMinutes;
import app.lede.source.SourceList;
import app.lede.source.SourceStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Runs the contract tests of sources, records, progress and queues on the in-memory ports. */
class InMemoryControlPortsTest {

    @Nested
    class Costs extends SpendingContract {
        @Override
        protected Spending nothingSpent() {
            return new InMemorySpending();
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
}
