package app.lede.summary.rank;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The first sentences of a story, without its strays and repetitions, with features and similarities.
 *
 * @param order positions in the story of the ranked sentences, ascending
 * @param features a row for each
 * @param similarities for each, its cosine to each; to itself 0
 * @param words word counts
 */
public record Ranked(int[] order, double[][] features, double[][] similarities, int[] words) {

    /** Maximum words of a summary as long as a headline, and the minimum that says something. */
    private static final int HEADLINE = 35;

    private static final int SHORTEST_HEADLINE = 6;

    /** Similarity at which a sentence repeats another one. */
    private static final double SAME = 0.85;

    /** Terms below which a sentence repeats nothing; too few to tell. */
    private static final int FEW = 4;

    /** Value that a word of a headline must have. */
    private static final double LENGTH = 0.01;

    /**
     * Ranks the first sentences.
     *
     * @param title terms of the headline; may be empty
     * @param extent where strays are left out
     * @param most maximum number of sentences
     */
    public static Ranked of(
            List<Passage> story,
            List<Term> title,
            @Nullable String language,
            Weights weights,
            Topicality.Extent extent,
            int most) {
        StoryTerms all = StoryTerms.of(story);
        Topicality.Kept kept = Topicality.kept(all, story, title, weights, extent);
        List<Passage> told = kept.positions().stream().map(story::get).toList();
        StoryTerms terms = all.only(kept.positions());
        Candidates candidates = new Candidates(terms, most);
        double[][] features =
                Features.of(terms, told, StopWords.of(language), kept, candidates.positions, candidates.rows);
        int[] order = new int[candidates.positions.length];
        int[] words = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = kept.positions().get(candidates.positions[i]);
            words[i] = told.get(candidates.positions[i]).words();
        }
        return new Ranked(order, features, candidates.similarities(), words);
    }

    /** The first sentences that repeat no earlier one, and their similarities to every sentence. */
    private static final class Candidates {

        private final int[] positions;
        private final double[][] rows;

        Candidates(StoryTerms terms, int most) {
            int[] found = new int[Math.min(most, terms.sentences())];
            double[][] similarities = new double[found.length][];
            int size = 0;
            for (int i = 0; i < terms.sentences() && size < found.length; i++) {
                double[] row = terms.similarities(i);
                if (terms.vector(i).size() < FEW || !repeats(row, found, size)) {
                    found[size] = i;
                    similarities[size++] = row;
                }
            }
            positions = Arrays.copyOf(found, size);
            rows = Arrays.copyOf(similarities, size);
        }

        private static boolean repeats(double[] row, int[] earlier, int size) {
            for (int i = 0; i < size; i++) {
                if (row[earlier[i]] > SAME) {
                    return true;
                }
            }
            return false;
        }

        /** Returns the similarities of the candidates to each other. */
        double[][] similarities() {
            double[][] mutual = new double[rows.length][rows.length];
            for (int i = 0; i < rows.length; i++) {
                for (int other = 0; other < rows.length; other++) {
                    mutual[i][other] = rows[i][positions[other]];
                }
            }
            return mutual;
        }
    }

    /**
     * Selects the best set within a budget.
     *
     * @param least words that a set should have at least, if one has
     * @return positions in the story, ascending; empty if no sentence fits
     */
    public int[] select(Weights weights, int budget, int least) {
        Sets.Best best = new Sets.Best(values(weights), features, weights.sets(), budget, least);
        Sets.visit(words, similarities, budget, best);
        int[] members = best.members();
        for (int i = 0; i < members.length; i++) {
            members[i] = order[members[i]];
        }
        return members;
    }

    /**
     * Returns the position of the best single sentence of at most {@value #HEADLINE} words that refers to no other one; else of the
     * first that refers to no other; else of the first; alone in the array.
     *
     * @param refers tests a position of the story for a sentence that cannot stand alone
     */
    public int[] headline(Weights weights, IntPredicate refers) {
        double[] values = values(weights);
        int best = -1;
        int alone = -1;
        for (int i = 0; i < values.length; i++) {
            if (words[i] < SHORTEST_HEADLINE || refers.test(order[i])) {
                continue;
            }
            alone = alone < 0 ? i : alone;
            if (words[i] <= HEADLINE
                    && (best < 0 || values[i] - LENGTH * words[i] > values[best] - LENGTH * words[best])) {
                best = i;
            }
        }
        return new int[] {order[Math.max(0, best < 0 ? alone : best)]};
    }

    /** Returns the positions of the first sentences that fit the budget, ascending; empty if the first does not fit. */
    public int[] lead(int budget) {
        int size = 0;
        int sum = 0;
        while (size < words.length && sum + words[size] <= budget) {
            sum += words[size++];
        }
        return Arrays.copyOf(order, size);
    }

    double[] values(Weights weights) {
        double[] values = new double[features.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = weights.value(features[i]);
        }
        return values;
    }
}
