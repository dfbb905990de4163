package app.lede.extract;

import java.util.List;

/**
 * A passage's second score, from {@link Surroundings}: a network of one hidden layer, because what a neighbour's score means
 * depends on the passage's own. Its weights are in {@code verdict.tsv}, written by the training program.
 *
 * <p>Thread safe.
 */
final class Verdict {

    /** Row of a hidden unit: its bias, its weight in the answer, its weights for the numbers. */
    private final double[][] units;

    private final double bias;

    private Verdict(double[][] units, double bias) {
        this.units = units;
        this.bias = bias;
    }

    static Verdict load() {
        List<double[]> rows = Resource.lines("verdict.tsv").stream()
                .map(line -> Resource.columns(line).stream()
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        double[][] units = rows.subList(0, rows.size() - 1).toArray(double[][]::new);
        return new Verdict(units, rows.getLast()[0]);
    }

    /** The log-odds that the passage with these numbers is part of the article. */
    double score(double[] numbers) {
        double score = bias;
        for (double[] unit : units) {
            double sum = unit[0];
            for (int i = 0; i < numbers.length; i++) {
                sum += unit[i + 2] * numbers[i];
            }
            score += unit[1] * Math.max(0, sum);
        }
        return score;
    }
}
