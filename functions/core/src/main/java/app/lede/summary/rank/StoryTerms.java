package app.lede.summary.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The content terms of a story, numbered in order of their first occurrence, and the vectors of its sentences. */
final class StoryTerms {

    /** Terms of most stories. */
    private static final int TERMS = 400;

    private final Map<String, Integer> numbers;
    private final List<int[]> occurrences;
    private final List<Vector> vectors = new ArrayList<>();
    private final double[] rarity;
    private final double[] whole;
    private final int[] sentencesWith;
    private final int[] counts;
    private int total;

    private StoryTerms(Map<String, Integer> numbers, List<int[]> occurrences) {
        this.numbers = numbers;
        this.occurrences = occurrences;
        sentencesWith = new int[numbers.size()];
        counts = new int[numbers.size()];
        count();
        rarity = rarities();
        whole = new double[rarity.length];
        for (int[] terms : occurrences) {
            Vector vector = Vector.of(terms, rarity);
            vectors.add(vector);
            vector.addTo(whole, 1);
        }
    }

    /** Numbers the terms of a story. */
    static StoryTerms of(List<Passage> story) {
        Map<String, Integer> numbers = HashMap.newHashMap(TERMS);
        List<int[]> occurrences = new ArrayList<>(story.size());
        for (Passage sentence : story) {
            int[] found = new int[sentence.terms().size()];
            int size = 0;
            for (Term term : sentence.terms()) {
                if (term.content()) {
                    found[size++] = numbers.computeIfAbsent(term.stem(), any -> numbers.size());
                }
            }
            occurrences.add(Arrays.copyOf(found, size));
        }
        return new StoryTerms(numbers, occurrences);
    }

    /** Returns the terms of some of the sentences, under the same numbers. */
    StoryTerms only(List<Integer> sentences) {
        return sentences.size() == occurrences.size()
                ? this
                : new StoryTerms(
                        numbers, sentences.stream().map(occurrences::get).toList());
    }

    private void count() {
        int[] last = new int[counts.length];
        for (int sentence = 0; sentence < occurrences.size(); sentence++) {
            for (int term : occurrences.get(sentence)) {
                counts[term]++;
                sentencesWith[term] += last[term] == sentence + 1 ? 0 : 1;
                last[term] = sentence + 1;
            }
            total += occurrences.get(sentence).length;
        }
    }

    /** Returns the rarity of each term: of many terms of the same frequency one logarithm. */
    private double[] rarities() {
        double[] byFrequency = new double[occurrences.size() + 2];
        double[] rarities = new double[sentencesWith.length];
        for (int term = 0; term < rarities.length; term++) {
            int frequency = Math.max(1, sentencesWith[term]);
            if (byFrequency[frequency] == 0) {
                byFrequency[frequency] = StrictMath.log((1.0 + occurrences.size()) / frequency);
            }
            rarities[term] = byFrequency[frequency];
        }
        return rarities;
    }

    /** Returns the number of terms; some may occur in no sentence. */
    int size() {
        return rarity.length;
    }

    /** Returns the number of occurrences of all terms. */
    int total() {
        return total;
    }

    int sentences() {
        return vectors.size();
    }

    Vector vector(int sentence) {
        return vectors.get(sentence);
    }

    /** Returns the terms of a sentence in order, with repetitions. */
    int[] occurrences(int sentence) {
        return occurrences.get(sentence);
    }

    /** Returns a copy of the sum of all vectors. */
    double[] whole() {
        return whole.clone();
    }

    double rarity(int term) {
        return rarity[term];
    }

    int count(int term) {
        return counts[term];
    }

    int sentencesWith(int term) {
        return sentencesWith[term];
    }

    /** Returns a copy of the numbers of sentences that have each term. */
    int[] sentencesWith() {
        return sentencesWith.clone();
    }

    /** Returns the number of a stem; -1 if the story lacks it. */
    int number(String stem) {
        return numbers.getOrDefault(stem, -1);
    }

    /** Returns the vector of another text; terms that the story lacks have no weight. */
    Vector vector(List<Term> text) {
        int[] known = text.stream()
                .mapToInt(term -> term.content() ? number(term.stem()) : -1)
                .filter(number -> number >= 0)
                .toArray();
        return Vector.of(known, rarity);
    }

    /** Returns the cosine similarities of one sentence to all sentences; to itself 0. */
    double[] similarities(int sentence) {
        double[] own = new double[size()];
        vector(sentence).addTo(own, 1);
        double[] similarities = new double[sentences()];
        for (int i = 0; i < similarities.length; i++) {
            similarities[i] = i == sentence ? 0 : vector(i).dot(own);
        }
        return similarities;
    }
}
