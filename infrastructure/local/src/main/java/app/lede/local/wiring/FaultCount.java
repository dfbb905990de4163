package app.lede.local.wiring;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the faults injected into a stack. Thread safe. */
final class FaultCount {
    private final Map<Fault, Long> counts = new ConcurrentHashMap<>();

    void add(Fault fault) {
        counts.merge(fault, 1L, Long::sum);
    }

    /** Returns the counts so far; faults that never happened are left out. */
    Map<Fault, Long> counts() {
        return counts.isEmpty() ? Map.of() : new EnumMap<>(counts);
    }
}
