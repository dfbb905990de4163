package app.lede.summary.rank;

import java.util.ArrayList;
import java.util.List;

/**
 * Selects sentences that each make a point of their own, by maximal marginal relevance (Carbonell and Goldstein 1998) over the whole
 * story.
 */
public final class KeyPoints {

    /** Sentences at the top of the story among which points are found. */
    public static final int CANDIDATES = 40;

    private static final int MOST_POINTS = 5;
    private static final int LONGEST = 40;
    private static final int SHORTEST = 6;

    /** Similarity at which a sentence makes the point of another one. */
    private static final double SAME = 0.45;

    private KeyPoints() {}

    /** Returns positions in the story, ascending; empty if no sentence has a suitable length. */
    public static int[] of(Ranked ranked, Weights weights) {
        double[] values = ranked.values(weights);
        List<Integer> chosen = new ArrayList<>();
        int next = next(ranked, values, chosen);
        while (next >= 0 && chosen.size() < MOST_POINTS) {
            chosen.add(next);
            next = next(ranked, values, chosen);
        }
        return chosen.stream().sorted().mapToInt(i -> ranked.order()[i]).toArray();
    }

    private static int next(Ranked ranked, double[] values, List<Integer> chosen) {
        int best = -1;
        double worth = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            int words = ranked.words()[i];
            boolean whole = words >= SHORTEST && words <= LONGEST && ranked.features()[i][Features.REFERS] == 0;
            if (!whole || values[i] <= worth || chosen.contains(i)) {
                continue;
            }
            double[] similarities = ranked.similarities()[i];
            if (chosen.stream().noneMatch(other -> similarities[other] > SAME)) {
                best = i;
                worth = values[i];
            }
        }
        return best;
    }
}
