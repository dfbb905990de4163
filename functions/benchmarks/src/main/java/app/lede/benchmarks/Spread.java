package app.lede.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Minimum, median and maximum of several measurements. */
public record Spread(double min, double median, double max) {

    /**
     * Creates the spread of one or more measurements; the median of an even number is the higher of the two middle
     * ones.
     */
    public static Spread of(DoubleStream measured) {
        double[] sorted = measured.toArray();
        Arrays.sort(sorted);
        return new Spread(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median, min, max);
    }
}
