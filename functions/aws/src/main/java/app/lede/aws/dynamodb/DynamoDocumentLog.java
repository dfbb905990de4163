package app.lede.aws.dynamodb;

import app.lede.document.DocumentId;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.Outcome;
import app.lede.document.PartKey;
import app.lede.hash.Digest;
import app.lede.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Keeps outcomes in rows {@code documents#<yyyymmdd>} / {@code <document id>} of the control table, one partition a day.
 * Rows {@code documents#days} / {@code <yyyymmdd>} list the days, rows {@code key#<sha256 of the key>} / {@code <document
 * id>} the documents of an object key, but for those of current revisions; both are written before the outcome that they lead to. Rows {@code parts#<document id>} /
 * {@code <place>} repeat, after them, the outcomes of a collection's parts, whose keys need no rows. Thread safe.
 */
public final class DynamoDocumentLog implements DocumentLog {

    private static final String DAYS = "documents#days";

    /** Maximum number of days cached. A process normally sees one or two; more means that an old queue is drained. */
    private static final int MOST_REMEMBERED = 400;

    /** Rows of a query that counts; a page of 1 MB ends before. */
    private static final int COUNTED_AT_ONCE = 5_000;

    private final ControlTable control;
    private final Duration retention;
    private final InstantSource clock;
    private final Set<String> registered = ConcurrentHashMap.newKeySet();

    /**
     * Opens the log.
     *
     * @param retention how long an outcome is kept after its document was received
     */
    public DynamoDocumentLog(DynamoDbClient client, String controlTable, Duration retention, InstantSource clock) {
        this.control = new ControlTable(client, controlTable);
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public DocumentRecord record(DocumentRecord record) {
        Optional<PartKey> part = record.part();
        if (part.isEmpty()) {
            noLongerCurrent(record);
        }
        DocumentRecord standing = recordCurrent(record);
        // Last, as a deletion goes by these rows: a part that is deleted here is deleted in the row above.
        part.ifPresent(place -> offer(record, ofParts(place.parent()), place.place()));
        return standing;
    }

    @Override
    public DocumentRecord recordCurrent(DocumentRecord record) {
        register(record);
        return offer(record, partition(record.id()), record.id().value())
                .map(DynamoDocumentLog::record)
                .orElse(record);
    }

    @Override
    public void noLongerCurrent(DocumentRecord record) {
        Map<String, AttributeValue> pointer =
                new HashMap<>(ControlTable.key(ofKey(record.key()), record.id().value()));
        pointer.put(ControlTable.TTL, Attributes.seconds(record.received().plus(retention)));
        control.client().putItem(put(pointer).build());
    }

    /** Writes a row; returns the one that stands in its place where that outranks it. */
    private Optional<Map<String, AttributeValue>> offer(DocumentRecord record, String partition, String sort) {
        Map<String, AttributeValue> row = new HashMap<>(Attributes.of(Json.tree(record)));
        row.remove("id");
        row.putAll(ControlTable.key(partition, sort));
        row.put(ControlTable.TTL, Attributes.seconds(record.received().plus(retention)));
        try {
            control.client()
                    .putItem(unlessItStays(put(row), record)
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                            .build());
            return Optional.empty();
        } catch (ConditionalCheckFailedException e) {
            return Optional.of(e.item());
        }
    }

    /** Spells {@link DocumentRecord#replaces} as a condition. */
    private static PutItemRequest.Builder unlessItStays(PutItemRequest.Builder put, DocumentRecord record) {
        Map<String, AttributeValue> values = new HashMap<>();
        Outcome outcome = record.outcome();
        String condition = "attribute_not_exists(pk)";
        if (outcome == Outcome.DELETED) {
            values.put(":deleted", label(Outcome.DELETED));
            condition += record.articleId() == null
                    ? " OR (outcome <> :deleted AND attribute_not_exists(articleId))"
                    : " OR outcome <> :deleted OR attribute_not_exists(articleId)";
        } else if (outcome == Outcome.WAITING) {
            values.put(":waiting", label(Outcome.WAITING));
            values.put(":parts", Attributes.number(record.parts()));
            // Rows of earlier versions have no number of parts.
            condition += record.parts() == 0
                    ? " OR (outcome = :waiting AND parts < :parts)"
                    : " OR (outcome = :waiting AND (parts < :parts OR attribute_not_exists(parts)))";
        } else {
            values.put(":waiting", label(Outcome.WAITING));
            values.put(":failed", label(Outcome.FAILED));
            condition += " OR outcome IN (:waiting, :failed)";
        }
        if (outcome.isSettled() && outcome != Outcome.DELETED) {
            values.put(":deleted", label(Outcome.DELETED));
            values.put(":parser", Attributes.number(record.parser()));
            condition += " OR (outcome <> :deleted AND parser < :parser)";
        }
        put.conditionExpression(condition);
        return put.expressionAttributeValues(values);
    }

    private static AttributeValue label(Outcome outcome) {
        return Attributes.text(outcome.label());
    }

    private void register(DocumentRecord record) {
        String day = record.id().day();
        if (registered.contains(day)) {
            return;
        }
        Map<String, AttributeValue> row = new HashMap<>(ControlTable.key(DAYS, day));
        row.put(
                ControlTable.TTL,
                Attributes.seconds(record.received().plus(retention).plus(Duration.ofDays(2))));
        control.client().putItem(put(row).build());
        if (registered.size() > MOST_REMEMBERED) {
            registered.clear();
        }
        registered.add(day);
    }

    private PutItemRequest.Builder put(Map<String, AttributeValue> row) {
        return PutItemRequest.builder().tableName(control.name()).item(row);
    }

    @Override
    public Optional<DocumentRecord> get(DocumentId id) {
        Instant now = clock.instant();
        return control.get(partition(id), id.value())
                .filter(row -> !ControlTable.isOver(row, now))
                .map(DynamoDocumentLog::record);
    }

    @Override
    public List<DocumentRecord> byKey(String key) {
        Instant now = clock.instant();
        Optional<PartKey> part = PartKey.of(key);
        if (part.isPresent()) {
            return get(part.get().documentId()).stream().toList();
        }
        List<Map<String, AttributeValue>> rows = control.descending(ofKey(key), null, MOST_OF_ONE_KEY)
                .limit(MOST_OF_ONE_KEY)
                .map(ControlTable::sortKey)
                .map(id -> ControlTable.key(partition(new DocumentId(id)), id))
                .toList();
        return BatchGet.of(control.client(), control.name(), rows).stream()
                .filter(row -> !ControlTable.isOver(row, now))
                .map(DynamoDocumentLog::record)
                .sorted(Comparator.comparing(DocumentRecord::id).reversed())
                .toList();
    }

    @Override
    public List<DocumentRecord> parts(DocumentId parent, int after, int limit) {
        Instant now = clock.instant();
        String place = after == 0 ? "" : new PartKey(parent, after).place();
        return control.ascending(ofParts(parent), place, limit)
                .filter(row -> !ControlTable.isOver(row, now))
                .limit(limit)
                .map(row -> part(parent, row))
                .toList();
    }

    @Override
    public Map<Outcome, Integer> outcomesOfParts(DocumentId parent) {
        Instant now = clock.instant();
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        control.ascending(ofParts(parent), "", COUNTED_AT_ONCE)
                .filter(row -> !ControlTable.isOver(row, now))
                .forEach(row -> counts.merge(part(parent, row).outcome(), 1, Integer::sum));
        return counts;
    }

    private static DocumentRecord part(DocumentId parent, Map<String, AttributeValue> row) {
        int number = Integer.parseInt(ControlTable.sortKey(row));
        DocumentId id = new PartKey(parent, number).documentId();
        return Json.of(Attributes.json(row).put("id", id.value()), DocumentRecord.class);
    }

    @Override
    public List<DocumentRecord> newest(@Nullable DocumentId before, int limit) {
        Instant now = clock.instant();
        List<DocumentRecord> newest = new ArrayList<>();
        List<String> days = control.descending(DAYS).stream()
                .map(ControlTable::sortKey)
                .filter(day -> before == null || day.compareTo(before.day()) <= 0)
                .toList();
        for (String day : days) {
            control.descending("documents#" + day, before == null ? null : before.value(), limit)
                    .filter(row -> !ControlTable.isOver(row, now))
                    .limit(limit - newest.size())
                    .map(DynamoDocumentLog::record)
                    .forEach(newest::add);
            if (newest.size() == limit) {
                break;
            }
        }
        return newest;
    }

    private static DocumentRecord record(Map<String, AttributeValue> row) {
        return Json.of(Attributes.json(row).put("id", ControlTable.sortKey(row)), DocumentRecord.class);
    }

    private static String ofParts(DocumentId parent) {
        return "parts#" + parent;
    }

    private static String ofKey(String key) {
        return "key#" + Digest.hex(key);
    }

    private static String partition(DocumentId id) {
        return "documents#" + id.day();
    }
}
