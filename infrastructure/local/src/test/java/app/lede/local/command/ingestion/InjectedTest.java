package app.lede.local.command.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.local.wiring.Fault;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InjectedTest {

    private static DocumentRow row(String id, String key, String outcome) {
        return new DocumentRow(id, key, outcome, Optional.empty(), Optional.empty());
    }

    @Test
    void an_object_that_is_stored_twice_is_doubled_and_one_that_is_unchanged_arrived_again() {
        List<DocumentRow> rows = List.of(
                row("1", "inbox/a", "stored"),
                row("2", "inbox/b", "stored"),
                row("3", "inbox/b", "stored"),
                row("4", "inbox/a", "unchanged"));
        Arrival arrival = new Arrival(
                rows.subList(0, 2).stream()
                        .map(row -> new Arrival.Document(Optional.empty(), row, Optional.empty()))
                        .toList(),
                List.of(),
                List.of("c"));
        assertEquals(
                "5 faults injected (2 late invocation, 3 error instead);"
                        + " 2 documents through, 2 arrived again, lost 1, doubled 1",
                Injected.line(
                        new EnumMap<>(Map.of(Fault.ERROR_INSTEAD, 3L, Fault.LATE_INVOCATION, 2L)), arrival, rows));
    }
}
