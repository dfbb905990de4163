package app.lede.summary.rank;

import java.util.Arrays;

/**
 * Weighted terms of a sentence, of length 1, for cosine similarity.
 *
 * @param terms numbers of its terms in the story, ascending, each once
 * @param weights the weight of each
 */
record Vector(int[] terms, double[] weights) {

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
        double norm = norm(kept);
        for (int i = 0; i < size && norm > 0; i++) {
            kept[i] /= norm;
        }
        return new Vector(Arrays.copyOf(terms, size), kept);
    }

    static double norm(double[] weights) {
        double squares = 0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        return Math.sqrt(squares);
    }

    int size() {
        return terms.length;
    }

    /** Adds a multiple of this vector to a vector that has a weight for every term of the story. */
    void addTo(double[] sum, double factor) {
        for (int i = 0; i < terms.length; i++) {
            sum[terms[i]] += factor * weights[i];
        }
    }

    /** Returns the scalar product with a vector that has a weight for every term of the story. */
    double dot(double[] whole) {
        double dot = 0;
        for (int i = 0; i < terms.length; i++) {
            dot += weights[i] * whole[terms[i]];
        }
        return dot;
    }
}
