package app.lede.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.abstractive.AnswerStore;
import app.lede.abstractive.Spending;
import app.lede.alert.AlertStates;
import app.lede.alert.SourceAlerts;
import app.lede.article.Article;
import app.lede.article.ArticleStore;
import app.lede.aws.dynamodb.DynamoAnswers;
import app.lede.aws.dynamodb.DynamoArrivals;
import app.lede.aws.dynamodb.DynamoArticles;
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
import app.lede.aws.dynamodb.DynamoSourceAlerts;
import app.lede.aws.dynamodb.DynamoSiteLines;
import app.lede.aws.dynamodb.DynamoSources;
import app.lede.aws.dynamodb.DynamoSpending;
import app.lede.aws.dynamodb.DynamoStories;
import app.lede.boilerplate.SiteLines;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.Outcome;
import app.lede.export.Exports;
import app.lede.fetch.HostGate;
import app.lede.fetch.UrlLedger;
import app.lede.json.Json;
import app.lede.library.ArticleJson;
import app.lede.library.PackedArticle;
import app.lede.pipeline.FetchJob;
import app.lede.pipeline.GroupStories;
import app.lede.pipeline.PageChecks;
import app.lede.pipeline.ParkedJobs;
import app.lede.pipeline.ReconciliationWalks;
import app.lede.reprocess.Reprocessings;
import app.lede.robots.RobotsStore;
import app.lede.saved.SavedSearches;
import app.lede.search.ArrivalIndex;
import app.lede.search.Change;
import app.lede.search.ChangeIndex;
import app.lede.search.Filter;
import app.lede.search.NewestFirst;
import app.lede.search.SearchDocument;
import app.lede.source.PlannedMinutes;
import app.lede.source.SourceId;
import app.lede.source.SourceList;
import app.lede.source.SourceStore;
import app.lede.story.Report;
import app.lede.story.StoryStore;
import app.lede.testkit.AlertStatesContract;
import app.lede.testkit.AnswerStoreContract;
import app.lede.testkit.ArrivalIndexContract;
import app.lede.testkit.ArticleStoreContract;
import app.lede.testkit.ChangeIndexContract;
import app.lede.testkit.CheckBudgetContract;
import app.lede.testkit.Crashes;
import app.lede.testkit.DocumentLogContract;
import app.lede.testkit.ExportsContract;
import app.lede.testkit.HostGateContract;
import app.lede.testkit.InMemorySearchIndex;
import app.lede.testkit.ParkedJobsContract;
import app.lede.testkit.PlannedMinutesContract;
import app.lede.testkit.ReconciliationWalksContract;
import app.lede.testkit.ReprocessingsContract;
import app.lede.testkit.RobotsStoreContract;
import app.lede.testkit.Samples;
import app.lede.testkit.SavedSearchesContract;
import app.lede.testkit.SourceAlertsContract;
import app.lede.testkit.SearchSamples;
import app.lede.testkit.SiteLinesContract;
import app.lede.testkit.SourceStoreContract;
import app.lede.testkit.SpendingContract;
import app.lede.testkit.StoryStoreContract;
import app.lede.testkit.UrlLedgerContract;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/** Contract tests of the DynamoDB adapters; subclasses choose the engine. */
abstract class DynamoPorts {

    private static final Duration RETENTION = Duration.ofDays(90);

    /** Returns a client of the engine. */
    abstract DynamoDbClient client();

    private FreshTables tables() {
        return new FreshTables(client());
    }

    private DynamoDbClient dying(Crashes crashes) {
        return Intercepted.dying(DynamoDbClient.class, client(), crashes);
    }

    @Nested
    class Articles extends ArticleStoreContract {
        private String articles = "";
        private String control = "";

        @Override
        protected ArticleStore emptyStore(Crashes crashes) {
            articles = tables().articles();
            control = tables().control();
            return new DynamoArticles(dying(crashes), articles, control);
        }

        @Override
        protected ArticleStore afterCrash() {
            return new DynamoArticles(client(), articles, control);
        }
    }

    @Nested
    class Arrivals extends ArrivalIndexContract {
        private String articles = "";
        private String control = "";

        @Override
        protected ArticleStore emptyStore() {
            articles = tables().articles();
            control = tables().control();
            return new DynamoArticles(client(), articles, control);
        }

        @Test
        void days_are_read_again_after_two_seconds_or_until_today_is_among_them() {
            ArticleStore store = emptyStore();
            AtomicReference<Instant> now = new AtomicReference<>(Samples.NOON);
            DynamoArrivals kept = new DynamoArrivals(client(), articles, control, now::get);
            assertEquals(List.of(), kept.days());
            store.offer(Samples.article("https://news.example.org/1", "words", Samples.NOON));
            assertEquals(1, kept.days().size());
            store.offer(Samples.article("https://news.example.org/2", "words", Samples.NOON.minus(Duration.ofDays(1))));
            assertEquals(1, kept.days().size());
            now.set(Samples.NOON.plusSeconds(2));
            assertEquals(2, kept.days().size());
        }

