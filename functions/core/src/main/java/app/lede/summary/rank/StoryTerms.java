package app.lede.summary.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The content terms of a story, numbered in order of their first occurrence, and the vectors of its sentences. */
final class StoryTerms {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<int[]> occurrences = new ArrayList<>();
    private final List<Vector> vectors = new ArrayList<>();
    private final double[] rarity;
    private final double[] whole;
    private int[] sentencesWith = new int[256];
    private int[] counts = new int[256];
    private int total;

    StoryTerms(List<Passage> story) {
        int[] last = new int[256];
        for (Passage sentence : story) {
            int[] terms = numbers(sentence);
            occurrences.add(terms);
            last = last.length < counts.length ? Arrays.copyOf(last, counts.length) : last;
            for (int term : terms) {
                sentencesWith[term] += last[term] == occurrences.size() ? 0 : 1;
                last[term] = occurrences.size();
            }
        }
        rarity = new double[numbers.size()];
        for (int term = 0; term < rarity.length; term++) {
            rarity[term] = StrictMath.log((1.0 + story.size()) / sentencesWith[term]);
        }
        whole = new double[rarity.length];
        for (int[] terms : occurrences) {
            Vector vector = Vector.of(terms, rarity);
            vectors.add(vector);
            vector.addTo(whole, 1);
        }
    }

    /** Numbers the content terms of a sentence and counts them. */
    private int[] numbers(Passage sentence) {
        int[] found = new int[sentence.terms().size()];
        int size = 0;
        for (Term term : sentence.terms()) {
            if (term.content()) {
                int number = numbers.computeIfAbsent(term.stem(), any -> numbers.size());
                if (number >= counts.length) {
                    counts = Arrays.copyOf(counts, 2 * number);
                    sentencesWith = Arrays.copyOf(sentencesWith, 2 * number);
                }
                counts[number]++;
                found[size++] = number;
            }
        }
        total += size;
        return Arrays.copyOf(found, size);
    }

    /** Returns the number of distinct terms. */
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
