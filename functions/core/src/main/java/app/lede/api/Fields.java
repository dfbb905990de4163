package app.lede.api;

import app.lede.json.DuplicateKeys;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a JSON request body and collects its faults, as {@link Parameters} does for the query. */
final class Fields {

    private final JsonNode body;
    private final List<Problem.Fault> faults = new ArrayList<>();

    Fields(Request request, Set<String> known) {
        this.body = parsed(request.body());
        if (!body.isObject()) {
            faults.add(new Problem.Fault("body", "expected a JSON object with " + sorted(known)));
        }
        duplicate(body, request.body()).ifPresent(name -> fault(name, "given more than once"));
        body.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                faults.add(new Problem.Fault(name, "unknown field; known are " + sorted(known)));
            }
        });
    }

    private static Optional<String> duplicate(JsonNode body, byte[] bytes) {
        return body.isObject() ? DuplicateKeys.first(bytes) : Optional.empty();
    }

    private static JsonNode parsed(byte[] bytes) {
        try {
            return Json.read(bytes);
        } catch (IllegalArgumentException e) {
            return MissingNode.getInstance(); // The caller reports it as a fault of the body.
        }
    }

    Optional<String> text(String name, int longest) {
        JsonNode value = body.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!isText(value, longest)) {
            fault(name, "expected a text of at most " + longest + " characters of Unicode, without NUL");
            return Optional.empty();
        }
        return Optional.of(value.textValue().strip());
    }

    /** Tests for a text with a visible character that every store and format can carry; lengths are in code points. */
    static boolean isText(JsonNode value, int longest) {
        return value.isTextual()
                && !value.textValue().isBlank()
                && value.textValue().codePointCount(0, value.textValue().length()) <= longest
                && value.textValue().codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    /** Returns the fields of an object; their faults are named {@code name.field}. */
    Optional<Map<String, String>> texts(String name, Set<String> known) {
        JsonNode value = body.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            fault(name, "expected an object with " + sorted(known));
            return Optional.empty();
        }
        Map<String, String> texts = new HashMap<>();
        value.properties().forEach(field -> {
            String path = name + "." + field.getKey();
            if (!known.contains(field.getKey())) {
                fault(path, "unknown field; known are " + sorted(known));
            } else if (field.getValue().isTextual()) {
                texts.put(field.getKey(), field.getValue().textValue());
            } else {
                fault(path, "expected a text");
            }
        });
        return Optional.of(texts);
    }

    /** Returns a field as it is given; a missing node where it is not. */
    JsonNode value(String name) {
        return body.path(name);
    }

    /** Tests for a text that is given and has nothing in it. */
    boolean isBlank(String name) {
        return body.path(name).isTextual() && body.path(name).textValue().isBlank();
    }

    /** Returns whether a field is given, rightly or not. */
    boolean has(String name) {
        return body.has(name);
    }

    /** Returns the texts of a list, each once; none where the field is not given. */
    List<String> texts(String name, int most, int longest) {
        JsonNode value = body.path(name);
        if (value.isMissingNode()) {
            return List.of();
        }
        Set<String> texts = new LinkedHashSet<>();
        boolean right = value.isArray() && value.size() <= most;
        for (JsonNode one : right ? value : List.<JsonNode>of()) {
            right &= isText(one, longest);
            texts.add(one.asText().strip());
        }
        if (!right) {
            fault(name, "expected a list of at most " + most + " texts of at most " + longest + " characters");
        }
        return List.copyOf(texts);
    }

    Optional<Boolean> flag(String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            fault(name, "expected true or false");
            return Optional.empty();
        }
        return Optional.of(value.booleanValue());
    }

    Optional<Long> number(String name, long least, long most) {
        JsonNode value = body.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.canConvertToLong()
                || !value.canConvertToExactIntegral()
                || value.longValue() < least
                || value.longValue() > most) {
            fault(name, "expected a whole number from " + least + " to " + most);
            return Optional.empty();
        }
        return Optional.of(value.longValue());
    }

    void fault(String name, String detail) {
        faults.add(new Problem.Fault(name, detail));
    }

    Optional<Answer> problem() {
        return faults.isEmpty() ? Optional.empty() : Optional.of(Problem.badRequest(faults));
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
