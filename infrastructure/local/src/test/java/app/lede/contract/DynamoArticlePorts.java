package app.lede.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Article;
import app.lede.article.ArticleStore;
import app.lede.aws.dynamodb.DynamoArrivals;
import app.lede.aws.dynamodb.DynamoArticles;
import app.lede.aws.dynamodb.DynamoStories;
import app.lede.json.Json;
import app.lede.library.ArticleJson;
import app.lede.library.PackedArticle;
import app.lede.pipeline.GroupStories;
import app.lede.search.ArrivalIndex;
import app.lede.search.Change;
import app.lede.search.ChangeIndex;
import app.lede.search.Filter;
import app.lede.search.NewestFirst;
import app.lede.search.SearchDocument;
import app.lede.story.Report;
import app.lede.story.StoryStore;
import app.lede.testkit.ArrivalIndexContract;
import app.lede.testkit.ArticleStoreContract;
import app.lede.testkit.ChangeIndexContract;
import app.lede.testkit.Crashes;
import app.lede.testkit.InMemorySearchIndex;
import app.lede.testkit.Samples;
import app.lede.testkit.SearchSamples;
import app.lede.testkit.StoryStoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/** Contract tests of the adapters of the articles and stories tables, with the units of their writes; subclasses choose the engine. */
abstract class DynamoArticlePorts extends DynamoPorts {

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