        @Test
        void a_day_that_was_given_more_shards_beforehand_spreads_over_them_and_lists_in_order() {
            ArticleStore store = emptyStore();
            client().updateItem(update -> update.tableName(control)
                    .key(Map.of("pk", AttributeValue.fromS("arrivals"), "sk", AttributeValue.fromS("2026-01-02")))
                    .updateExpression("SET shards = :four")
                    .expressionAttributeValues(Map.of(":four", AttributeValue.fromN("4"))));
            for (int i = -20; i < 20; i++) {
                store.offer(Samples.article(
                        "https://news.example.org/" + i, "words", Samples.NOON.plus(Duration.ofHours(i))));
            }
            List<ArrivalIndex.Entry> entries =
                    new NewestFirst(index()).page(Filter.ALL, null, 100).entries();
            assertEquals(40, entries.size());
            assertEquals(
                    entries.stream()
                            .map(ArrivalIndex.Entry::key)
                            .sorted(Comparator.reverseOrder())
                            .toList(),
                    entries.stream().map(ArrivalIndex.Entry::key).toList());
            assertEquals(
                    List.of(1, 4, 1),
                    index().days().stream().map(ArrivalIndex.Day::shards).toList());
        }

        @Override
        protected ArrivalIndex index() {
            return new DynamoArrivals(client(), articles, control);
        }
    }

    @Nested
    class Changes extends ChangeIndexContract {
        private String articles = "";
        private String control = "";

        @Override
        protected ArticleStore emptyStore() {
            articles = tables().articles();
            control = tables().control();
            return new DynamoArticles(client(), articles, control);
        }

        @Override
        protected ChangeIndex index() {
            return new DynamoArrivals(client(), articles, control);
        }
    }

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
        }
    }

    @Nested
    class Stories extends StoryStoreContract {
        @Override
        protected StoryStore empty() {
            return new DynamoStories(client(), tables().stories());
        }
    }

    @Nested
    class StoryUnits {
        private final List<ConsumedCapacity> consumed = Intercepted.meter();
        private final DynamoStories store =
                new DynamoStories(Intercepted.metered(client(), consumed), tables().stories());
        private final InMemorySearchIndex index = new InMemorySearchIndex();

        /** Indexes an article and regroups; returns the units of all writes. */
        private double told(int number, String text) {
            SearchDocument plain = SearchSamples.document(number, null, text);
            List<Change> changes = List.of(new Change.Put(plain.with(Report.of(
                    plain.id(), "paper" + number, null, "en", plain.published(), null, text, List.of("IE")))));
            int before = consumed.size();
            index.apply(changes);
            new GroupStories(index, store).regroup(changes);
            return consumed.subList(before, consumed.size()).stream()
                    .mapToDouble(ConsumedCapacity::capacityUnits)
                    .sum();
        }

        @Test
        void an_article_outside_of_stories_costs_nothing_and_one_within_a_few_units() {
            String lamp =
                    "The lighthouse of Port Ellery went dark on Monday after the Karla Vesper cut the power cable."
                            + " Odile Marchetti, the keeper, lit the lamp by hand.";
            assertEquals(0, told(1, lamp));
            assertEquals(0, told(2, "The council of Tobermore has sold its quarry to a company from Lisbon."));
            String own =
                    "Odile Marchetti kept the light of Port Ellery burning with oil. The Karla Vesper lies in the bay.";
            double second = told(3, own);
            assertTrue(second > 0 && second <= 5, () -> "two places and a story cost " + consumed);
            assertEquals(0, told(3, own));
            double third = told(
                    4,
                    "In Port Ellery the children waved to Odile Marchetti. The cable of the lighthouse, which the"
                            + " Karla Vesper had cut, is whole again.");
            assertTrue(third > 0 && third <= 5, () -> "a place and a changed story cost " + consumed);
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
            return new DynamoSourceAlerts(client(), tables().control());
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

    @Nested
    class WriteUnits {
        private final List<ConsumedCapacity> consumed = Intercepted.meter();
        private final ArticleStore store =
                new DynamoArticles(Intercepted.metered(client(), consumed), tables().articles(), tables().control());

        private double last() {
            return consumed.get(consumed.size() - 1).capacityUnits();
        }

        private static Article article(int number) {
            return Samples.article("https://news.example.org/" + number, "Headline " + number, Samples.NOON);
        }

        @Test
        void an_ordinary_article_costs_at_most_four_units_over_table_and_indexes() {
            store.offer(article(0));
            store.offer(article(1));
            int bytes = Json.bytes(ArticleJson.toJson(article(1))).length;
            assertTrue(bytes >= 1_400 && bytes < 2_048, () -> "not an ordinary article: " + bytes + " bytes");
            assertTrue(last() <= 4, () -> "an article cost " + consumed);
        }

        @Test
        void an_article_of_any_size_costs_at_most_four_units_new_and_changed() {
            for (String letters : List.of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJ", "äöüéèêñçåø", "🌉🌊🌋")) {
                for (int minute = 0; minute < 2; minute++) {
                    store.offer(PackedArticle.fitting(Samples.noise(
                            "https://news.example.org/" + letters.codePointAt(0),
                            letters,
                            minute,
                            Samples.NOON.plusSeconds(60L * minute))));
                    assertTrue(last() > 3 && last() <= 4, () -> "an article cost " + consumed);
                }
            }
        }

        @Test
        void a_day_is_registered_once() {
            store.offer(article(0));
            int first = consumed.size();
            store.offer(article(1));
            assertEquals(first + 1, consumed.size());
        }

        @Test
        void the_same_article_again_costs_no_more() {
            store.offer(article(0));
            int first = consumed.size();
            store.offer(article(0));
            assertEquals(first, consumed.size(), "a refused update wrote");
        }
    }
}
