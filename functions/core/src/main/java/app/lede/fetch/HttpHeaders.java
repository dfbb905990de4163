package app.lede.fetch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Header fields of a response: case-insensitive names, values in order of receipt. Immutable. */
public final class HttpHeaders {

    private final Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** Creates headers from fields in order of receipt; names may repeat. */
    public HttpHeaders(List<Map.Entry<String, String>> fields) {
        fields.forEach(field -> this.fields
                .computeIfAbsent(field.getKey(), name -> new ArrayList<>())
                .add(field.getValue()));
    }

    /** Returns the first value of a field. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Returns all values of a field. */
    public List<String> all(String name) {
        return Collections.unmodifiableList(fields.getOrDefault(name, List.of()));
    }

    /** Returns the comma-separated elements of all values of a field, trimmed, without empty ones. */
    public Stream<String> elements(String name) {
        return all(name).stream().flatMap(HttpHeaders::elementsOf);
    }

    /** Returns the elements of one value. */
    static Stream<String> elementsOf(String value) {
        return Arrays.stream(value.split(",")).map(String::strip).filter(element -> !element.isEmpty());
    }
}
