package app.lede.extract.score;

import app.lede.extract.page.Passage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses the page's probability threshold: one half on clear pages, lower where nothing is likely, since a doubtful
 * text beats none. Maximises the expected F1 of the kept words; the optimum is half of that F1 (Lipton, Elkan and
 * Naryanaswamy, “Optimal Thresholding of Classifiers to Maximize F1 Measure”, 2014).
 */
final class Threshold {

    /** Lower bound of the threshold; below one in four a page probably has no article. */
    private static final double MAX_SHIFT = StrictMath.log(3);

    private Threshold() {}

    /** Returns the scores in log-odds, shifted so that the threshold is 0. */
    static double[] shifted(List<Passage> passages, double[] scores) {
        double f1 = bestExpectedF1(passages, scores);
        if (f1 <= 0) {
            return scores;
        }
        double shift = StrictMath.log((2 - f1) / f1);
        shift = Math.min(shift, MAX_SHIFT);
        double[] shifted = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            shifted[i] = scores[i] + shift;
        }
        return shifted;
    }

    private static double bestExpectedF1(List<Passage> passages, double[] scores) {
        List<Integer> likeliestFirst = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .toList();
        double all = 0;
        for (int i = 0; i < scores.length; i++) {
            all += probability(scores[i]) * passages.get(i).words();
        }
        double found = 0;
        double kept = 0;
        double best = 0;
        for (int i : likeliestFirst) {
            found += probability(scores[i]) * passages.get(i).words();
            kept += passages.get(i).words();
            best = kept == 0 ? best : Math.max(best, 2 * found / (kept + all));
        }
        return best;
    }

    private static double probability(double score) {
        return 1 / (1 + StrictMath.exp(-score));
    }
}
