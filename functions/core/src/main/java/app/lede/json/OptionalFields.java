package app.lede.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes fields of a JSON object that may be absent. Thread safe. */
public final class OptionalFields {

    private OptionalFields() {}

    public static void put(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    public static void putAll(ObjectNode json, String name, List<String> values) {
        ArrayNode array = json.putArray(name);
        values.forEach(array::add);
    }

    /** Reads a text field; IllegalArgumentException if it is missing. */
    public static String text(JsonNode json, String name) {
        String value = find(json, name);
        if (value == null) {
            throw new IllegalArgumentException("the text field is missing: " + name);
        }
        return value;
    }

    /** Reads a text field; null if absent. */
    public static @Nullable String find(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isTextual() ? value.textValue() : null;
    }

    /** Reads a whole number; IllegalArgumentException if it is missing. */
    public static int whole(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.canConvertToInt()) {
            throw new IllegalArgumentException("the number is missing: " + name);
        }
        return value.intValue();
    }

    /** Reads an array field; empty if absent. */
    public static <T> List<T> list(JsonNode json, String name, Function<JsonNode, T> element) {
        List<T> elements = new ArrayList<>();
        json.path(name).forEach(one -> elements.add(element.apply(one)));
        return elements;
    }
}
