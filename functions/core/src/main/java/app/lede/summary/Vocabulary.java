package app.lede.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The terms of a story, numbered in order of their first occurrence, with the number of sentences that hold each. */
final class Vocabulary {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> terms = new ArrayList<>();
    private final List<int[]> sentences = new ArrayList<>();
    private final double[] rarity;
    private int[] sentencesWith = new int[64];

    Vocabulary(List<Candidate> story) {
        int[] last = new int[64];
        for (Candidate sentence : story) {
            int[] occurrences = new int[sentence.terms().size()];
            for (int i = 0; i < occurrences.length; i++) {
                int term = number(sentence.terms().get(i));
                if (term >= last.length) {
                    last = Arrays.copyOf(last, 2 * last.length);
                    sentencesWith = Arrays.copyOf(sentencesWith, last.length);
                }
                sentencesWith[term] += last[term] == sentences.size() + 1 ? 0 : 1;
                last[term] = sentences.size() + 1;
                occurrences[i] = term;
            }
            sentences.add(occurrences);
        }
        rarity = rarity(story.size());
    }

    private int number(String term) {
        Integer known = numbers.putIfAbsent(term, terms.size());
        if (known == null) {
            terms.add(term);
            return terms.size() - 1;
        }
        return known;
    }

    /** Returns inverse sentence frequencies within the article. */
    private double[] rarity(int stories) {
        double[] values = new double[terms.size()];
        for (int term = 0; term < values.length; term++) {
            values[term] = StrictMath.log((1.0 + stories) / sentencesWith[term]);
        }
        return values;
    }

    int size() {
        return terms.size();
    }

    String term(int number) {
        return terms.get(number);
    }

    int sentencesWith(int term) {
        return sentencesWith[term];
    }

    /** Returns the vectors of the story's sentences, in order. */
    List<Vector> vectors() {
        return sentences.stream()
                .map(occurrences -> Vector.of(occurrences, rarity))
                .toList();
    }

    /** Returns the vector of another text; terms that the story lacks have no weight. */
    Vector vector(String text) {
        int[] known = Terms.of(text).stream()
                .filter(numbers::containsKey)
                .mapToInt(numbers::get)
                .toArray();
        return Vector.of(known, rarity);
    }
}
