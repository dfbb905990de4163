package app.lede.aws.dynamodb;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.paginators.QueryIterable;

/** The control table: rows by {@code pk} and {@code sk}, most with an expiry in {@code ttl}. Thread safe. */
record ControlTable(DynamoDbClient client, String name) {

    private static final String PARTITION = "pk";
    private static final String SORT = "sk";
    static final String TTL = "ttl";

    static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of(PARTITION, Attributes.text(partition), SORT, Attributes.text(sort));
    }

    static String partition(Map<String, AttributeValue> row) {
        return Optional.ofNullable(row.get(PARTITION)).orElseThrow().s();
    }

    static String sortKey(Map<String, AttributeValue> row) {
        return Optional.ofNullable(row.get(SORT)).orElseThrow().s();
    }

    /** Tests whether a row has expired; DynamoDB deletes it hours or days later. */
    static boolean isOver(Map<String, AttributeValue> row, Instant now) {
        AttributeValue ttl = row.get(TTL);
        return ttl != null && Long.parseLong(ttl.n()) <= now.getEpochSecond();
    }

    ItemUpdate update(String partition, String sort) {
        return new ItemUpdate(name, key(partition, sort));
    }

    /** Reads a row as the last write before the call left it. */
    Optional<Map<String, AttributeValue>> get(String partition, String sort) {
        Map<String, AttributeValue> item = client.getItem(GetItemRequest.builder()
                        .tableName(name)
                        .key(key(partition, sort))
                        .consistentRead(true)
                        .build())
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(item);
    }

    /** Deletes a row; returns whether there was one. */
    boolean remove(String partition, String sort) {
        return client.deleteItem(DeleteItemRequest.builder()
                        .tableName(name)
                        .key(key(partition, sort))
                        .returnValues(ReturnValue.ALL_OLD)
                        .build())
                .hasAttributes();
    }

    /** Returns all rows of a partition, by descending sort key. */
    List<Map<String, AttributeValue>> descending(String partition) {
        return descending(partition, null, 1000).toList();
    }

    /**
     * Streams the rows of a partition lazily, by descending sort key.
     *
     * @param before exclusive upper bound of sort keys; null for all
     * @param stretch rows per request
     */
    Stream<Map<String, AttributeValue>> descending(String partition, @Nullable String before, int stretch) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":pk", Attributes.text(partition));
        if (before != null) {
            values.put(":before", Attributes.text(before));
        }
        QueryIterable pages = client.queryPaginator(QueryRequest.builder()
                .tableName(name)
                .keyConditionExpression(PARTITION + " = :pk" + (before == null ? "" : " AND " + SORT + " < :before"))
                .expressionAttributeValues(values)
                .scanIndexForward(false)
                .limit(stretch)
                .build());
        return pages.items().stream();
    }

    /**
     * Streams the rows of a partition lazily, by ascending sort key, as the last writes before each request left them.
     *
     * @param after exclusive lower bound of sort keys; empty for all
     * @param stretch rows per request
     */
    Stream<Map<String, AttributeValue>> ascending(String partition, String after, int stretch) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":pk", Attributes.text(partition));
        if (!after.isEmpty()) {
            values.put(":after", Attributes.text(after));
        }
        QueryIterable pages = client.queryPaginator(QueryRequest.builder()
                .tableName(name)
                .keyConditionExpression(PARTITION + " = :pk" + (after.isEmpty() ? "" : " AND " + SORT + " > :after"))
                .expressionAttributeValues(values)
                .limit(stretch)
                .consistentRead(true)
                .build());
        return pages.items().stream();
    }
}
