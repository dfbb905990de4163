package app.lede.local.calls;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** Sums the AWS calls of all functions by kind, and their invocations. Thread safe; its size does not grow with the calls. */
public final class CallLedger {
    private static final double NANOS_PER_MILLI = 1e6;

    /** A count of one kind of call. */
    public enum Count {
        /** Requests sent, repeated ones too. */
        REQUESTS,
        /** Requests that the function's role does not allow. */
        DENIED,
        /** Bytes of request bodies. */
        BYTES_SENT,
        /** Bytes of response bodies. */
        BYTES_RECEIVED
    }

    /** Capacity units that DynamoDB consumed. */
    public enum Units {
        READ,
        WRITE
    }

    /**
     * The sums of one kind of call.
     *
     * @param counts by count; a missing one is 0
     */
    public record Line(Call call, Map<Count, Long> counts, double readUnits, double writeUnits) {
        public Line {
            counts = Map.copyOf(counts);
        }

        /** Returns one count. */
        public long of(Count count) {
            return counts.getOrDefault(count, 0L);
        }
    }

    /**
     * The invocations of one function.
     *
     * @param millis their durations together
     * @param logBytes of its log lines, with the 26 bytes that CloudWatch Logs counts for each
     * @param metrics series of its custom metrics: namespace, name and values of dimensions
     */
    public record Invocations(String function, long number, double millis, long logBytes, Set<String> metrics) {
        public Invocations {
            metrics = Set.copyOf(metrics);
        }
    }

    private static final class Sums {
        private final Map<Count, LongAdder> counts = new ConcurrentHashMap<>();
        private final DoubleAdder readUnits = new DoubleAdder();
        private final DoubleAdder writeUnits = new DoubleAdder();
    }

    private static final class Runs {
        private final LongAdder number = new LongAdder();
        private final DoubleAdder millis = new DoubleAdder();
        private final Durations durations = new Durations();
        private final LongAdder logBytes = new LongAdder();
        private final Set<String> metrics = ConcurrentHashMap.newKeySet();
    }

    private final Map<Call, Sums> calls = new ConcurrentHashMap<>();
    private final Map<String, Runs> functions = new ConcurrentHashMap<>();

    /** Adds to a count. */
    public void add(Call call, Count count, long number) {
        sums(call).counts.computeIfAbsent(count, name -> new LongAdder()).add(number);
    }

    /** Adds consumed capacity. */
    public void consumed(Call call, Units units, double number) {
        switch (units) {
            case READ -> sums(call).readUnits.add(number);
            case WRITE -> sums(call).writeUnits.add(number);
        }
    }

    /** Counts an invocation that ended. */
    public void invoked(String function, double millis) {
        Runs runs = runs(function);
        runs.number.increment();
        runs.millis.add(millis);
        runs.durations.add(Math.round(millis * NANOS_PER_MILLI));
    }

    /** Counts a line of a function's log, and the metrics embedded in it. */
    public void logged(String function, String line) {
        Runs runs = runs(function);
        runs.logBytes.add(EmbeddedMetrics.billedBytes(line));
        runs.metrics.addAll(EmbeddedMetrics.series(line));
    }

    /** Returns the sums so far, by function, action, resource and context. */
    public List<Line> lines() {
        return calls.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(line -> line.call().toString()))
                .toList();
    }

    /** Returns the invocations so far, by function. */
    public List<Invocations> invocations() {
        return functions.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> invocations(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Returns the durations of the invocations so far, by function. */
    public Map<String, Durations> durations() {
        Map<String, Durations> durations = new TreeMap<>();
        functions.forEach((function, runs) -> durations.put(function, runs.durations.since(new Durations())));
        return durations;
    }

    private static Line line(Call call, Sums sums) {
        Map<Count, Long> counts = new ConcurrentHashMap<>();
        sums.counts.forEach((count, number) -> counts.put(count, number.sum()));
        return new Line(call, counts, sums.readUnits.sum(), sums.writeUnits.sum());
    }

    private static Invocations invocations(String function, Runs runs) {
        return new Invocations(
                function, runs.number.sum(), runs.millis.sum(), runs.logBytes.sum(), new TreeSet<>(runs.metrics));
    }

    private Sums sums(Call call) {
        return calls.computeIfAbsent(call, key -> new Sums());
    }

    private Runs runs(String function) {
        return functions.computeIfAbsent(function, key -> new Runs());
    }
}
