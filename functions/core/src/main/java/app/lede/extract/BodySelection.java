package app.lede.extract;

import app.lede.extract.ClueWeights.Weighed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of a page's passages are its article. Each passage's clues give it a score; the scores around it give it a second one;
 * the likeliest run of kept and dropped passages wins (Viterbi), so that one doubtful line between two paragraphs stays and
 * one long sentence in a sidebar doesn't.
 *
 * <p>Thread safe; holds only the weights.
 */
final class BodySelection {

    /** The price of going from kept to dropped or back, in log-odds. Swept 0 to 0.3 on pages of sites not trained on: 0.1 best. */
    private static final double SWITCH = 0.1;

    private final ClueWeights weights = ClueWeights.load();
    private final Verdict verdict = Verdict.load();
    private final Traits traits;

    BodySelection(Furniture furniture) {
        this.traits = new Traits(furniture);
    }

    /** A passage, whether it is kept, and on what evidence. */
    record Choice(Passage passage, boolean kept, Evidence evidence) {}

    List<Choice> choose(PageContext page) {
        List<Passage> passages = page.passages();
        List<Weighed> weighed = weighed(page);
        double[] scores = verdicts(passages, weighed);
        boolean[] kept = likeliest(Threshold.shifted(passages, scores));
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
        Clues clues = new Clues(page);
        return IntStream.range(0, page.passages().size())
                .mapToObj(i -> weights.weigh(clues.of(i)))
                .toList();
    }

    private double[] verdicts(List<Passage> passages, List<Weighed> weighed) {
        Surroundings surroundings = new Surroundings(
                passages, weighed.stream().mapToDouble(Weighed::score).toArray());
        return IntStream.range(0, passages.size())
                .mapToDouble(i -> verdict.score(numbers(surroundings, i, passages.get(i))))
                .toArray();
    }

    /** The inputs of the verdict on a passage. */
    double[] numbers(Surroundings surroundings, int i, Passage passage) {
        double[] numbers = Arrays.copyOf(surroundings.of(i), Surroundings.SIZE + Traits.SIZE);
        traits.fill(passage, numbers, Surroundings.SIZE);
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
