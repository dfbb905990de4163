package app.lede.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds keys that an object has more than once. Parsers differ in the value they take (RFC 8259, 4), so a check of one value could be
 * passed with another. Thread safe; linear in the text.
 */
public final class DuplicateKeys {

    private static final JsonFactory FACTORY = new JsonFactory();

    private DuplicateKeys() {}

    /**
     * Returns the path of the first repeated key, for example {@code quotes[0].article}.
     *
     * @param json a valid JSON text
     */
    public static Optional<String> first(byte[] json) {
        Deque<Set<String>> objects = new ArrayDeque<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    objects.push(new HashSet<>());
                } else if (token == JsonToken.END_OBJECT) {
                    objects.pop();
                } else if (token == JsonToken.FIELD_NAME && !objects.element().add(parser.currentName())) {
                    return Optional.of(path(parser.getParsingContext()));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(JsonStreamContext place) {
        StringBuilder path = new StringBuilder();
        for (JsonStreamContext at = place; at != null && !at.inRoot(); at = at.getParent()) {
            boolean first = at.getParent() == null || at.getParent().inRoot();
            String step = at.inArray() ? "[" + at.getCurrentIndex() + "]" : (first ? "" : ".") + at.getCurrentName();
            path.insert(0, step);
        }
        return path.toString();
    }
}
