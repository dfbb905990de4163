package app.lede.benchmarks.ranker;

/** Turns scores into shares. */
final class Softmax {

    private Softmax() {}

    /** Replaces scores by their shares: proportional to e to the power of score / temperature. */
    static void inPlace(double[] scores, double temperature) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.exp((scores[i] - most) / temperature);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
    }
}
