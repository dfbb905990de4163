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

    /**
     * Reads arguments.
     *
     * @throws RpcError when they are no object
     * @throws WrongArgument when one is unknown, missing, of another type or out of its bounds
     */
    static Arguments read(JsonNode given, List<Parameter> parameters) throws RpcError, WrongArgument {
        if (!given.isMissingNode() && !given.isNull() && !given.isObject()) {
            throw RpcError.of(RpcError.INVALID_PARAMS, "arguments must be an object");
        }
        Map<String, List<String>> texts = new LinkedHashMap<>();
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            JsonNode value = given.path(parameter.name());
            if (value.isMissingNode() || value.isNull()) {
                if (parameter.required()) {
                    throw new WrongArgument(parameter.name() + " is missing");
                }
            } else if (parameter.type() == Parameter.Type.NUMBER) {
                numbers.put(parameter.name(), number(value, parameter));
            } else {
                texts.put(parameter.name(), texts(value, parameter));
            }
        }
        for (Map.Entry<String, JsonNode> field : given.properties()) {
            if (parameters.stream().noneMatch(one -> one.name().equals(field.getKey()))) {
                throw new WrongArgument("unknown argument " + RpcError.cut(field.getKey()) + "; known are "
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

    private static long number(JsonNode value, Parameter parameter) throws WrongArgument {
        if (!value.canConvertToLong()
                || !value.canConvertToExactIntegral()
                || value.longValue() < parameter.least()
                || value.longValue() > parameter.most()) {
            throw new WrongArgument(
                    parameter.name() + " must be a whole number from " + parameter.least() + " to " + parameter.most());
        }
        return value.longValue();
    }

    private static List<String> texts(JsonNode value, Parameter parameter) throws WrongArgument {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : value.isArray() && parameter.several() ? value : List.of(value)) {
            texts.add(text(one, parameter));
        }
        if (texts.size() > MOST_VALUES) {
            throw new WrongArgument(parameter.name() + " has more than " + MOST_VALUES + " values");
        }
        return texts;
    }

    private static String text(JsonNode value, Parameter parameter) throws WrongArgument {
        if (!value.isTextual()) {
            throw new WrongArgument(parameter.name() + " must be a text");
        }
        String text = value.textValue().strip();
        if (text.isEmpty()) {
            throw new WrongArgument(parameter.name() + " is empty: " + parameter.description());
        }
        int length = text.codePointCount(0, text.length());
        if (length > parameter.most()) {
            throw new WrongArgument(parameter.name() + " has " + length + " characters, and may have "
                    + parameter.most() + ": " + parameter.description());
        }
        return text;
    }
}
