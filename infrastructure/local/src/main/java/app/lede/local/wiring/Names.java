package app.lede.local.wiring;

import java.util.List;
import java.util.Map;

/**
 * Physical names on this machine.
 *
 * @param queues URLs by name; dead-letter queues too
 * @param functions as {@link Stack#invoke} takes them
 */
public record Names(List<String> buckets, List<String> tables, Map<String, String> queues, List<String> functions) {
    public Names {
        buckets = List.copyOf(buckets);
        tables = List.copyOf(tables);
        queues = Map.copyOf(queues);
        functions = List.copyOf(functions);
    }
}
