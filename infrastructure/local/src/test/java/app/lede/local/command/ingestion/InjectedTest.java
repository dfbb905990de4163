package app.lede.local.command.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.local.wiring.Fault;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InjectedTest {

    private static Arrival.Document document(String id, String key) {
        DocumentRow row = new DocumentRow(id, key, "stored", Optional.empty(), Optional.empty());
        return new Arrival.Document(Optional.empty(), row, Optional.empty());
    }

    @Test
    void an_object_with_two_outcomes_is_doubled() {
        Arrival arrival = new Arrival(
                List.of(document("1", "inbox/a"), document("2", "inbox/b"), document("3", "inbox/b")),
                List.of(),
                List.of("c"));
        assertEquals(
                "5 faults injected (2 late invocation, 3 error instead); 3 documents through, lost 1, doubled 1",
                Injected.line(new EnumMap<>(Map.of(Fault.ERROR_INSTEAD, 3L, Fault.LATE_INVOCATION, 2L)), arrival));
    }
}
