package app.lede.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A DynamoDB table.
 *
 * @param id logical id in the template
 * @param name physical name on this machine
 * @param attributeTypes S, N or B by attribute name
 * @param ttl attribute with the expiry in epoch seconds
 * @param stream view type of its stream
 */
public record Table(
        String id,
        String name,
        Map<String, String> attributeTypes,
        Key key,
        List<Index> indexes,
        Optional<String> ttl,
        Optional<String> stream) {

    /** A primary key. */
    public record Key(String hash, Optional<String> range) {}

    /**
     * A global secondary index.
     *
     * @param projection ALL, KEYS_ONLY or INCLUDE
     * @param included attributes of an INCLUDE projection besides the keys
     */
    public record Index(String name, Key key, String projection, List<String> included) {
        public Index {
            included = List.copyOf(included);
        }
    }

    public Table {
        attributeTypes = Map.copyOf(attributeTypes);
        indexes = List.copyOf(indexes);
    }
}
