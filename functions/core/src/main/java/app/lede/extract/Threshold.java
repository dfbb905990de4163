package app.lede.extract;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How likely a passage has to be part of the article to be kept on this page. Where the page is clear, one half; where nothing
 * on it is likely, less, since a doubtful text beats none. It is the threshold at which the F1 expected of the kept words is
 * highest, which is half of that F1 (Lipton, Elkan and Naryanaswamy, “Optimal Thresholding of Classifiers to Maximize F1
 * Measure”, 2014).
 */
final class Threshold {

    /** Below one in four, a page is more likely one without an article. */
    private static final double MAX_SHIFT = StrictMath.log(3);

    private Threshold() {}

    /** The scores, in log-odds, moved so that the threshold lies at 0. */
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
