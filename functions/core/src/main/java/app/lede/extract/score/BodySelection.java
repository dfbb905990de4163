package app.lede.extract.score;

import app.lede.extract.page.Passage;
import app.lede.extract.score.LinearModel.Scale;
import app.lede.extract.score.LinearModel.Weighed;
import app.lede.extract.trace.Evidence;
import app.lede.furniture.Furniture;
import java.util.ArrayList;
import java.util.List;

/**
 * Selects the passages that form the article. Clues give each passage a score, the surrounding scores a second one, and
 * the most likely sequence of kept and dropped passages is chosen (Viterbi), so that a doubtful line between two
 * paragraphs is kept and a long sentence in a sidebar is not.
 *
 * <p>Thread safe; holds only the weights.
 */
public final class BodySelection {

    /**
     * Cost of switching between kept and dropped, in log-odds. Swept 0 to 0.3 on pages of sites not trained on: 0.1
     * best.
     */
    private static final double SWITCH = 0.1;

    private final LinearModel linear = LinearModel.load();
    private final BoostedTrees trees = BoostedTrees.load();
    private final PassageNumbers own;

    public BodySelection(Furniture furniture) {
        this.own = new PassageNumbers(furniture);
    }

    /** A passage, the decision and its evidence. */
    public record Choice(Passage passage, boolean kept, Evidence evidence) {}

    public List<Choice> choose(PageContext page) {
        List<Passage> passages = page.passages();
        List<Weighed> weighed = weighed(page);
        double[] scores = secondScores(passages, weighed);
        double[] shifted = Threshold.shifted(passages, scores);
        boolean[] kept = likeliest(shifted);
        WholeParts.decide(passages, shifted, kept);
        List<Choice> choices = new ArrayList<>(scores.length);
        for (int i = 0; i < scores.length; i++) {
            choices.add(new Choice(
                    passages.get(i),
                    kept[i],
                    new Evidence(scores[i], weighed.get(i).strongest())));
        }
        return choices;
    }

    private List<Weighed> weighed(PageContext page) {
        Features features = new Features(page);
        Scale scale = linear.scale();
        List<Weighed> weighed = new ArrayList<>(page.passages().size());
        for (int i = 0; i < page.passages().size(); i++) {
            scale.begin();
            features.add(i, scale);
            weighed.add(scale.weighed());
        }
        return weighed;
    }

    private double[] secondScores(List<Passage> passages, List<Weighed> weighed) {
        double[] first = new double[weighed.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = weighed.get(i).score();
        }
        ContextNumbers context = new ContextNumbers(passages, first);
        double[][] numbers = new double[first.length][];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = numbers(context, i, passages.get(i));
        }
        return trees.scores(numbers);
    }

    /** Returns the features of a passage for the second score. */
    public double[] numbers(ContextNumbers context, int i, Passage passage) {
        double[] numbers = new double[ContextNumbers.SIZE + PassageNumbers.SIZE];
        context.fill(i, numbers);
        own.fill(passage, numbers, ContextNumbers.SIZE);
        return numbers;
    }

    private static boolean[] likeliest(double[] scores) {
        int n = scores.length;
        boolean[] keptFromKept = new boolean[n];
        boolean[] droppedFromKept = new boolean[n];
        double kept = 0;
        double dropped = 0;
        for (int i = 0; i < n; i++) {
            keptFromKept[i] = kept >= dropped - SWITCH;
            droppedFromKept[i] = kept - SWITCH > dropped;
            double nowKept = Math.max(kept, dropped - SWITCH) + scores[i];
            dropped = Math.max(dropped, kept - SWITCH);
            kept = nowKept;
        }
        boolean[] answer = new boolean[n];
        boolean state = kept > dropped;
        for (int i = n - 1; i >= 0; i--) {
            answer[i] = state;
            state = state ? keptFromKept[i] : droppedFromKept[i];
        }
        return answer;
    }
}
