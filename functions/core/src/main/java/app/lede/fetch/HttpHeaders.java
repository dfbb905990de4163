package app.lede.fetch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The header fields of an answer, names in any case, values in the order they came. Immutable. */
public final class HttpHeaders {

    private final Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** Fields in the order of the wire; a name may come more than once. */
    public HttpHeaders(List<Map.Entry<String, String>> fields) {
        fields.forEach(field -> this.fields
                .computeIfAbsent(field.getKey(), name -> new ArrayList<>())
                .add(field.getValue()));
    }

    /** The first value of a field. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Every value of a field. */
    public List<String> all(String name) {
        return Collections.unmodifiableList(fields.getOrDefault(name, List.of()));
    }

    /** The comma-separated elements of every value of a field, trimmed, without empty ones. */
    public Stream<String> elements(String name) {
        return all(name).stream().flatMap(HttpHeaders::elementsOf);
    }

    /** The elements of one value. */
    static Stream<String> elementsOf(String value) {
        return Arrays.stream(value.split(",")).map(String::strip).filter(element -> !element.isEmpty());
    }
}
