package app.lede.local.command.costs;

import app.lede.local.calls.Call;
import app.lede.local.calls.CallLedger;
import app.lede.local.calls.CallLedger.Count;
import app.lede.local.calls.CallLedger.Invocations;
import app.lede.local.calls.CallLedger.Line;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a ledger at one time, or between two.
 *
 * @param lines by kind of call
 * @param runs by function
 */
record Snapshot(Map<Call, Line> lines, Map<String, Invocations> runs) {

    Snapshot {
        lines = Map.copyOf(lines);
        runs = Map.copyOf(runs);
    }

    static Snapshot of(CallLedger ledger) {
        return new Snapshot(
                ledger.lines().stream().collect(Collectors.toMap(Line::call, Function.identity())),
                ledger.invocations().stream().collect(Collectors.toMap(Invocations::function, Function.identity())));
    }

    /** Returns what happened since an earlier one. */
    Snapshot since(Snapshot earlier) {
        Map<Call, Line> more = new HashMap<>();
        lines.forEach((call, line) -> more.put(call, difference(line, earlier.lines.get(call))));
        Map<String, Invocations> further = new HashMap<>();
        runs.forEach((function, run) -> {
            Invocations before = earlier.runs.getOrDefault(function, new Invocations(function, 0, 0, 0, Set.of()));
            further.put(
                    function,
                    new Invocations(
                            function,
                            run.number() - before.number(),
                            run.millis() - before.millis(),
                            run.logBytes() - before.logBytes(),
                            run.metrics()));
        });
        return new Snapshot(more, further);
    }

    /** Returns what is billed of some functions. */
    Usage usage(List<String> functions, Map<String, Integer> memory) {
        Usage sum = Usage.NOTHING;
        for (Line line : lines.values()) {
            sum = functions.contains(line.call().function()) ? sum.plus(Usage.of(line)) : sum;
        }
        for (Invocations run : runs.values()) {
            sum = functions.contains(run.function())
                    ? sum.plus(Usage.of(run, memory.getOrDefault(run.function(), 0)))
                    : sum;
        }
        return sum;
    }

    /** Returns the requests of some functions, by function and action. */
    Map<String, Double> requests(List<String> functions) {
        Map<String, Double> requests = new TreeMap<>();
        for (Line line : lines.values()) {
            if (functions.contains(line.call().function()) && line.of(Count.REQUESTS) > 0) {
                requests.merge(
                        line.call().function() + " " + line.call().action(),
                        (double) line.of(Count.REQUESTS),
                        Double::sum);
            }
        }
        return requests;
    }

    long metrics() {
        return runs.values().stream()
                .flatMap(run -> run.metrics().stream())
                .distinct()
                .count();
    }

    private static Line difference(Line later, @Nullable Line earlier) {
        if (earlier == null) {
            return later;
        }
        Map<Count, Long> counts = new EnumMap<>(Count.class);
        for (Count count : Count.values()) {
            counts.put(count, later.of(count) - earlier.of(count));
        }
        return new Line(
                later.call(),
                counts,
                later.readUnits() - earlier.readUnits(),
                later.writeUnits() - earlier.writeUnits());
    }
}
