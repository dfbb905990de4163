package app.lede.summary.rank;

import static java.util.Objects.requireNonNull;

import app.lede.text.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Trained weights of the ranker: a logistic regression that finds strays, and a network of one hidden layer that values sentences.
 *
 * <p>Arrays are shared and must not be changed.
 *
 * @param topic a weight for each feature of {@link Topicality}, then the bias, for the logarithm of the odds of a stray
 * @param threshold odds, as a logarithm, above which a sentence is a stray
 * @param hidden for each hidden unit its bias, then a weight for each of {@link Features}
 * @param out weight of each hidden unit
 * @param direct weight of each of {@link Features}, then the bias
 * @param sets weight of each feature of a set of sentences, as {@link Sets#features} gives them
 */
public record Weights(
        double[] topic, double threshold, double[][] hidden, double[] out, double[] direct, double[] sets) {

    /** Reads {@code weights.tsv}: a name and values in each line. */
    public static Weights load() {
        Map<String, double[]> rows = new HashMap<>();
        for (String line : Table.lines(Weights.class, "weights.tsv")) {
            List<String> columns = Table.columns(line);
            rows.put(
                    columns.getFirst(),
                    columns.subList(1, columns.size()).stream()
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        }
        double[] out = row(rows, "out");
        double[][] hidden = new double[out.length][];
        Arrays.setAll(hidden, unit -> row(rows, "hidden." + unit));
        return new Weights(
                row(rows, "topic"), row(rows, "threshold")[0], hidden, out, row(rows, "direct"), row(rows, "sets"));
    }

    private static double[] row(Map<String, double[]> rows, String name) {
        return requireNonNull(rows.get(name), name);
    }

    /** Returns the logarithm of the odds that a sentence is a stray. */
    public double strayness(double[] features) {
        double sum = topic[features.length];
        for (int i = 0; i < features.length; i++) {
            sum += topic[i] * features[i];
        }
        return sum;
    }

    /** Returns the value of a sentence with these {@link Features}. */
    public double value(double[] features) {
        double value = direct[features.length];
        for (int i = 0; i < features.length; i++) {
            value += direct[i] * features[i];
        }
        for (int unit = 0; unit < hidden.length; unit++) {
            double[] weights = hidden[unit];
            double sum = weights[0];
            for (int i = 0; i < features.length; i++) {
                sum += weights[i + 1] * features[i];
            }
            value += out[unit] * softsign(sum);
        }
        return value;
    }

    /** Returns x / (1 + |x|): as good as tanh here, exact on every machine, and ten times as fast. */
    public static double softsign(double x) {
        return x / (1 + Math.abs(x));
    }
}
