package app.lede.mcp;

import app.lede.mcp.Tool.Parameter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of one call, checked against the tool's parameters. */
record Arguments(Map<String, List<String>> texts, Map<String, Long> numbers) {

    private static final int MOST_VALUES = 20;

    /** Reads arguments; one that is unknown, missing or of another type is a fault. */
    static Arguments read(JsonNode given, List<Parameter> parameters) throws RpcError {
        if (!given.isMissingNode() && !given.isNull() && !given.isObject()) {
            throw fault("arguments must be an object");
        }
        Map<String, List<String>> texts = new LinkedHashMap<>();
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            JsonNode value = given.path(parameter.name());
            if (value.isMissingNode() || value.isNull()) {
                if (parameter.required()) {
                    throw fault(parameter.name() + " is missing");
                }
            } else if (parameter.type() == Parameter.Type.NUMBER) {
                numbers.put(parameter.name(), number(value, parameter));
            } else {
                texts.put(parameter.name(), texts(value, parameter));
            }
        }
        for (Map.Entry<String, JsonNode> field : given.properties()) {
            if (parameters.stream().noneMatch(one -> one.name().equals(field.getKey()))) {
                throw fault("unknown argument " + RpcError.cut(field.getKey()) + "; known are "
                        + String.join(
                                ", ", parameters.stream().map(Parameter::name).toList()));
            }
        }
        return new Arguments(texts, numbers);
    }

    Optional<String> text(String name) {
        return texts.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Returns a text that {@link #read} has required. */
    String needed(String name) {
        return text(name).orElseThrow();
    }

    /** Returns a number, which {@link #read} has found within the bounds of its parameter. */
    int number(String name, int otherwise) {
        return Math.toIntExact(numbers.getOrDefault(name, (long) otherwise));
    }

    private static long number(JsonNode value, Parameter parameter) throws RpcError {
        if (!value.canConvertToLong()
                || !value.canConvertToExactIntegral()
                || value.longValue() < parameter.least()
                || value.longValue() > parameter.most()) {
            throw fault(
                    parameter.name() + " must be a whole number from " + parameter.least() + " to " + parameter.most());
        }
        return value.longValue();
    }

    private static List<String> texts(JsonNode value, Parameter parameter) throws RpcError {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : value.isArray() && parameter.several() ? value : List.of(value)) {
            texts.add(text(one, parameter));
        }
        if (texts.size() > MOST_VALUES) {
            throw fault(parameter.name() + " has more than " + MOST_VALUES + " values");
        }
        return texts;
    }

    private static String text(JsonNode value, Parameter parameter) throws RpcError {
        if (!value.isTextual()) {
            throw fault(parameter.name() + " must be a text");
        }
        String text = value.textValue().strip();
        if (text.isEmpty()) {
            throw fault(parameter.name() + " is empty: " + parameter.description());
        }
        int length = text.codePointCount(0, text.length());
        if (length > parameter.most()) {
            throw fault(parameter.name() + " has " + length + " characters, and may have " + parameter.most() + ": "
                    + parameter.description());
        }
        return text;
    }

    private static RpcError fault(String message) {
        return RpcError.of(RpcError.INVALID_PARAMS, message);
    }
}
