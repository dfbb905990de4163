package app.lede.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON of others, and what a fresh process needs first, as trees, as Jackson's mapper does. A mapper loads some 300 classes, a quarter of the time to the first page of
 * a fresh process; the parser alone loads 40.
 *
 * <p>Thread safe.
 */
public final class ForeignJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonFactory factory;

    private ForeignJson(JsonFactory factory) {
        this.factory = factory;
    }

    /**
     * Creates a reader of JSON that should be valid: it reads one value and ignores what follows, as in a script that assigns one.
     *
     * @param maxDepth how deep objects and arrays may nest
     */
    public static ForeignJson valid(int maxDepth) {
        return new ForeignJson(nesting(maxDepth).build());
    }

    /**
     * Creates a reader of JSON that publishers' templates write: as {@link #valid}, and line breaks in texts, comments, trailing commas
     * and needless escapes are accepted.
     *
     * @param maxDepth how deep objects and arrays may nest
     */
    public static ForeignJson lenient(int maxDepth) {
        return new ForeignJson(nesting(maxDepth)
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                .build());
    }

    private static JsonFactoryBuilder nesting(int maxDepth) {
        return (JsonFactoryBuilder) JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        .build());
    }

    /** Creates a parser of a text, for {@link #value}. */
    public JsonParser parser(String json) throws IOException {
        return factory.createParser(json);
    }

    /** Reads the first value of a text; a missing node if there is none. */
    public JsonNode read(String json) throws JsonProcessingException {
        try (JsonParser parser = parser(json)) {
            return parser.nextToken() == null ? MissingNode.getInstance() : value(parser);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw withoutReason(e);
        }
    }

    /**
     * Reads the values of a text that stand one behind the other, or in one array around them; those before the first error.
     *
     * @param most how many at most
     */
    public List<JsonNode> values(String json, int most) {
        List<JsonNode> values = new ArrayList<>();
        try (JsonParser parser = parser(json)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                token = parser.nextToken();
            }
            while (token != null && token != JsonToken.END_ARRAY && values.size() < most) {
                values.add(value(parser));
                token = parser.nextToken();
            }
        } catch (JsonProcessingException e) {
            return values; // A page's broken metadata is the page's ordinary state, not our failure.
        } catch (IOException e) {
            throw withoutReason(e);
        }
        return values;
    }

    /** Reads the value that begins with the parser's token; it may nest as deep as the parser lets it. */
    public static JsonNode value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_NULL -> NODES.nullNode();
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value begins with " + parser.currentToken());
        };
    }

    private static ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            object.set(name, value(parser));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static JsonNode integer(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private static IllegalStateException withoutReason(IOException e) {
        return new IllegalStateException("a text is read without I/O", e);
    }
}
