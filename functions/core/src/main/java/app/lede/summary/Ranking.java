package app.lede.summary;

import app.lede.text.LowerCase;
import app.lede.text.Table;
import app.lede.text.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scores sentences by similarity to the whole story and its headline and by position, with penalties for weak openings.
 * Uses no training and no model.
 */
final class Ranking {

    /**
     * Weights of the features.
     *
     * @param stray penalty for a short line that shares no terms with the story: unrecognised page furniture
     * @param redundancy penalty for similarity to a chosen sentence
     * @param duplicate cosine at which a sentence counts as a repetition
     * @param enough minimum value of a further sentence; a summary need not fill its budget
     */
    record Weights(
            double position,
            double centrality,
            double headline,
            double quote,
            double opener,
            double question,
            double caption,
            double shortness,
            double stray,
            double redundancy,
            double duplicate,
            double enough) {}

    /** Word count below which a sentence loses value. */
    private static final double SHORT = 16;

    /** Minimum number of sentences for the stray penalty. */
    private static final int COMES_BACK = 6;

    private static final int LONG_TERM = 5;
    private static final int SHARED_TERMS = 3;

    private static final Map<String, Set<String>> OPENERS = openers();

    private final Weights weights;
    private final Vocabulary vocabulary;
    private final List<Vector> vectors;
    private final double[] scores;

    Ranking(List<Candidate> story, @Nullable String language, @Nullable String headline, Weights weights) {
        this.weights = weights;
        vocabulary = new Vocabulary(story);
        vectors = vocabulary.vectors();
        double[] whole = new double[vocabulary.size()];
        vectors.forEach(vector -> vector.addTo(whole));
        double wholeNorm = Vector.norm(whole);
        Vector title = vocabulary.vector(headline == null ? "" : headline);
        Set<String> openers = OPENERS.getOrDefault(language == null ? "en" : language, Set.of());
        scores = new double[story.size()];
        for (int i = 0; i < scores.length; i++) {
            Vector vector = vectors.get(i);
            scores[i] = weights.position / Math.sqrt(1 + i)
                    + weights.centrality * vector.cosine(whole, wholeNorm)
                    + weights.headline * vector.cosine(title)
                    - faults(story.get(i), openers)
                    - (isStray(story.get(i), vector) ? weights.stray : 0);
        }
    }

    /**
     * Returns a sentence's marginal value beside those chosen; negative infinity if it repeats one or adds too little.
     */
    double beside(int sentence, List<Integer> chosen) {
        double nearest = 0;
        for (int other : chosen) {
            nearest = Math.max(nearest, vectors.get(sentence).cosine(vectors.get(other)));
        }
        double worth = scores[sentence] - weights.redundancy * nearest;
        boolean adds = chosen.isEmpty() || (nearest < weights.duplicate && worth > weights.enough);
        return adds ? worth : Double.NEGATIVE_INFINITY;
    }

    private double faults(Candidate sentence, Set<String> openers) {
        String text = sentence.text();
        char last = text.charAt(text.length() - 1);
        return (isQuote(text.charAt(0)) ? weights.quote : 0)
                + (openers.contains(firstWord(text)) && sentence.order() > 0 ? weights.opener : 0)
                + ("?？؟".indexOf(last) >= 0 ? weights.question : 0)
                + (sentence.caption() ? weights.caption : 0)
                + weights.shortness * Math.max(0, 1 - sentence.words() / SHORT);
    }

    private static boolean isQuote(char c) {
        return "\"“”„«'‘「『".indexOf(c) >= 0;
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return LowerCase.of(text.substring(0, end));
    }

    /** Tests whether a line shares no longer terms with the rest of the story, as page furniture does. */
    private boolean isStray(Candidate sentence, Vector vector) {
        if (!sentence.brief() || scores.length < COMES_BACK) {
            return false;
        }
        long shared = Arrays.stream(vector.terms())
                .filter(term -> vocabulary.sentencesWith(term) > 1)
                .mapToObj(vocabulary::term)
                .filter(term -> term.length() >= LONG_TERM || Words.isUnspaced(term.charAt(0)))
                .count();
        return shared < SHARED_TERMS;
    }

    private static Map<String, Set<String>> openers() {
        Map<String, Set<String>> openers = new HashMap<>();
        for (String line : Table.lines(Ranking.class, "openers.txt")) {
            List<String> words = List.of(line.split("\\s+"));
            openers.put(words.getFirst(), Set.copyOf(words.subList(1, words.size())));
        }
        return Map.copyOf(openers);
    }
}
