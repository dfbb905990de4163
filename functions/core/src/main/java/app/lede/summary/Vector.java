package app.lede.summary;

import java.util.Arrays;

/**
 * Weighted terms of a sentence, for cosine similarity.
 *
 * @param terms numbers of its terms in the story's {@link Vocabulary}, ascending, each once
 * @param weights the weight of each
 */
record Vector(int[] terms, double[] weights, double norm) {

    /**
     * Creates the vector of a sentence, in which each occurrence of a term adds its rarity.
     *
     * @param occurrences numbers of terms in any order, with repetitions
     */
    static Vector of(int[] occurrences, double[] rarity) {
        int[] terms = occurrences.clone();
        Arrays.sort(terms);
        double[] weights = new double[terms.length];
        int size = 0;
        for (int i = 0; i < terms.length; i++) {
            if (size == 0 || terms[size - 1] != terms[i]) {
                terms[size++] = terms[i];
            }
            weights[size - 1] += rarity[terms[i]];
        }
        double[] kept = Arrays.copyOf(weights, size);
        return new Vector(Arrays.copyOf(terms, size), kept, norm(kept));
    }

    static double norm(double[] weights) {
        double squares = 0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        return Math.sqrt(squares);
    }

    /** Adds this vector, normalised, so that each sentence counts the same whatever its length. */
    void addTo(double[] sum) {
        double scale = norm == 0 ? 0 : 1 / norm;
        for (int i = 0; i < terms.length; i++) {
            sum[terms[i]] += weights[i] * scale;
        }
    }

    /** Returns the cosine similarity to a vector that has a weight for every term, from 0 to 1. */
    double cosine(double[] whole, double wholeNorm) {
        double dot = 0;
        for (int i = 0; i < terms.length; i++) {
            dot += weights[i] * whole[terms[i]];
        }
        return similarity(dot, wholeNorm);
    }

    /** Returns the cosine similarity, from 0 to 1. */
    double cosine(Vector other) {
        double dot = 0;
        int i = 0;
        int j = 0;
        while (i < terms.length && j < other.terms.length) {
            int order = Integer.compare(terms[i], other.terms[j]);
            dot += order == 0 ? weights[i] * other.weights[j] : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return similarity(dot, other.norm);
    }

    private double similarity(double dot, double otherNorm) {
        return norm == 0 || otherNorm == 0 ? 0 : Math.min(1, dot / (norm * otherNorm));
    }
}
