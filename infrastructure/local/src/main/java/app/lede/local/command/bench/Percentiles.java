package app.lede.local.command.bench;

import java.util.Arrays;

/** Times of one kind of query, in milliseconds. */
record Percentiles(double p50, double p95) {

    /** Takes times in nanoseconds; sorts them. */
    static Percentiles of(long[] nanos) {
        Arrays.sort(nanos);
        return new Percentiles(at(nanos, 50), at(nanos, 95));
    }

    private static double at(long[] sorted, int percent) {
        return millis(sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)]);
    }

    /** Converts to milliseconds with three decimals. */
    static double millis(long nanos) {
        return Math.round(nanos / 1_000.0) / 1_000.0;
    }
}
