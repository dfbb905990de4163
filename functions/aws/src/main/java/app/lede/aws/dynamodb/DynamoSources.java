package app.lede.aws.dynamodb;

import app.lede.aws.SideBySide;
import app.lede.json.Json;
import app.lede.source.PollPlan;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceList;
import app.lede.source.SourceStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Stores sources in DynamoDB. {@code version} counts an item's changes, so that concurrent ones all take effect; {@code
 * slot} is set on active sources only, which makes the planning index sparse.
 */
public final class DynamoSources implements SourceStore, SourceList {

    private static final String ID = "id";
    private static final String VERSION = "version";

    /** Attributes of the item that are not the source's. */
    private static final Set<String> KEPT = Set.of(ID, VERSION, ItemUpdate.BY);

    private static final String SLOT = "slot";
    private static final String BY_SLOT = "by-slot";
    private static final String LIST = "list";
    private static final String BY_LIST = "by-list";

    /** One partition: the index is written where a source is added or removed, and lists some thousand small keys. */
    private static final AttributeValue EVERY_SOURCE = Attributes.text("all");

    private static final String IS_NEW = "attribute_not_exists(id)";

    /** DynamoDB's bound on the items of a transaction. */
    private static final int MOST_AT_ONCE = 100;

    /** Maximum attempts of a change; it needs as many as there are concurrent changes. */
    private static final int MOST_ATTEMPTS = 50;

    /** Maximum number of items kept. */
    private static final int MOST_KEPT = 100;

    private final DynamoDbClient client;
    private final String table;
    /** Items as read last: a change begins with what its caller has read, once, and a later version refuses it. */
    private final Map<SourceId, Map<String, AttributeValue>> read = new ConcurrentHashMap<>();

