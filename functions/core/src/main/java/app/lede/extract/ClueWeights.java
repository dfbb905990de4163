package app.lede.extract;

import app.lede.extract.Trace.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much each clue weighs, from {@code clues.tsv}: a clue, a tab, its weight (log-odds; above 0 speaks for the article). The
 * empty clue is what every passage starts with. Written by the training program; unknown clues weigh nothing.
 *
 * <p>Thread safe.
 */
final class ClueWeights {

    private static final int STRONGEST = 3;

    private final Map<String, Double> weights;

    private ClueWeights(Map<String, Double> weights) {
        this.weights = weights;
    }

    static ClueWeights load() {
        return new ClueWeights(Resource.lines("clues.tsv").stream()
                .map(Resource::columns)
                .collect(Collectors.toUnmodifiableMap(
                        columns -> columns.get(0), columns -> Double.parseDouble(columns.get(1)))));
    }

    /**
     * What a passage's clues come to.
     *
     * @param score the log-odds that it is part of the article
     * @param strongest the clues that say most, for or against, the strongest first; at most {@value #STRONGEST}
     */
    record Weighed(double score, List<Weight> strongest) {}

    Weighed weigh(List<String> clues) {
        double score = weights.getOrDefault("", 0.0);
        List<Weight> strongest = new ArrayList<>(STRONGEST + 1);
        for (String clue : clues) {
            double weight = weights.getOrDefault(clue, 0.0);
            score += weight;
            insert(strongest, clue, weight);
        }
        return new Weighed(score, strongest);
    }

    /** Keeps the list sorted and short; most clues are weaker than all of it and cost one comparison. */
    private static void insert(List<Weight> strongest, String clue, double weight) {
        int at = strongest.size();
        if (at == STRONGEST && Math.abs(weight) <= Math.abs(strongest.getLast().weight())) {
            return;
        }
        while (at > 0 && Math.abs(weight) > Math.abs(strongest.get(at - 1).weight())) {
            at--;
        }
        if (at < STRONGEST) {
            strongest.add(at, new Weight(clue, weight));
            if (strongest.size() > STRONGEST) {
                strongest.removeLast();
            }
        }
    }
}
