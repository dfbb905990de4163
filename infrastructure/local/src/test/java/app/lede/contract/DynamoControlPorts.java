package app.lede.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.abstractive.AnswerStore;
import app.lede.abstractive.Spending;
import app.lede.alert.AlertStates;
import app.lede.alert.SourceAlerts;
import app.lede.aws.dynamodb.DynamoAnswers;
import app.lede.aws.dynamodb.DynamoBackfills;
import app.lede.aws.dynamodb.DynamoCheckBudget;
import app.lede.aws.dynamodb.DynamoDocumentLog;
import app.lede.aws.dynamodb.DynamoExports;
import app.lede.aws.dynamodb.DynamoHostGate;
import app.lede.aws.dynamodb.DynamoLedger;
import app.lede.aws.dynamodb.DynamoParkedJobs;
import app.lede.aws.dynamodb.DynamoPlannedMinutes;
import app.lede.aws.dynamodb.DynamoReconciliationWalks;
import app.lede.aws.dynamodb.DynamoReprocessings;
import app.lede.aws.dynamodb.DynamoRobots;
import app.lede.aws.dynamodb.DynamoSavedSearches;
import app.lede.aws.dynamodb.DynamoSiteLines;
import app.lede.aws.dynamodb.DynamoSourceAlerts;
import app.lede.aws.dynamodb.DynamoSources;
import app.lede.aws.dynamodb.DynamoSpending;
import app.lede.backfill.Backfills;
import app.lede.boilerplate.SiteLines;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.Outcome;
import app.lede.document.PartKey;
import app.lede.export.Exports;
import app.lede.fetch.HostGate;
import app.lede.fetch.UrlLedger;
import app.lede.pipeline.FetchJob;
import app.lede.pipeline.PageChecks;
import app.lede.pipeline.ParkedJobs;
import app.lede.pipeline.ReconciliationWalks;
import app.lede.reprocess.Reprocessings;
import app.lede.robots.RobotsStore;
import app.lede.saved.SavedSearches;
import app.lede.source.PlannedMinutes;
import app.lede.source.SourceId;
import app.lede.source.SourceList;
import app.lede.source.SourceStore;
import app.lede.testkit.AlertStatesContract;
import app.lede.testkit.AnswerStoreContract;
import app.lede.testkit.BackfillsContract;
import app.lede.testkit.CheckBudgetContract;
import app.lede.testkit.Crashes;
import app.lede.testkit.DocumentLogContract;
import app.lede.testkit.ExportsContract;
import app.lede.testkit.HostGateContract;
import app.lede.testkit.ParkedJobsContract;
import app.lede.testkit.PlannedMinutesContract;
import app.lede.testkit.ReconciliationWalksContract;
import app.lede.testkit.ReprocessingsContract;
import app.lede.testkit.RobotsStoreContract;
import app.lede.testkit.Samples;
import app.lede.testkit.SavedSearchesContract;
import app.lede.testkit.SiteLinesContract;
import app.lede.testkit.SourceAlertsContract;
import app.lede.testkit.SourceStoreContract;
import app.lede.testkit.SpendingContract;
import app.lede.testkit.UrlLedgerContract;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Contract tests of the adapters of the control and sources tables; subclasses choose the engine. */
abstract class DynamoControlPorts extends DynamoPorts {

    private static final Duration RETENTION = Duration.ofDays(90);

    @Nested
    class Sources extends SourceStoreContract {
        private String sources = "";

        @Override
        protected SourceStore emptyStore() {
            sources = tables().sources();
            return new DynamoSources(client(), sources);
        }

        @Override
        protected SourceList list() {
            return new DynamoSources(client(), sources);
        }
    }

    @Nested
    class Parked extends ParkedJobsContract {
        @Override
        protected ParkedJobs emptyStore() {
            return new DynamoParkedJobs(client(), tables().control());
        }

        @Test
        void a_row_that_is_no_job_is_named_and_the_others_of_its_bucket_come() {
            String table = tables().control();
            DynamoParkedJobs store = new DynamoParkedJobs(client(), table);
            Instant due = Samples.NOON.plusSeconds(3_600);
            SourceId source = SourceId.ofUrl("https://news.example.org/feed");
            FetchJob.Entry entry = new FetchJob.Entry(null, null, null, null, null);
            store.park(FetchJob.of(null, "https://news.example.org/a", source, null, Samples.NOON, entry), due);
            String bucket = "due#" + ParkedJobs.bucket(due).getEpochSecond();
            client().putItem(row -> row.tableName(table)
                    .item(Map.of(
                            "pk", AttributeValue.fromS(bucket),
                            "sk", AttributeValue.fromS("damaged"),
                            "job", AttributeValue.fromS("{\"key\":"))));
            List<ParkedJobs.Row> rows = store.in(due).toList();
            assertEquals(2, rows.size(), rows::toString);
            assertEquals(
                    1,
                    rows.stream().filter(ParkedJobs.Row.Job.class::isInstance).count());
            assertTrue(rows.toString().contains(bucket + " damaged"), rows::toString);
        }
    }