    public DynamoSources(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public boolean add(Source source) {
        Map<String, AttributeValue> item = added(source);
        try {
            client.putItem(PutItemRequest.builder()
                    .tableName(table)
                    .item(item)
                    .conditionExpression(IS_NEW)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            // The client repeats a write whose answer was lost, and finds its own item.
            return item.equals(e.item());
        }
    }

    /**
     * Adds a hundred sources in one transaction, some transactions side by side, on condition that each is new. Where some are not, the answer has them as
     * they are, and the others follow in another transaction. It costs twice the write units of a batch, which has no
     * conditions; an engine that keeps its data on disk syncs once a transaction, but once an item of a batch.
     */
    @Override
    public Map<SourceId, Source> addAll(List<Source> sources) {
        List<List<Source>> hundreds = new ArrayList<>();
        for (int from = 0; from < sources.size(); from += MOST_AT_ONCE) {
            hundreds.add(sources.subList(from, Math.min(sources.size(), from + MOST_AT_ONCE)));
        }
        Map<SourceId, Source> standing = new ConcurrentHashMap<>();
        SideBySide.forEach(hundreds, some -> addTogether(some, standing));
        return standing;
    }

    /** Adds sources together, or each alone where they are changed at the same time. */
    private void addTogether(List<Source> sources, Map<SourceId, Source> standing) {
        List<CancellationReason> reasons = sources.isEmpty() ? List.of() : transaction(sources);
        List<Source> others = new ArrayList<>();
        for (int i = 0; i < reasons.size(); i++) {
            if (reasons.get(i).item().isEmpty()) {
                others.add(sources.get(i));
            } else {
                Source found = source(reasons.get(i).item());
                standing.put(found.id(), found);
            }
        }
        if (others.size() < sources.size()) {
            addTogether(others, standing);
        } else {
            others.stream()
                    .filter(source -> !add(source))
                    .flatMap(source -> get(source.id()).stream())
                    .forEach(found -> standing.put(found.id(), found));
        }
    }

    /** Returns the reasons against each, none if all were added. */
    private List<CancellationReason> transaction(List<Source> sources) {
        try {
            client.transactWriteItems(TransactWriteItemsRequest.builder()
                    .transactItems(sources.stream().map(this::put).toList())
                    .build());
            return List.of();
        } catch (TransactionCanceledException e) {
            return e.cancellationReasons().size() == sources.size()
                    ? e.cancellationReasons()
                    : Collections.nCopies(
                            sources.size(), CancellationReason.builder().build());
        }
    }

    private TransactWriteItem put(Source source) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(added(source))
                        .conditionExpression(IS_NEW)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private static Map<String, AttributeValue> added(Source source) {
        Map<String, AttributeValue> item = new LinkedHashMap<>(attributes(source));
        item.putAll(key(source.id()));
        // A source that is added again has a greater version than any of its life before, which a change may have read.
        item.put(VERSION, Attributes.number(source.addedAt().toEpochMilli()));
        return item;
    }

    @Override
    public Optional<Source> get(SourceId id) {
        Map<String, AttributeValue> item = item(id);
        if (item.isEmpty()) {
            return Optional.empty();
        }
        if (read.size() >= MOST_KEPT) {
            read.clear();
        }
        read.put(id, item);
        return Optional.of(source(item));
    }

    @Override
    public Optional<Source> change(SourceId id, UnaryOperator<Source> change) {
        Map<String, AttributeValue> known = read.remove(id);
        Map<String, AttributeValue> item = known == null ? item(id) : known;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            if (item.isEmpty()) {
                return Optional.empty();
            }
            Source changed = change.apply(source(item));
            switch (update(item, changed).sendOnce(client)) {
                case ItemUpdate.Result.Done done -> {
                    return Optional.of(changed);
                }
                case ItemUpdate.Result.Refused refused -> item = refused.item();
            }
        }
        throw new IllegalStateException("source " + id + " changes faster than it can be changed");
    }

    @Override
    public boolean remove(SourceId id) {
        return !client.deleteItem(DeleteItemRequest.builder()
                        .tableName(table)
                        .key(key(id))
                        .returnValues(ReturnValue.ALL_OLD)
                        .build())
                .attributes()
                .isEmpty();
    }

    @Override
    public List<Source> page(@Nullable SourceId after, int limit) {
        List<Source> page = new ArrayList<>();
        SourceId last = after;
        while (page.size() < limit) {
            List<SourceId> ids = ids(last, limit - page.size());
            if (ids.isEmpty()) {
                break;
            }
            page.addAll(find(ids));
            last = ids.getLast();
        }
        page.sort(Comparator.comparing(source -> source.id().value()));
        return page;
    }

    private List<SourceId> ids(@Nullable SourceId after, int limit) {
        Map<String, AttributeValue> values = new LinkedHashMap<>(Map.of(":list", EVERY_SOURCE));
        if (after != null) {
            values.put(":after", Attributes.text(after.value()));
        }
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .indexName(BY_LIST)
                .keyConditionExpression("#list = :list" + (after == null ? "" : " AND id > :after"))
                .expressionAttributeNames(Map.of("#list", LIST))
                .expressionAttributeValues(values)
                .limit(limit)
                .build();
        return client.query(query).items().stream().map(DynamoSources::id).toList();
    }

    private List<Source> find(List<SourceId> ids) {
        return BatchGet.of(client, table, ids.stream().map(DynamoSources::key).toList()).stream()
                .map(DynamoSources::source)
                .toList();
    }

    private static SourceId id(Map<String, AttributeValue> item) {
        return new SourceId(Optional.ofNullable(item.get("id")).orElseThrow().s());
    }

    @Override
    public List<SourceId> in(PollPlan.Slot slot) {
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .indexName(BY_SLOT)
                .keyConditionExpression("#slot = :slot")
                .expressionAttributeNames(Map.of("#slot", SLOT))
                .expressionAttributeValues(Map.of(":slot", Attributes.text(slot.label())))
                .build();
        return client.queryPaginator(query).items().stream()
                .map(DynamoSources::id)
                .toList();
    }

    private Map<String, AttributeValue> item(SourceId id) {
        return client.getItem(GetItemRequest.builder()
                        .tableName(table)
                        .key(key(id))
                        .consistentRead(true)
                        .build())
                .item();
    }

    /** Sets the attributes of the changed source, and removes those that only the item has. */
    private ItemUpdate update(Map<String, AttributeValue> item, Source changed) {
        long version = version(item);
        Map<String, AttributeValue> attributes = attributes(changed);
        ItemUpdate update = new ItemUpdate(table, key(changed.id()))
                .setAll(attributes)
                .set(VERSION, Attributes.number(version + 1))
                .with("expected", Attributes.number(version))
                .onlyIf("#version = :expected");
        item.keySet().stream()
                .filter(name -> !attributes.containsKey(name) && !KEPT.contains(name))
                .forEach(update::remove);
        return update;
    }

    private static Map<String, AttributeValue> attributes(Source source) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>(Attributes.of(Json.tree(source)));
        attributes.remove(ID);
        attributes.put(LIST, EVERY_SOURCE);
        if (source.polls()) {
            attributes.put(SLOT, Attributes.text(source.slot().label()));
        }
        return attributes;
    }

    private static Source source(Map<String, AttributeValue> item) {
        return Json.of(Attributes.json(item), Source.class);
    }

    private static Map<String, AttributeValue> key(SourceId id) {
        return Map.of(ID, Attributes.text(id.value()));
    }

    private static long version(Map<String, AttributeValue> item) {
        return Long.parseLong(
                Optional.ofNullable(item.get(VERSION)).orElseThrow().n());
    }
}
