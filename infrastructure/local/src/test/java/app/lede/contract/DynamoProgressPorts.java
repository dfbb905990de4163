package app.lede.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.abstractive.AnswerStore;
import app.lede.alert.SourceAlerts;
import app.lede.aws.dynamodb.DynamoAnswers;
import app.lede.aws.dynamodb.DynamoBackfills;
import app.lede.aws.dynamodb.DynamoDocumentLog;
import app.lede.aws.dynamodb.DynamoExports;
import app.lede.aws.dynamodb.DynamoLedger;
import app.lede.aws.dynamodb.DynamoReprocessings;
import app.lede.aws.dynamodb.DynamoSavedSearches;
import app.lede.aws.dynamodb.DynamoSourceAlerts;
import app.lede.backfill.Backfills;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.Outcome;
import app.lede.document.PartKey;
import app.lede.export.Exports;
import app.lede.fetch.UrlLedger;
import app.lede.reprocess.Reprocessings;
import app.lede.saved.SavedSearches;
import app.lede.testkit.AnswerStoreContract;
import app.lede.testkit.BackfillsContract;
import app.lede.testkit.Crashes;
import app.lede.testkit.DocumentLogContract;
import app.lede.testkit.ExportsContract;
import app.lede.testkit.ReprocessingsContract;
import app.lede.testkit.Samples;
import app.lede.testkit.SavedSearchesContract;
import app.lede.testkit.SourceAlertsContract;
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

/** Contract tests of the adapters of the control table that keep records and progress; subclasses choose the engine. */
abstract class DynamoProgressPorts extends DynamoPorts {

    private static final Duration RETENTION = Duration.ofDays(90);
    private static final InstantSource NOON = InstantSource.fixed(Samples.NOON);

    @Nested
    class Answers extends AnswerStoreContract {
        @Override
        protected AnswerStore emptyStore() {
            return new DynamoAnswers(client(), tables().control());
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
            return new DynamoDocumentLog(client, control, retention, NOON);
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
            return new DynamoReprocessings(client(), tables().control(), NOON);
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
    class AlertsOfSources extends SourceAlertsContract {
        @Override
        protected SourceAlerts empty() {
            return new DynamoSourceAlerts(client(), tables().control(), NOON);
        }
    }

    @Nested
    class Searches extends SavedSearchesContract {
        @Override
        protected SavedSearches empty() {
            return new DynamoSavedSearches(client(), tables().control());
        }
    }
}