    @Nested
    class Answers extends AnswerStoreContract {
        @Override
        protected AnswerStore emptyStore() {
            return new DynamoAnswers(client(), tables().control());
        }
    }

    @Nested
    class Costs extends SpendingContract {
        @Override
        protected Spending nothingSpent() {
            return new DynamoSpending(client(), tables().control());
        }
    }

    @Nested
    class CheckBudget extends CheckBudgetContract {
        @Override
        protected PageChecks.Budget fullBudget(int overall) {
            return new DynamoCheckBudget(client(), tables().control(), overall);
        }
    }

    @Nested
    class Ledger extends UrlLedgerContract {
        @Override
        protected UrlLedger emptyLedger() {
            return new DynamoLedger(client(), tables().control());
        }
    }

    @Nested
    class Gate extends HostGateContract {
        @Override
        protected HostGate emptyGate() {
            return new DynamoHostGate(client(), tables().control());
        }
    }

    @Nested
    class Robots extends RobotsStoreContract {
        @Override
        protected RobotsStore emptyStore() {
            return new DynamoRobots(client(), tables().control());
        }
    }

    @Nested
    class Lines extends SiteLinesContract {
        @Override
        protected SiteLines emptyStore() {
            return new DynamoSiteLines(client(), tables().control());
        }
    }

    @Nested
    class Log extends DocumentLogContract {
        private String control = "";

        @Override
        protected DocumentLog emptyLog(Crashes crashes) {
            control = tables().control();
            return log(dying(crashes), RETENTION);
        }

        @Override
        protected DocumentLog afterCrash() {
            return log(client(), RETENTION);
        }

        private DocumentLog log(DynamoDbClient client, Duration retention) {
            return new DynamoDocumentLog(client, control, retention, InstantSource.fixed(Samples.NOON));
        }

        @Test
        void what_is_over_is_not_shown_though_nobody_has_deleted_it_yet() {
            control = tables().control();
            DocumentRecord old = Samples.outcome(Samples.NOON.minusSeconds(7201), "inbox/old", Outcome.STORED);
            DocumentLog forgetful = log(client(), Duration.ofHours(2));
            forgetful.record(old);
            assertEquals(Optional.empty(), forgetful.get(old.id()));
            assertEquals(List.of(), forgetful.newest(null, 10));
            PartKey part = new PartKey(old.id(), 1);
            forgetful.record(new DocumentRecord(
                    part.documentId(), part.key(), null, old.received(), Outcome.STORED, null, null, 1));
            assertEquals(List.of(), forgetful.parts(old.id(), 0, 10));
            assertEquals(Map.of(), forgetful.outcomesOfParts(old.id()));
        }
    }

    @Nested
    class BackfillProgress extends BackfillsContract {
        @Override
        protected Backfills empty() {
            return new DynamoBackfills(client(), tables().control());
        }
    }

    @Nested
    class ReprocessingProgress extends ReprocessingsContract {
        @Override
        protected Reprocessings empty() {
            return new DynamoReprocessings(client(), tables().control(), InstantSource.fixed(Samples.NOON));
        }
    }

    @Nested
    class ExportProgress extends ExportsContract {
        @Override
        protected Exports empty() {
            return exports(Samples.NOON);
        }

        private Exports exports(Instant now) {
            return new DynamoExports(client(), tables().control(), InstantSource.fixed(now));
        }

        @Test
        void an_expired_export_is_not_shown_though_nobody_has_deleted_it_yet() {
            Exports exports = exports(Samples.NOON.plus(Duration.ofDays(7)));
            exports.add(begun("old"));
            assertEquals(Optional.empty(), exports.get(begun("old").id()));
        }
    }

    @Nested
    class Alerts extends AlertStatesContract {
        private String control = "";

        @Override
        protected SavedSearches empty() {
            control = tables().control();
            return new DynamoSavedSearches(client(), control);
        }

        @Override
        protected AlertStates states() {
            return new DynamoSavedSearches(client(), control);
        }
    }

    @Nested
    class AlertsOfSources extends SourceAlertsContract {
        @Override
        protected SourceAlerts empty() {
            return new DynamoSourceAlerts(client(), tables().control(), InstantSource.fixed(Samples.NOON));
        }
    }

    @Nested
    class Searches extends SavedSearchesContract {
        @Override
        protected SavedSearches empty() {
            return new DynamoSavedSearches(client(), tables().control());
        }
    }

    @Nested
    class Walks extends ReconciliationWalksContract {
        @Override
        protected ReconciliationWalks empty() {
            return new DynamoReconciliationWalks(client(), tables().control());
        }
    }

    @Nested
    class Minutes extends PlannedMinutesContract {
        @Override
        protected PlannedMinutes empty() {
            return new DynamoPlannedMinutes(client(), tables().control());
        }
    }
}
