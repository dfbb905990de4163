package app.lede.summary;

import app.lede.text.LowerCase;
import app.lede.text.Table;
import app.lede.text.Words;
import java.util.HashMap;
import java.util.HashSet;
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
    private final List<Vector> vectors;
    private final double[] scores;

    Ranking(List<Candidate> story, @Nullable String language, @Nullable String headline, Weights weights) {
        this.weights = weights;
        Map<String, Integer> sentencesWith = sentencesWith(story);
        Map<String, Double> rarity = rarity(sentencesWith, story.size());
        vectors =
                story.stream().map(sentence -> vector(sentence.text(), rarity)).toList();
        Vector whole = Vector.sum(vectors);
        Vector title = vector(headline == null ? "" : headline, rarity);
        Set<String> openers = OPENERS.getOrDefault(language == null ? "en" : language, Set.of());
        scores = new double[story.size()];
        for (int i = 0; i < scores.length; i++) {
            Vector vector = vectors.get(i);
            scores[i] = weights.position / Math.sqrt(1 + i)
                    + weights.centrality * vector.cosine(whole)
                    + weights.headline * vector.cosine(title)
                    - faults(story.get(i), openers)
                    - (isStray(story.get(i), sentencesWith) ? weights.stray : 0);
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

    private static Vector vector(String text, Map<String, Double> rarity) {
        Map<String, Double> counts = new HashMap<>();
        for (String term : Terms.of(text)) {
            double worth = rarity.getOrDefault(term, 0.0);
            if (worth > 0) {
                counts.merge(term, worth, Double::sum);
            }
        }
        return Vector.of(counts);
    }

    /** Tests whether a line shares no longer terms with the rest of the story, as page furniture does. */
    private boolean isStray(Candidate sentence, Map<String, Integer> sentencesWith) {
        if (!sentence.brief() || scores.length < COMES_BACK) {
            return false;
        }
        long shared = new HashSet<>(Terms.of(sentence.text()))
                .stream()
                        .filter(term -> term.length() >= LONG_TERM || Words.isUnspaced(term.charAt(0)))
                        .filter(term -> sentencesWith.getOrDefault(term, 0) > 1)
                        .count();
        return shared < SHARED_TERMS;
    }

    private static Map<String, Integer> sentencesWith(List<Candidate> story) {
        Map<String, Integer> sentences = new HashMap<>();
        for (Candidate sentence : story) {
            new HashSet<>(Terms.of(sentence.text())).forEach(term -> sentences.merge(term, 1, Integer::sum));
        }
        return sentences;
    }

    /** Returns inverse sentence frequencies within the article. */
    private static Map<String, Double> rarity(Map<String, Integer> sentencesWith, int sentences) {
        Map<String, Double> rarity = new HashMap<>();
        sentencesWith.forEach((term, count) -> rarity.put(term, StrictMath.log((1.0 + sentences) / count)));
        return rarity;
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
