package app.lede.summary;

import java.util.HashMap;
import java.util.Map;

/** Weighted terms of one or more sentences, for cosine similarity. */
record Vector(Map<String, Double> weights, double norm) {

    static Vector of(Map<String, Double> weights) {
        double squares = 0;
        for (double weight : weights.values()) {
            squares += weight * weight;
        }
        return new Vector(weights, Math.sqrt(squares));
    }

    static Vector sum(Iterable<Vector> vectors) {
        Map<String, Double> sum = new HashMap<>();
        for (Vector vector : vectors) {
            // Normalised first, so that each sentence counts the same whatever its length.
            double scale = vector.norm == 0 ? 0 : 1 / vector.norm;
            vector.weights.forEach((term, weight) -> sum.merge(term, weight * scale, Double::sum));
        }
        return of(sum);
    }

    /** Returns the cosine similarity, from 0 to 1. */
    double cosine(Vector other) {
        if (norm == 0 || other.norm == 0) {
            return 0;
        }
        boolean smaller = weights.size() <= other.weights.size();
        Map<String, Double> few = smaller ? weights : other.weights;
        Map<String, Double> many = smaller ? other.weights : weights;
        double dot = 0;
        for (Map.Entry<String, Double> entry : few.entrySet()) {
            dot += entry.getValue() * many.getOrDefault(entry.getKey(), 0.0);
        }
        return Math.min(1, dot / (norm * other.norm));
    }
}
