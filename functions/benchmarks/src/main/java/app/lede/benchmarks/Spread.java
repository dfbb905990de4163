package app.lede.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** The middle of several measurements, with how far they lie apart. */
record Spread(double min, double median, double max) {

    /** Of at least one measurement; the median of an even number is the higher of the two in the middle. */
    static Spread of(DoubleStream measured) {
        double[] sorted = measured.toArray();
        Arrays.sort(sorted);
        return new Spread(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median, min, max);
    }
}
