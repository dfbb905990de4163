package app.lede.local.calls;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts durations in classes that are 9 % wide, from 1 µs to 12 days, so that its size does not grow with their number. Thread
 * safe.
 */
public final class Durations {
    private static final int PER_DOUBLING = 8;
    private static final int CLASSES = 40 * PER_DOUBLING;
    private static final double NANOS_PER_MICRO = 1_000;

    private final AtomicLongArray counts = new AtomicLongArray(CLASSES);

    /** Adds a duration in nanoseconds. */
    public void add(long nanos) {
        double doublings = Math.log(Math.max(1, nanos / NANOS_PER_MICRO)) / Math.log(2);
        counts.incrementAndGet(Math.min(CLASSES - 1, (int) (doublings * PER_DOUBLING)));
    }

    /** Returns the number of durations. */
    public long number() {
        return Arrays.stream(copy()).sum();
    }

    /** Returns what was added since an earlier copy. */
    public Durations since(Durations earlier) {
        Durations later = new Durations();
        for (int i = 0; i < CLASSES; i++) {
            later.counts.set(i, counts.get(i) - earlier.counts.get(i));
        }
        return later;
    }

    /**
     * Returns the duration that a share of all is not longer than, in milliseconds, 5 % off at most; 0 if there are none.
     *
     * @param percent such as 50 or 99
     */
    public double millis(int percent) {
        long[] copy = copy();
        long rank = Math.max(1, Math.ceilDiv(Arrays.stream(copy).sum() * percent, 100));
        long seen = 0;
        for (int i = 0; i < CLASSES; i++) {
            seen += copy[i];
            if (seen >= rank) {
                return Math.pow(2, (i + 0.5) / PER_DOUBLING) / NANOS_PER_MICRO;
            }
        }
        return 0;
    }

    private long[] copy() {
        long[] copy = new long[CLASSES];
        for (int i = 0; i < CLASSES; i++) {
            copy[i] = counts.get(i);
        }
        return copy;
    }
}
