package app.lede.story;

import app.lede.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The usual way to group news: one pass over tf-idf vectors, each joining the closest centroid above a threshold. */
final class TfIdfSinglePass {

    private TfIdfSinglePass() {}

    private static final class Group {
        private final String name;
        private final Map<String, Double> sum = new HashMap<>();
        private double norm;

        private Group(String name) {
            this.name = name;
        }
    }

    static Map<EventSet.Told, String> clusters(List<EventSet.Told> ordered, double threshold) {
        Map<String, Integer> frequencies = new HashMap<>();
        ordered.forEach(told -> new HashSet<>(words(told)).forEach(word -> frequencies.merge(word, 1, Integer::sum)));
        List<Group> groups = new ArrayList<>();
        Map<EventSet.Told, String> clusters = new HashMap<>();
        for (EventSet.Told told : ordered) {
            Map<String, Double> vector = new HashMap<>();
            words(told)
                    .forEach(word -> vector.merge(
                            word, Math.log((double) ordered.size() / frequencies.getOrDefault(word, 1)), Double::sum));
            double length = norm(vector);
            Group best = null;
            double most = threshold;
            for (Group group : groups) {
                double cosine = dot(vector, group.sum) / length / group.norm;
                if (cosine >= most) {
                    best = group;
                    most = cosine;
                }
            }
            if (best == null) {
                best = new Group(told.report().id().value());
                groups.add(best);
            }
            Group joined = best;
            vector.forEach((word, weight) -> joined.sum.merge(word, weight, Double::sum));
            joined.norm = norm(joined.sum);
            clusters.put(told, joined.name);
        }
        return clusters;
    }

    private static List<String> words(EventSet.Told told) {
        return List.of(Words.key(told.headline() + " " + told.text()).split(" ", -1));
    }

    private static double dot(Map<String, Double> one, Map<String, Double> other) {
        double dot = 0;
        for (Map.Entry<String, Double> entry : one.entrySet()) {
            dot += entry.getValue() * other.getOrDefault(entry.getKey(), 0.0);
        }
        return dot;
    }

    private static double norm(Map<String, Double> vector) {
        return Math.sqrt(vector.values().stream().mapToDouble(w -> w * w).sum());
    }
}
