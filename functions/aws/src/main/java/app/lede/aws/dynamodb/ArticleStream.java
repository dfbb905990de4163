package app.lede.aws.dynamodb;

import app.lede.article.ArticleId;
import app.lede.json.Json;
import app.lede.pipeline.ArticleChange;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads a batch of changes of the articles table, as Lambda delivers it from the table's stream.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">Lambda and DynamoDB streams</a>
 */
public final class ArticleStream {

    /** Is raised when another document repeats a revision; nobody searches by it. */
    private static final String PRECEDENCE = "precedence";

    private ArticleStream() {}

    /** One record of the stream. */
    public sealed interface Entry {

        /** Place in the stream. */
        String sequenceNumber();

        record Changed(String sequenceNumber, ArticleChange change) implements Entry {}

        /** Nothing changed that an index holds. */
        record Irrelevant(String sequenceNumber) implements Entry {}

        /** Not an article of this project. */
        record Unreadable(String sequenceNumber, String cause) implements Entry {}
    }

    /** Parses an event; throws IllegalArgumentException if it is not one of a stream. */
    public static List<Entry> read(byte[] event) {
        JsonNode records = Json.read(event).path("Records");
        if (!records.isArray()) {
            throw new IllegalArgumentException("not a stream event: it has no Records");
        }
        return StreamSupport.stream(records.spliterator(), false)
                .map(record -> record.path("dynamodb"))
                .map(ArticleStream::entry)
                .toList();
    }

    private static Entry entry(JsonNode change) {
        String number = change.path("SequenceNumber").asText();
        try {
            Map<String, AttributeValue> after = item(change.path("NewImage"));
            Map<String, AttributeValue> before = item(change.path("OldImage"));
            if (!after.isEmpty() && withoutPrecedence(after).equals(withoutPrecedence(before))) {
                return new Entry.Irrelevant(number);
            }
            return new Entry.Changed(number, change(change, after, before));
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Entry.Unreadable(number, String.valueOf(e.getMessage()));
        }
    }

    private static ArticleChange change(
            JsonNode change, Map<String, AttributeValue> after, Map<String, AttributeValue> before) {
        if (after.containsKey(ArticleItem.DELETED_AT)) {
            return new ArticleChange.Deleted(id(after), Instant.parse(text(after, ArticleItem.DELETED_AT)));
        }
        if (after.isEmpty()) {
            return new ArticleChange.Deleted(id(item(change.path("Keys"))), removedAt(change, before));
        }
        return new ArticleChange.Stored(ArticleItem.article(after));
    }

    private static ArticleId id(Map<String, AttributeValue> item) {
        return new ArticleId(text(item, "id"));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null || value.s() == null) {
            throw new IllegalArgumentException("the attribute is missing: " + name);
        }
        return value.s();
    }

    /**
     * Returns when an item was removed, whether by hand, by its expiry or otherwise; the event's name may differ between
     * engines. The stream knows whole seconds, and the removed revision may be of the same one.
     */
    private static Instant removedAt(JsonNode change, Map<String, AttributeValue> before) {
        Instant at =
                Instant.ofEpochSecond(change.path("ApproximateCreationDateTime").asLong());
        Instant last = before.containsKey(ArticleItem.CHANGED_KEY) ? ArticleItem.changed(before) : at;
        return last.isAfter(at) ? last : at;
    }

    private static Map<String, AttributeValue> withoutPrecedence(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> rest = new LinkedHashMap<>(item);
        rest.remove(PRECEDENCE);
        return rest;
    }

    private static Map<String, AttributeValue> item(JsonNode image) {
        Map<String, AttributeValue> item = new LinkedHashMap<>();
        image.properties().forEach(field -> item.put(field.getKey(), value(field.getValue())));
        return item;
    }

    private static byte[] binary(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText());
    }

    private static AttributeValue value(JsonNode typed) {
        Iterator<Map.Entry<String, JsonNode>> types = typed.properties().iterator();
        if (!types.hasNext()) {
            throw new IllegalArgumentException("an attribute without a type");
        }
        Map.Entry<String, JsonNode> type = types.next();
        JsonNode value = type.getValue();
        return switch (type.getKey()) {
            case "S" -> AttributeValue.fromS(value.asText());
            case "N" -> AttributeValue.fromN(value.asText());
            case "BOOL" -> AttributeValue.fromBool(value.asBoolean());
            case "NULL" -> AttributeValue.fromNul(true);
            case "M" -> AttributeValue.fromM(item(value));
            case "B" -> AttributeValue.fromB(SdkBytes.fromByteArray(binary(value)));
            case "L" ->
                AttributeValue.fromL(StreamSupport.stream(value.spliterator(), false)
                        .map(ArticleStream::value)
                        .toList());
            default -> throw new IllegalArgumentException("an attribute of the type " + type.getKey());
        };
    }
}
