package app.lede.aws.dynamodb;

import app.lede.article.ArticleId;
import app.lede.article.Times;
import app.lede.search.ArrivalIndex;
import app.lede.search.ChangeIndex;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Lists articles by arrival and by change, with the indexes {@code by-arrival} and {@code by-changed} and the days in the
 * control table.
 */
public final class DynamoArrivals implements ArrivalIndex, ChangeIndex {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final DynamoDbClient client;
    private final String table;
    private final ArrivalDays days;
    private final Optional<InstantSource> clock;
    private volatile Read read = new Read(List.of(), Instant.EPOCH);

    /** Creates the index; it reads the days each time. */
    public DynamoArrivals(DynamoDbClient client, String articlesTable, String controlTable) {
        this(client, articlesTable, controlTable, Optional.empty());
    }

    /** Creates the index; it reads the days at most every 2 seconds once today is among them. */
    public DynamoArrivals(DynamoDbClient client, String articlesTable, String controlTable, InstantSource clock) {
        this(client, articlesTable, controlTable, Optional.of(clock));
    }

    private DynamoArrivals(
            DynamoDbClient client, String articlesTable, String controlTable, Optional<InstantSource> clock) {
        this.client = client;
        this.table = articlesTable;
        this.days = new ArrivalDays(client, controlTable);
        this.clock = clock;
    }

    /** The days, and when they were read. */
    private record Read(List<Day> days, Instant at) {

        boolean holds(Instant now) {
            return !days.isEmpty()
                    && days.getFirst().day().toString().equals(Times.day(now))
                    && Duration.between(at, now).abs().compareTo(FRESH) < 0;
        }
    }

    @Override
    public List<Day> days() {
        if (clock.isEmpty()) {
            return days.all();
        }
        Instant now = clock.get().instant();
        if (!read.holds(now)) {
            read = new Read(days.all(), now);
        }
        return read.days();
    }

    @Override
    public List<ArrivalIndex.Entry> walk(LocalDate day, int shard, @Nullable String before, int limit) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":day", Attributes.text(ArticleItem.shardOf(day, shard)));
        if (before != null) {
            values.put(":before", Attributes.text(before));
        }
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .indexName(ArticleItem.BY_ARRIVAL)
                .keyConditionExpression("arrivalDay = :day" + (before == null ? "" : " AND arrivalKey < :before"))
                .expressionAttributeValues(values)
                .scanIndexForward(false)
                .limit(limit)
                .build();
        return items(query, DynamoArrivals::arrival);
    }

    @Override
    public List<ChangeIndex.Entry> walk(LocalDate day, int shard, String after, @Nullable String before, int limit) {
        // BETWEEN includes its ends: '!' sorts below the '#' of keys, and no key equals a day or a time.
        String first = after.isEmpty() ? day.toString() : after + "!";
        String last = before == null ? day.plusDays(1).toString() : before;
        if (first.compareTo(last) >= 0) {
            return List.of();
        }
        Map<String, AttributeValue> values = Map.of(
                ":day", Attributes.text(ArticleItem.shardOf(day, shard)),
                ":after", Attributes.text(first),
                ":before", Attributes.text(last));
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .indexName(ArticleItem.BY_CHANGED)
                .keyConditionExpression("changedDay = :day AND changedKey BETWEEN :after AND :before")
                .expressionAttributeValues(values)
                .limit(limit)
                .build();
        return items(query, DynamoArrivals::change);
    }

    private <E> List<E> items(QueryRequest query, Function<Map<String, AttributeValue>, E> entry) {
        return client.queryPaginator(query).items().stream()
                .limit(query.limit())
                .map(entry)
                .toList();
    }

    private static ChangeIndex.Entry change(Map<String, AttributeValue> item) {
        return new ChangeIndex.Entry(
                Objects.requireNonNull(item.get("changedKey")).s(),
                new ArticleId(Objects.requireNonNull(item.get("id")).s()),
                item.containsKey(ArticleItem.DELETED_AT));
    }

    private static ArrivalIndex.Entry arrival(Map<String, AttributeValue> item) {
        ObjectNode json = Attributes.json(item);
        List<String> countries = new ArrayList<>();
        json.path("countries").forEach(country -> countries.add(country.asText()));
        return new ArrivalIndex.Entry(
                json.path("arrivalKey").asText(),
                new ArticleId(json.path("id").asText()),
                json.path("sourceId").textValue(),
                json.path("inLanguage").textValue(),
                countries);
    }
}
