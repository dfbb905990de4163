package app.lede.extract;

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

    /** The log-odds that a passage with these clues is part of the article. */
    double score(List<String> clues) {
        double score = weights.getOrDefault("", 0.0);
        for (String clue : clues) {
            score += weights.getOrDefault(clue, 0.0);
        }
        return score;
    }
}
