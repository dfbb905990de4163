package app.lede.local.command.ingestion;

import app.lede.local.wiring.Fault;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reports a run under chaos: the faults, and what became of the documents. */
public final class Injected {

    private Injected() {}

    /**
     * Returns one line. An object may arrive again, as another version of it, and be unchanged then; one that is stored twice is
     * doubled.
     *
     * @param rows the outcomes of all arrivals
     */
    public static String line(Map<Fault, Long> faults, Arrival arrival, List<DocumentRow> rows) {
        long all = faults.values().stream().mapToLong(Long::longValue).sum();
        String kinds = faults.entrySet().stream()
                .map(fault -> fault.getValue() + " " + fault.getKey().label())
                .collect(Collectors.joining(", "));
        List<String> stored = rows.stream()
                .filter(row -> row.outcome().equals("stored"))
                .map(DocumentRow::key)
                .toList();
        return "%d faults injected (%s); %d documents through, %d arrived again, lost %d, doubled %d"
                .formatted(
                        all,
                        kinds,
                        arrival.documents().size(),
                        rows.size()
                                - rows.stream().map(DocumentRow::key).distinct().count(),
                        arrival.lost().size(),
                        stored.size() - stored.stream().distinct().count());
    }
}
