package app.lede.local.command.ingestion;

import app.lede.local.wiring.Fault;
import java.util.Map;
import java.util.stream.Collectors;

/** Reports a run under chaos: the faults, and what became of the documents. */
public final class Injected {

    private Injected() {}

    /** Returns one line. A document is doubled if one object has two outcomes. */
    public static String line(Map<Fault, Long> faults, Arrival arrival) {
        long all = faults.values().stream().mapToLong(Long::longValue).sum();
        String kinds = faults.entrySet().stream()
                .map(fault -> fault.getValue() + " " + fault.getKey().label())
                .collect(Collectors.joining(", "));
        long keys = arrival.documents().stream()
                .map(document -> document.row().key())
                .distinct()
                .count();
        return "%d faults injected (%s); %d documents through, lost %d, doubled %d"
                .formatted(
                        all,
                        kinds,
                        arrival.documents().size(),
                        arrival.lost().size(),
                        arrival.documents().size() - keys);
    }
}
