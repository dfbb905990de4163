package app.lede.extract.score;

import app.lede.extract.trace.Trace.Weight;
import app.lede.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much each feature weighs, from {@code linear-model.tsv}: a feature, a tab, its weight (log-odds; above 0 speaks for the article). The
 * empty feature is what every passage starts with. Written by the training program; unknown features weigh nothing.
 *
 * <p>Thread safe.
 */
final class LinearModel {

    private static final int STRONGEST = 3;

    private final Map<String, Double> weights;

    private LinearModel(Map<String, Double> weights) {
        this.weights = weights;
    }

    static LinearModel load() {
        return new LinearModel(Table.lines(LinearModel.class, "linear-model.tsv").stream()
                .map(Table::columns)
                .collect(Collectors.toUnmodifiableMap(
                        columns -> columns.get(0), columns -> Double.parseDouble(columns.get(1)))));
    }

    /**
     * What a passage's features come to.
     *
     * @param score the log-odds that it is part of the article
     * @param strongest the features that say most, for or against, the strongest first; at most {@value #STRONGEST}
     */
    record Weighed(double score, List<Weight> strongest) {}

    Weighed weigh(List<String> features) {
        double score = weights.getOrDefault("", 0.0);
        List<Weight> strongest = new ArrayList<>(STRONGEST + 1);
        for (String feature : features) {
            double weight = weights.getOrDefault(feature, 0.0);
            score += weight;
            insert(strongest, feature, weight);
        }
        return new Weighed(score, strongest);
    }

    /** Keeps the list sorted and short; most features are weaker than all of it and cost one comparison. */
    private static void insert(List<Weight> strongest, String feature, double weight) {
        int at = strongest.size();
        if (at == STRONGEST && Math.abs(weight) <= Math.abs(strongest.getLast().weight())) {
            return;
        }
        while (at > 0 && Math.abs(weight) > Math.abs(strongest.get(at - 1).weight())) {
            at--;
        }
        if (at < STRONGEST) {
            strongest.add(at, new Weight(feature, weight));
            if (strongest.size() > STRONGEST) {
                strongest.removeLast();
            }
        }
    }
}
