package app.lede.summary.rank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds sentences at the top of a text that share nothing with the rest of it: page furniture that no phrase list knows, and the
 * first lines of other articles.
 *
 * <p>A logistic regression over the terms that a sentence shares with the sentences further away, as neighbouring strays may share
 * terms with each other.
 */
public final class Topicality {

    /** Number of features of a sentence. */
    public static final int FEATURES = 14;

    /** Sentences at the top that are examined. */
    public static final int EXAMINED = 11;

    /** Minimum length of a story in sentences; a shorter one has too little to compare with. */
    public static final int SHORTEST = 5;

    /** Strayness of a sentence that surely belongs to the story. */
    private static final double LEAST = -6;

    /** Strayness above which a sentence is left out above the first one that surely belongs to the story. */
    private static final double DOUBTFUL = -1.8;

    /** Strayness below which a sentence belongs to the story. */
    private static final double SURE = -3;

    /** Sentences on each side that may belong to the same stray. */
    private static final int NEAR = 3;

    private static final int BRIEF = 9;

    private final StoryTerms terms;
    private final List<Passage> story;

    Topicality(StoryTerms terms, List<Passage> story) {
        this.terms = terms;
        this.story = story;
    }

    /** Returns the features of the examined sentences. */
    public static double[][] features(List<Passage> story) {
        Topicality topicality = new Topicality(StoryTerms.of(story), story);
        double[][] features = new double[Math.min(EXAMINED, story.size())][];
        for (int i = 0; i < features.length; i++) {
            features[i] = topicality.features(i);
        }
        return features;
    }

    /**
     * The sentences that belong to the story.
     *
     * @param positions their positions, ascending
     * @param strayness for each, the logarithm of the odds that it is a stray; of sentences that were not examined a low one
     */
    record Kept(List<Integer> positions, List<Double> strayness) {

        private void add(int position, double odds) {
            positions.add(position);
            strayness.add(odds);
        }
    }

    /** Part of a text from which strays are left out. */
    public enum Extent {
        /** Everywhere at the top: for a ranker, which seldom selects a sentence that looks like one. */
        EVERYWHERE,
        /** Above the first sentence that surely belongs to the story: for a lead, which should have no gaps. */
        ABOVE
    }

    /**
     * Returns the story without its strays; the story itself if it is short. If most of the examined sentences look like strays,
     * as in a list of briefs, only those above the first sentence of the story are left out.
     *
     * @param title terms of the headline; a sentence that shares one belongs to the story
     */
    static Kept kept(StoryTerms terms, List<Passage> story, List<Term> title, Weights weights, Extent extent) {
        double[] strayness = new Topicality(terms, story).strayness(stems(title), weights);
        int examined = Math.min(EXAMINED, story.size());
        int first = story.size() < SHORTEST ? 0 : firstOfStory(strayness, examined);
        Kept above = without(strayness, DOUBTFUL, first);
        if (story.size() < SHORTEST || extent == Extent.ABOVE) {
            return above;
        }
        Kept everywhere = without(strayness, weights.threshold(), story.size());
        return 2 * (story.size() - everywhere.positions.size()) <= examined ? everywhere : above;
    }

    private double[] strayness(Set<String> headline, Weights weights) {
        double[] strayness = new double[story.size()];
        for (int i = 0; i < strayness.length; i++) {
            boolean own = i >= EXAMINED || sharesOne(story.get(i), headline);
            strayness[i] = own ? LEAST : weights.strayness(features(i));
        }
        return strayness;
    }

    private static boolean sharesOne(Passage passage, Set<String> headline) {
        for (Term term : passage.terms()) {
            if (term.content() && headline.contains(term.stem())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the first sentence that surely belongs to the story; 0 if none does. */
    private static int firstOfStory(double[] strayness, int examined) {
        for (int i = 0; i < examined; i++) {
            if (strayness[i] < SURE) {
                return i;
            }
        }
        return 0;
    }

    private static Kept without(double[] strayness, double threshold, int end) {
        Kept kept = new Kept(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < strayness.length; i++) {
            if (i >= end || strayness[i] <= threshold) {
                kept.add(i, strayness[i]);
            }
        }
        return kept;
    }

    private static Set<String> stems(List<Term> terms) {
        Set<String> stems = new HashSet<>();
        terms.stream().filter(Term::content).map(Term::stem).forEach(stems::add);
        return stems;
    }

    private double[] features(int sentence) {
        Far far = new Far(sentence);
        int[] distinct = terms.vector(sentence).terms();
        int shared = 0;
        int most = 0;
        double sum = 0;
        double capped = 0;
        double rarity = 0;
        for (int term : distinct) {
            int with = far.sentencesWith[term];
            shared += with > 0 ? 1 : 0;
            most = Math.max(most, with);
            sum += with;
            capped += Math.min(with, 4);
            rarity += with > 0 ? terms.rarity(term) : 0;
        }
        Set<String> names = names(sentence);
        long sharedNames = names.stream()
                .filter(name -> far.sentencesWith[terms.number(name)] > 0)
                .count();
        int size = Math.max(1, distinct.length);
        int words = story.get(sentence).words();
        return new Row(FEATURES)
                .add(far.cosine(sentence))
                .add((double) shared / size)
                .add(StrictMath.log1p(shared))
                .add(StrictMath.log1p(sum))
                .add(capped / size)
                .add(StrictMath.log1p((double) sharedNames))
                .add(sharedNames > 0)
                .add(!names.isEmpty())
                .add(3.0 * most / far.sentences)
                .add(StrictMath.log1p(rarity))
                .add(Math.min(words, 40) / 20.0)
                .add(words < BRIEF)
                .add(StrictMath.log(story.size()) / 3)
                .add(distinct.length == 0)
                .values();
    }

    private Set<String> names(int sentence) {
        Set<String> names = new HashSet<>();
        for (Term term : story.get(sentence).terms()) {
            if (term.content() && term.capital()) {
                names.add(term.stem());
            }
        }
        return names;
    }

    /** The sentences that are not near a sentence; in a short story all others. */
    private final class Far {

        private final double[] sum = terms.whole();
        private final int[] sentencesWith = terms.sentencesWith();
        private final int sentences;

        Far(int sentence) {
            int near = terms.sentences() - 2 * NEAR < 3 ? 0 : NEAR;
            int from = Math.max(0, sentence - near);
            int to = Math.min(terms.sentences(), sentence + near + 1);
            for (int other = from; other < to; other++) {
                Vector vector = terms.vector(other);
                vector.addTo(sum, -1);
                for (int term : vector.terms()) {
                    sentencesWith[term]--;
                }
            }
            sentences = Math.max(1, terms.sentences() - (to - from));
        }

        double cosine(int sentence) {
            double norm = Vector.norm(sum);
            return norm < 1e-9 ? 0 : terms.vector(sentence).dot(sum) / norm;
        }
    }
}
