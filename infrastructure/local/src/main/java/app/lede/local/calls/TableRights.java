package app.lede.local.calls;

import app.lede.local.policy.Context;
import app.lede.local.template.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Names the rights of requests to DynamoDB. A partition key counts up to its first {@code #}. */
final class TableRights {
    private static final Pattern EQUALS = Pattern.compile("(#?\\w+)\\s*=\\s*(:\\w+)");

    private final Map<String, Table> tables;

    /**
     * Creates the reader.
     *
     * @param tables by physical name
     */
    TableRights(Map<String, Table> tables) {
        this.tables = Map.copyOf(tables);
    }

    /** Returns the ARN of a table, as the template has it. */
    String arn(String tableName) {
        return arn(tables.get(tableName));
    }

    List<Call> of(String function, DynamoDbRequest request) {
        return switch (request) {
            case GetItemRequest get -> List.of(item(function, "GetItem", get.tableName(), List.of(get.key())));
            case PutItemRequest put -> List.of(item(function, "PutItem", put.tableName(), List.of(put.item())));
            case UpdateItemRequest update ->
                List.of(item(function, "UpdateItem", update.tableName(), List.of(update.key())));
            case DeleteItemRequest delete ->
                List.of(item(function, "DeleteItem", delete.tableName(), List.of(delete.key())));
            case BatchGetItemRequest batch ->
                batch.requestItems().entrySet().stream()
                        .map(table -> item(
                                function,
                                "BatchGetItem",
                                table.getKey(),
                                table.getValue().keys()))
                        .toList();
            case TransactWriteItemsRequest write ->
                write.transactItems().stream()
                        .flatMap(item -> transacted(function, item))
                        .distinct()
                        .toList();
            case QueryRequest query -> List.of(query(function, query));
            default -> List.of(other(function, request));
        };
    }

    private Stream<Call> transacted(String function, TransactWriteItem item) {
        List<Call> calls = new ArrayList<>();
        Optional.ofNullable(item.put())
                .ifPresent(put -> calls.add(item(function, "PutItem", put.tableName(), List.of(put.item()))));
        Optional.ofNullable(item.update())
                .ifPresent(
                        update -> calls.add(item(function, "UpdateItem", update.tableName(), List.of(update.key()))));
        Optional.ofNullable(item.delete())
                .ifPresent(
                        delete -> calls.add(item(function, "DeleteItem", delete.tableName(), List.of(delete.key()))));
        Optional.ofNullable(item.conditionCheck())
                .ifPresent(check ->
                        calls.add(item(function, "ConditionCheckItem", check.tableName(), List.of(check.key()))));
        return calls.stream();
    }

    private Call item(String function, String action, String tableName, Collection<Map<String, AttributeValue>> items) {
        Table table = tables.get(tableName);
        String hash = table == null ? "" : table.key().hash();
        return call(function, action, table, "", items.stream().map(item -> item.get(hash)));
    }

    private Call query(String function, QueryRequest query) {
        Table table = tables.get(query.tableName());
        String index = query.indexName();
        String hash = table == null ? "" : hash(table, index);
        List<AttributeValue> keys = new ArrayList<>();
        Matcher equality = EQUALS.matcher(Objects.requireNonNullElse(query.keyConditionExpression(), ""));
        while (equality.find()) {
            String name = equality.group(1);
            if (query.expressionAttributeNames().getOrDefault(name, name).equals(hash)) {
                keys.add(query.expressionAttributeValues().get(equality.group(2)));
            }
        }
        return call(function, "Query", table, index == null ? "" : "/index/" + index, keys.stream());
    }

    private static String hash(Table table, @Nullable String index) {
        return table.indexes().stream()
                .filter(candidate -> candidate.name().equals(index))
                .map(Table.Index::key)
                .findFirst()
                .orElse(table.key())
                .hash();
    }

    private Call other(String function, DynamoDbRequest request) {
        String table = request.getValueForField("TableName", String.class).orElse("");
        String operation = request.getClass().getSimpleName().replaceAll("Request$", "");
        return call(function, operation, tables.get(table), "", Stream.empty());
    }

    private static String arn(@Nullable Table table) {
        return table == null ? "unknown table" : table.id() + ".Arn";
    }

    /** Keeps the kinds of partition keys; where a partition is one item, its key is an id and no kind. */
    private static Call call(
            String function,
            String action,
            @Nullable Table table,
            String below,
            Stream<@Nullable AttributeValue> keys) {
        List<String> kinds = table == null || table.key().range().isEmpty()
                ? List.of()
                : keys.filter(Objects::nonNull)
                        .map(AttributeValue::s)
                        .filter(Objects::nonNull)
                        .map(key -> Call.kind(key, '#'))
                        .distinct()
                        .sorted()
                        .toList();
        return new Call(
                function,
                "dynamodb:" + action,
                arn(table) + below,
                new Context(kinds.isEmpty() ? Map.of() : Map.of("dynamodb:LeadingKeys", kinds)));
    }
}
