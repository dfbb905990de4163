package app.lede.aws.dynamodb;

import app.lede.article.ArticleId;
import app.lede.search.ArrivalIndex;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Days on which articles arrived or changed, with their number of shards: rows {@code arrivals} / {@code yyyy-mm-dd} of the
 * control table, kept as long as the articles. A day's row is written before its first article, so that every article
 * is on a listed day; an existing row keeps its shards. Thread safe.
 */
final class ArrivalDays {

    private static final String REGISTER = "arrivals";

    private static final AttributeValue ONE_SHARD = Attributes.number(1);

    /**
     * Maximum number of days cached. A process normally sees one or two; more means that old articles arrive, and a
     * forgotten day costs one write.
     */
    private static final int MOST_REMEMBERED = 400;

    private final DynamoDbClient client;
    private final ControlTable control;
    private final Map<String, Integer> shards = new ConcurrentHashMap<>();

    ArrivalDays(DynamoDbClient client, String table) {
        this.client = client;
        this.control = new ControlTable(client, table);
    }

    /** Returns the shard of an article on a day. */
    int shard(String day, ArticleId id) {
        if (shards.size() > MOST_REMEMBERED) {
            shards.clear();
        }
        return Math.floorMod(id.value().hashCode(), shards.computeIfAbsent(day, this::register));
    }

    private int register(String day) {
        ItemUpdate update = control.update(REGISTER, day).setIfAbsent("shards", ONE_SHARD);
        return switch (update.send(client)) {
            case ItemUpdate.Result.Done done -> shardsOf(done.item());
            case ItemUpdate.Result.Refused refused ->
                throw new IllegalStateException("an update without a condition was refused");
        };
    }

    /** Returns all days, latest first. */
    List<ArrivalIndex.Day> all() {
        return control.descending(REGISTER).stream()
                .map(row -> new ArrivalIndex.Day(LocalDate.parse(ControlTable.sortKey(row)), shardsOf(row)))
                .toList();
    }

    private static int shardsOf(Map<String, AttributeValue> row) {
        return Integer.parseInt(
                Optional.ofNullable(row.get("shards")).orElse(ONE_SHARD).n());
    }
}
