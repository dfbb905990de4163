package app.lede.story;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Compares clusters with labels, item by item (Bagga and Baldwin, 1998). */
record BCubed(double precision, double recall) {

    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** Compares the cluster of each item with its label. */
    static <T> BCubed of(Map<T, String> labels, Map<T, String> clusters) {
        double precision = 0;
        double recall = 0;
        for (T item : labels.keySet()) {
            var sameCluster = labels.keySet().stream()
                    .filter(other -> Objects.equals(clusters.get(other), clusters.get(item)))
                    .collect(Collectors.toSet());
            var sameLabel = labels.keySet().stream()
                    .filter(other -> Objects.equals(labels.get(other), labels.get(item)))
                    .collect(Collectors.toSet());
            long both = sameCluster.stream().filter(sameLabel::contains).count();
            precision += (double) both / sameCluster.size();
            recall += (double) both / sameLabel.size();
        }
        return new BCubed(precision / labels.size(), recall / labels.size());
    }
}
