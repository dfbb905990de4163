package app.lede.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of a page's passages are its article: each passage's clues give it a score, and the likeliest run of kept and dropped
 * passages wins (Viterbi), so that one doubtful line between two paragraphs stays and one long sentence in a sidebar doesn't.
 *
 * <p>Thread safe; holds only the weights.
 */
final class BodySelection {

    /** The price of going from kept to dropped or back, in log-odds. */
    private static final double SWITCH = 0.5;

    private final ClueWeights weights;

    BodySelection(ClueWeights weights) {
        this.weights = weights;
    }

    /** A passage with its score, and whether it is kept. */
    record Choice(Passage passage, double score, boolean kept) {}

    List<Choice> choose(PageContext page) {
        Clues clues = new Clues(page);
        int n = page.passages().size();
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            scores[i] = weights.score(clues.of(i));
        }
        boolean[] kept = likeliest(scores);
        List<Choice> choices = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            choices.add(new Choice(page.passages().get(i), scores[i], kept[i]));
        }
        return choices;
    }

    private static boolean[] likeliest(double[] scores) {
        int n = scores.length;
        boolean[] keptFromKept = new boolean[n];
        boolean[] keptFromDropped = new boolean[n];
        double kept = 0;
        double dropped = 0;
        for (int i = 0; i < n; i++) {
            keptFromKept[i] = kept >= dropped - SWITCH;
            keptFromDropped[i] = kept - SWITCH > dropped;
            double nowKept = Math.max(kept, dropped - SWITCH) + scores[i];
            dropped = Math.max(dropped, kept - SWITCH);
            kept = nowKept;
        }
        boolean[] answer = new boolean[n];
        boolean state = kept > dropped;
        for (int i = n - 1; i >= 0; i--) {
            answer[i] = state;
            state = state ? keptFromKept[i] : keptFromDropped[i];
        }
        return answer;
    }
}
