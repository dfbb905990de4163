package app.lede.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads many items of one table by key, in no particular order. */
final class BatchGet {

    /** Maximum keys per request, a DynamoDB limit. */
    private static final int MOST_AT_ONCE = 100;

    /** Maximum consecutive responses without any item; the client backs off only between its own attempts. */
    private static final int MOST_IDLE_ROUNDS = 5;

    private BatchGet() {}

    static List<Map<String, AttributeValue>> of(
            DynamoDbClient client, String table, List<Map<String, AttributeValue>> keys) {
        return all(client, table, keys, false);
    }

    /** Reads items as they were written last; costs twice as much. */
    static List<Map<String, AttributeValue>> consistent(
            DynamoDbClient client, String table, List<Map<String, AttributeValue>> keys) {
        return all(client, table, keys, true);
    }

    private static List<Map<String, AttributeValue>> all(
            DynamoDbClient client, String table, List<Map<String, AttributeValue>> keys, boolean consistent) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += MOST_AT_ONCE) {
            int end = Math.min(keys.size(), from + MOST_AT_ONCE);
            items.addAll(some(client, table, keys.subList(from, end), consistent));
        }
        return items;
    }

    private static List<Map<String, AttributeValue>> some(
            DynamoDbClient client, String table, List<Map<String, AttributeValue>> keys, boolean consistent) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        List<Map<String, AttributeValue>> left = keys;
        int idle = 0;
        while (!left.isEmpty()) {
            BatchGetItemResponse answer = client.batchGetItem(BatchGetItemRequest.builder()
                    .requestItems(Map.of(
                            table,
                            KeysAndAttributes.builder()
                                    .keys(left)
                                    .consistentRead(consistent)
                                    .build()))
                    .build());
            items.addAll(answer.responses().getOrDefault(table, List.of()));
            @Nullable KeysAndAttributes unprocessed = answer.unprocessedKeys().get(table);
            List<Map<String, AttributeValue>> still = unprocessed == null ? List.of() : unprocessed.keys();
            idle = still.size() < left.size() ? 0 : idle + 1;
            if (idle == MOST_IDLE_ROUNDS) {
                throw new IllegalStateException("DynamoDB keeps leaving keys of " + table + " unread");
            }
            left = still;
        }
        return items;
    }
}
