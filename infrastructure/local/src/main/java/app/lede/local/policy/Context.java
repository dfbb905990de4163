package app.lede.local.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Values of a request besides its action and resource, by condition key. Case does not count in keys.
 *
 * @param keys such as {@code dynamodb:LeadingKeys}
 */
public record Context(Map<String, List<String>> keys) {

    public Context {
        Map<String, List<String>> lower = new TreeMap<>();
        keys.forEach((key, values) -> lower.put(key.toLowerCase(Locale.ROOT), List.copyOf(values)));
        keys = Map.copyOf(lower);
    }

    /** Returns this context with one more single-valued key. */
    public Context with(String key, String value) {
        Map<String, List<String>> more = new TreeMap<>(keys);
        more.put(key, List.of(value));
        return new Context(more);
    }

    Optional<List<String>> values(String key) {
        return Optional.ofNullable(keys.get(key.toLowerCase(Locale.ROOT)));
    }
}
