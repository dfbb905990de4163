package app.lede.aws.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Builds an UpdateItem request. Attribute names always use placeholders, since many are reserved words; conditions
 * write names as {@code #name} and values as {@code :name}.
 */
final class ItemUpdate {

    /** Mark of the last update that {@link #sendOnce} sent. */
    static final String BY = "by";

    private final String table;
    private final Map<String, AttributeValue> key;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();
    private final List<String> sets = new ArrayList<>();
    private final List<String> removes = new ArrayList<>();
    private String condition = "";
    private ReturnValue answer = ReturnValue.UPDATED_NEW;

    ItemUpdate(String table, Map<String, AttributeValue> key) {
        this.table = table;
        this.key = key;
    }

    /** Result of an update. */
    sealed interface Result {

        /** The update succeeded; the attributes it wrote, as they are after it or, where asked for, were before. */
        record Done(Map<String, AttributeValue> item) implements Result {}

        /** The condition failed; the current item, empty if there is none. */
        record Refused(Map<String, AttributeValue> item) implements Result {}
    }

    ItemUpdate set(String name, AttributeValue value) {
        sets.add(name(name) + " = " + value(name, value));
        return this;
    }

    ItemUpdate setAll(Map<String, AttributeValue> attributes) {
        attributes.forEach(this::set);
        return this;
    }

    ItemUpdate setIfAbsent(String name, AttributeValue value) {
        sets.add(name(name) + " = if_not_exists(" + name(name) + ", " + value(name, value) + ")");
        return this;
    }

    /** Adds to an existing number. */
    ItemUpdate increase(String name, long by) {
        sets.add(name(name) + " = " + name(name) + " + " + value(name, Attributes.number(by)));
        return this;
    }

    /** Adds to a number that may not be there yet. */
    ItemUpdate count(String name, long by) {
        sets.add(name(name) + " = if_not_exists(" + name(name) + ", " + value("zero", Attributes.number(0)) + ") + "
                + value(name, Attributes.number(by)));
        return this;
    }

    ItemUpdate remove(String name) {
        removes.add(name(name));
        return this;
    }

    /** Sets an attribute, or removes it where there is no value. */
    ItemUpdate setOrRemove(String name, @Nullable AttributeValue value) {
        return value == null ? remove(name) : set(name, value);
    }

    ItemUpdate onlyIf(String expression) {
        condition = expression;
        return this;
    }

    /** Asks for the written attributes as they were before. */
    ItemUpdate answeredWithOld() {
        answer = ReturnValue.UPDATED_OLD;
        return this;
    }

    /** Declares a name used only in the condition. */
    ItemUpdate named(String name) {
        name(name);
        return this;
    }

    /** Declares a value used only in the condition. */
    ItemUpdate with(String placeholder, AttributeValue value) {
        value(placeholder, value);
        return this;
    }

    Result send(DynamoDbClient client) {
        try {
            return new Result.Done(client.updateItem(request()).attributes());
        } catch (ConditionalCheckFailedException e) {
            return new Result.Refused(Optional.ofNullable(e.item()).orElse(Map.of()));
        }
    }

    /**
     * Sends an update with a condition that its own effect breaks. The client repeats a request whose answer was lost; if that one
     * took effect, the repetition is refused, and the item's {@value #BY} tells that it was this one, unless another update came between:
     * then the change is made again by callers that try again.
     */
    Result sendOnce(DynamoDbClient client) {
        AttributeValue mark = Attributes.text(UUID.randomUUID().toString());
        Result result = set(BY, mark).send(client);
        return result instanceof Result.Refused refused
                        && mark.equals(refused.item().get(BY))
                ? new Result.Done(refused.item())
                : result;
    }

    /** Sends an update as {@link #sendOnce}; returns whether it succeeded. */
    boolean isDoneOnce(DynamoDbClient client) {
        return sendOnce(client) instanceof Result.Done;
    }

    /** Sends the update; returns whether it succeeded. */
    boolean isDone(DynamoDbClient client) {
        return send(client) instanceof Result.Done;
    }

    /** Sends unconditional updates of different items in one call. */
    static void sendTogether(DynamoDbClient client, List<ItemUpdate> updates) {
        if (updates.size() == 1) {
            updates.getFirst().send(client);
            return;
        }
        try {
            client.transactWriteItems(TransactWriteItemsRequest.builder()
                    .transactItems(updates.stream()
                            .map(update -> TransactWriteItem.builder()
                                    .update(update.part())
                                    .build())
                            .toList())
                    .build());
        } catch (TransactionCanceledException e) {
            // Another write of one of the items was under way; a single update waits for it.
            updates.forEach(update -> update.send(client));
        }
    }

    private Update part() {
        return Update.builder()
                .tableName(table)
                .key(key)
                .updateExpression(expression())
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }

    private String expression() {
        String set = sets.isEmpty() ? "" : "SET " + String.join(", ", sets);
        return removes.isEmpty() ? set : set + " REMOVE " + String.join(", ", removes);
    }

    UpdateItemRequest request() {
        UpdateItemRequest.Builder request = UpdateItemRequest.builder()
                .tableName(table)
                .key(key)
                .updateExpression(expression())
                .expressionAttributeNames(names)
                .expressionAttributeValues(values.isEmpty() ? null : values)
                .returnValues(answer);
        if (!condition.isEmpty()) {
            request.conditionExpression(condition)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        }
        return request.build();
    }

    private String name(String name) {
        names.put("#" + name, name);
        return "#" + name;
    }

    private String value(String name, AttributeValue value) {
        values.put(":" + name, value);
        return ":" + name;
    }
}
