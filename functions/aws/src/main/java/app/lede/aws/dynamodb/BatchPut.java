package app.lede.aws.dynamodb;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Puts many items into one table, without conditions and in no order. */
final class BatchPut {

    /** DynamoDB's own bound. */
    private static final int MOST_AT_ONCE = 25;

    /** Answers in a row that leave everything undone; the client waits between its own attempts. */
    private static final int MOST_IDLE_ROUNDS = 5;

    private BatchPut() {}

    static void of(DynamoDbClient client, String table, List<Map<String, AttributeValue>> items) {
        List<WriteRequest> puts = items.stream()
                .map(item ->
                        WriteRequest.builder().putRequest(put -> put.item(item)).build())
                .toList();
        for (int from = 0; from < puts.size(); from += MOST_AT_ONCE) {
            some(client, table, puts.subList(from, Math.min(puts.size(), from + MOST_AT_ONCE)));
        }
    }

    private static void some(DynamoDbClient client, String table, List<WriteRequest> puts) {
        List<WriteRequest> left = puts;
        for (int idle = 0; !left.isEmpty(); ) {
            List<WriteRequest> still = client.batchWriteItem(BatchWriteItemRequest.builder()
                            .requestItems(Map.of(table, left))
                            .build())
                    .unprocessedItems()
                    .getOrDefault(table, List.of());
            idle = still.size() < left.size() ? 0 : idle + 1;
            if (idle == MOST_IDLE_ROUNDS) {
                throw new IllegalStateException("DynamoDB keeps leaving items of " + table + " unwritten");
            }
            left = still;
        }
    }
}
