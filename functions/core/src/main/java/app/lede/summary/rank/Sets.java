package app.lede.summary.rank;

import java.util.Arrays;

/**
 * Enumerates the sets of sentences that fit a budget of words: at most {@value #MOST_SENTENCES} of the first
 * {@value #CANDIDATES}.
 */
public final class Sets {

    /** Sentences at the top of the story among which sets are formed. */
    public static final int CANDIDATES = 12;

    /** Maximum size of a set. */
    public static final int MOST_SENTENCES = 4;

    /** Number of features of a set. */
    public static final int FEATURES = 5;

    private final int[] words;
    private final double[][] similarities;
    private final int budget;
    private final int[] members = new int[MOST_SENTENCES];
    private final Visitor visitor;

    private Sets(int[] words, double[][] similarities, int budget, Visitor visitor) {
        this.words = words;
        this.similarities = similarities;
        this.budget = budget;
        this.visitor = visitor;
    }

    /** Receives one set. */
    public interface Visitor {

        /**
         * Looks at one set.
         *
         * @param members sentences of the set, ascending; reused, so it must be copied to be kept
         * @param size number of valid members
         * @param words sum of their words
         * @param redundancy sum of the similarities of each pair
         */
        void visit(int[] members, int size, int words, double redundancy);
    }

    /** Visits every set that fits; in ascending order of members. */
    public static void visit(int[] words, double[][] similarities, int budget, Visitor visitor) {
        new Sets(words, similarities, budget, visitor).extend(0, 0, 0, 0);
    }

    private void extend(int size, int from, int sum, double redundancy) {
        for (int next = from; next < words.length && size < MOST_SENTENCES; next++) {
            int total = sum + words[next];
            if (total <= budget) {
                double shared = redundancy;
                for (int i = 0; i < size; i++) {
                    shared += similarities[members[i]][next];
                }
                members[size] = next;
                visitor.visit(members, size + 1, total, shared);
                extend(size + 1, next + 1, total, shared);
            }
        }
    }

    /** Returns the features of a set. */
    public static double[] features(int size, int words, double redundancy, int budget) {
        double filled = (double) words / budget;
        return new double[] {filled, filled * filled, redundancy, size / (double) MOST_SENTENCES, size == 1 ? 1 : 0};
    }

    /** Keeps the set of the highest score, preferring sets that use a minimum share of the budget. */
    static final class Best implements Visitor {

        /** Penalty of a set whose first sentence refers to one that is not in it; measured on summaries, not trained. */
        private static final double DANGLING = 4;

        private final double[] values;
        private final double[][] features;
        private final double[] weights;
        private final int budget;
        private final int least;
        private int[] best = {};
        private double score = Double.NEGATIVE_INFINITY;
        private boolean filled;

        Best(double[] values, double[][] features, double[] weights, int budget, int least) {
            this.values = values;
            this.features = features;
            this.weights = weights;
            this.budget = budget;
            this.least = least;
        }

        @Override
        public void visit(int[] members, int size, int words, double redundancy) {
            boolean fills = words >= least;
            if (filled && !fills) {
                return;
            }
            double share = (double) words / budget;
            double value = weights[0] * share
                    + weights[1] * share * share
                    + weights[2] * redundancy
                    + weights[3] * size / MOST_SENTENCES
                    + (size == 1 ? weights[4] : 0)
                    - DANGLING * features[members[0]][Features.REFERS];
            for (int i = 0; i < size; i++) {
                value += values[members[i]];
            }
            if (value > score || (fills && !filled)) {
                score = value;
                filled = fills;
                best = Arrays.copyOf(members, size);
            }
        }

        /** Returns the best set, ascending; empty if no sentence fits. */
        int[] members() {
            return best.clone();
        }
    }
}
