package app.lede.aws.dynamodb;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Converts JSON to and from DynamoDB's types. Nulls are omitted. */
final class Attributes {

    private Attributes() {}

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** Returns an instant in epoch seconds, as TTL requires. */
    static AttributeValue seconds(Instant moment) {
        return number(moment.getEpochSecond());
    }

    static AttributeValue millis(Instant moment) {
        return number(moment.toEpochMilli());
    }

    static Instant ofMillis(AttributeValue value) {
        return Instant.ofEpochMilli(Long.parseLong(value.n()));
    }

    static Map<String, AttributeValue> of(ObjectNode json) {
        Map<String, AttributeValue> item = new LinkedHashMap<>();
        json.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                item.put(field.getKey(), value(field.getValue()));
            }
        });
        return item;
    }

    static ObjectNode json(Map<String, AttributeValue> item) {
        ObjectNode json = Json.object();
        item.forEach((name, value) -> json.set(name, node(value)));
        return json;
    }

    private static AttributeValue value(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> AttributeValue.fromS(node.textValue());
            case NUMBER -> AttributeValue.fromN(node.decimalValue().toPlainString());
            case BOOLEAN -> AttributeValue.fromBool(node.booleanValue());
            case ARRAY -> AttributeValue.fromL(values(node));
            case OBJECT -> AttributeValue.fromM(of((ObjectNode) node));
            case NULL -> AttributeValue.fromNul(true);
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("not JSON: " + node.getNodeType());
        };
    }

    private static List<AttributeValue> values(JsonNode array) {
        List<AttributeValue> values = new ArrayList<>();
        array.forEach(element -> values.add(value(element)));
        return values;
    }

    private static JsonNode node(AttributeValue value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value.type()) {
            case S -> nodes.textNode(value.s());
            case N -> number(new BigDecimal(value.n()));
            case BOOL -> nodes.booleanNode(value.bool());
            case L -> {
                ArrayNode array = nodes.arrayNode();
                value.l().forEach(element -> array.add(node(element)));
                yield array;
            }
            case M -> json(value.m());
            case NUL -> nodes.nullNode();
            case B, SS, NS, BS, UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalArgumentException("not written by this project: " + value.type());
        };
    }

    private static JsonNode number(BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        return whole ? JsonNodeFactory.instance.numberNode(number.longValueExact()) : DecimalNode.valueOf(number);
    }
}
