package app.lede.summary.rank;

import java.util.Arrays;

/** Collects the features of one sentence in order. */
final class Row {

    private final double[] values;
    private int size;

    Row(int length) {
        values = new double[length];
    }

    Row add(double value) {
        values[size++] = value;
        return this;
    }

    Row add(boolean value) {
        return add(value ? 1 : 0);
    }

    /** Returns the features; there must be as many as announced. */
    double[] values() {
        if (size != values.length) {
            throw new IllegalStateException(size + " features instead of " + values.length);
        }
        return Arrays.copyOf(values, size);
    }
}
