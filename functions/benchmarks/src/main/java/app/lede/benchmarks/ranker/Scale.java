package app.lede.benchmarks.ranker;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Mean and standard deviation of features.
 *
 * @param deviations standard deviations; never 0
 */
record Scale(double[] means, double[] deviations) {

    static Scale of(List<double[]> rows) {
        int size = rows.getFirst().length;
        double[] means = new double[size];
        double[] deviations = new double[size];
        rows.forEach(row -> Arrays.setAll(means, i -> means[i] + row[i] / rows.size()));
        rows.forEach(
                row -> Arrays.setAll(deviations, i -> deviations[i] + Math.pow(row[i] - means[i], 2) / rows.size()));
        Arrays.setAll(deviations, i -> Math.sqrt(deviations[i]) + 1e-6);
        return new Scale(means, deviations);
    }

    double[] applied(double[] row) {
        double[] scaled = new double[row.length];
        Arrays.setAll(scaled, i -> (row[i] - means[i]) / deviations[i]);
        return scaled;
    }

    /** Returns weights and bias that do for features as they are what the given ones do for scaled features. */
    double[] folded(double bias, IntToDoubleFunction weight, boolean biasFirst) {
        double[] folded = new double[means.length + 1];
        double constant = bias;
        for (int i = 0; i < means.length; i++) {
            double scaled = weight.applyAsDouble(i) / deviations[i];
            constant -= scaled * means[i];
            folded[biasFirst ? i + 1 : i] = scaled;
        }
        folded[biasFirst ? 0 : means.length] = constant;
        return folded;
    }
}
