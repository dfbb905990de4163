package app.lede.summary.rank;

import java.util.List;

/**
 * Features of the first sentences of a story: position, wording, and similarity to the story, its lead and its other sentences.
 *
 * <p>Centrality is directed (Zheng and Lapata 2019): similarity to sentences before and after counts apart.
 */
public final class Features {

    /** Number of features of a sentence. */
    public static final int COUNT = 42;

    /** The feature of a sentence that refers to the one before it: "But he", "Instead". */
    static final int REFERS = 26;

    /** Sentences that make up the lead. */
    private static final int LEAD = 3;

    /** Sentences on each side that are not far. */
    private static final int NEAR = 2;

    private final StoryTerms terms;
    private final List<Passage> story;
    private final Wording wording;
    private final TermShares shares;
    private final double[] whole;
    private final double wholeNorm;

    private Features(StoryTerms terms, List<Passage> story, StopWords words) {
        this.terms = terms;
        this.story = story;
        wording = new Wording(words);
        shares = new TermShares(terms);
        whole = terms.whole();
        wholeNorm = Math.max(1e-9, Vector.norm(whole));
    }

    /**
     * Returns the features of the first sentences.
     *
     * @param positions sentences whose features are wanted, ascending
     * @param similarities for each of them, its cosines to all sentences
     */
    static double[][] of(
            StoryTerms terms,
            List<Passage> story,
            StopWords words,
            Topicality.Kept kept,
            int[] positions,
            double[][] similarities) {
        Features features = new Features(terms, story, words);
        double[][] rows = new double[positions.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] =
                    features.of(positions[i], similarities[i], kept.strayness().get(positions[i]));
        }
        return rows;
    }

    private double[] of(int i, double[] similarities, double odds) {
        Row row = new Row(COUNT);
        position(i, row);
        Passage passage = story.get(i);
        row.add(Math.min(passage.words(), 60) / 30.0)
                .add(Math.max(0, 1 - passage.words() / 14.0))
                .add(Math.max(0, passage.words() / 35.0 - 1));
        similarity(i, similarities, row);
        shares.of(i, passage.words(), row);
        wording.of(passage, i, row);
        return row.add(StrictMath.log(story.size()) / 3)
                .add(terms.total() / 10.0 / story.size())
                .add(i + 1 < story.size() ? similarities[i + 1] : 0)
                .add(i > 0 ? similarities[i - 1] : 0)
                .add(Math.max(-2, odds / 3))
                .values();
    }

    private void position(int i, Row row) {
        row.add(1 / Math.sqrt(1 + i))
                .add(StrictMath.exp(-i / 2.0))
                .add(i == 0)
                .add(i == 1)
                .add(i == 2)
                .add((double) i / story.size())
                .add(1.0 / (story.size() - i));
    }

    private void similarity(int i, double[] similarities, Row row) {
        double before = 0;
        double after = 0;
        double far = 0;
        double most = 0;
        int distant = 0;
        for (int other = 0; other < similarities.length; other++) {
            double similarity = similarities[other];
            before += other < i ? similarity : 0;
            after += other > i ? similarity : 0;
            most = Math.max(most, similarity);
            if (Math.abs(other - i) > NEAR) {
                far += similarity;
                distant++;
            }
        }
        double scale = Math.sqrt(similarities.length);
        row.add(terms.vector(i).dot(whole) / wholeNorm)
                .add(lead(i))
                .add((before + after) / scale)
                .add(before / scale)
                .add(after / scale)
                .add(most)
                .add(distant == 0 ? 0 : 10 * far / distant);
    }

    /** Returns the cosine similarity to the other sentences of the lead. */
    private double lead(int i) {
        double[] lead = new double[terms.size()];
        for (int other = 0; other < Math.min(LEAD, story.size()); other++) {
            if (other != i) {
                terms.vector(other).addTo(lead, 1);
            }
        }
        double norm = Vector.norm(lead);
        return norm < 1e-9 ? 0 : terms.vector(i).dot(lead) / norm;
    }
}
