package app.lede.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.abstractive.Spending;
import app.lede.alert.AlertStates;
import app.lede.aws.dynamodb.DynamoCheckBudget;
import app.lede.aws.dynamodb.DynamoHostGate;
import app.lede.aws.dynamodb.DynamoParkedJobs;
import app.lede.aws.dynamodb.DynamoPlannedMinutes;
import app.lede.aws.dynamodb.DynamoReconciliationWalks;
import app.lede.aws.dynamodb.DynamoRobots;
import app.lede.aws.dynamodb.DynamoSavedSearches;
import app.lede.aws.dynamodb.DynamoSiteLines;
import app.lede.aws.dynamodb.DynamoSources;
import app.lede.aws.dynamodb.DynamoSpending;
import app.lede.boilerplate.SiteLines;
import app.lede.fetch.HostGate;
import app.lede.pipeline.FetchJob;
import app.lede.pipeline.PageChecks;
import app.lede.pipeline.ParkedJobs;
import app.lede.pipeline.ReconciliationWalks;
import app.lede.robots.RobotsStore;
import app.lede.saved.SavedSearches;
import app.lede.source.PlannedMinutes;
import app.lede.source.SourceId;
import app.lede.source.SourceList;
import app.lede.source.SourceStore;
import app.lede.testkit.AlertStatesContract;
import app.lede.testkit.CheckBudgetContract;
import app.lede.testkit.HostGateContract;
import app.lede.testkit.ParkedJobsContract;
import app.lede.testkit.PlannedMinutesContract;
import app.lede.testkit.ReconciliationWalksContract;
import app.lede.testkit.RobotsStoreContract;
import app.lede.testkit.Samples;
import app.lede.testkit.SiteLinesContract;
import app.lede.testkit.SourceStoreContract;
import app.lede.testkit.SpendingContract;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Contract tests of the adapters of the control and sources tables; subclasses choose the engine. */
abstract class DynamoControlPorts extends DynamoProgressPorts {

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
