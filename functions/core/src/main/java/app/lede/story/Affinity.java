package app.lede.story;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures whether two reports tell of one event, from what they say alone: no count over other articles enters, so that the
 * answer never depends on what arrived before. Thread safe.
 */
final class Affinity {

    /** Cosine from which on two reports in one language tell of one event. */
    private static final double SAME_LANGUAGE = 0.23;

    /** The same between languages, where only names, numbers and words of one origin can meet. */
    private static final double OTHER_LANGUAGE = 0.30;

    private static final double OTHER_COUNTRIES = 0.5;
    private static final double OTHER_NAMES = 0.6;

    /** Names, or twice as many numbers, that reports in different languages share at least. */
    private static final double ANCHORS_BETWEEN_LANGUAGES = 1.5;

    /**
     * Length that the features of a report have at least: those of a short one are so few that a word or two make most of it.
     * Swept from 0 to 150: F1 of the event set is .994 up to 120 and .989 at 150; short reports of one event are lost from 120 on.
     */
    private static final double LEAST_NORM = 90;

    private Affinity() {}

    /** A report with its features by stem, without those that stand in most news, ready to be compared with many. */
    record Side(Report report, Map<String, Feature> features, Set<String> names, double norm, double anchorNorm) {

        static Side of(Report report) {
            Map<String, Feature> features = new HashMap<>();
            Set<String> names = new HashSet<>();
            double sum = 0;
            double anchors = 0;
            for (Feature feature : report.features()) {
                String stem = feature.stem();
                if (!Features.isCommon(stem) && features.putIfAbsent(stem, feature) == null) {
                    double square = (double) feature.weight() * feature.weight();
                    sum += square;
                    anchors += feature.kind() == Feature.Kind.WORD ? 0 : square;
                    if (feature.kind() == Feature.Kind.NAME) {
                        names.add(stem);
                    }
                }
            }
            return new Side(report, features, names, Math.max(LEAST_NORM, Math.sqrt(sum)), Math.sqrt(anchors));
        }
    }

    /** Returns 1 and more for reports of one event, less for others, 0 for those too far apart in time. */
    static double of(Side one, Side other) {
        Report a = one.report();
        Report b = other.report();
        if (Duration.between(a.first(), b.first()).abs().compareTo(Report.WINDOW) > 0) {
            return 0;
        }
        boolean same = a.language() != null && a.language().equals(b.language());
        double dot = 0;
        double anchors = 0;
        for (Map.Entry<String, Feature> entry : one.features().entrySet()) {
            Feature mine = entry.getValue();
            Feature theirs = other.features().get(entry.getKey());
            boolean anchor = theirs != null && isAnchor(mine) && isAnchor(theirs);
            if (theirs != null && (same || anchor)) {
                dot += (double) mine.weight() * theirs.weight();
                anchors += anchor ? mine.kind() == Feature.Kind.NAME ? 1 : 0.5 : 0;
            }
        }
        double norms = same ? one.norm() * other.norm() : one.anchorNorm() * other.anchorNorm();
        if (dot == 0 || norms == 0 || (!same && anchors < ANCHORS_BETWEEN_LANGUAGES)) {
            return 0;
        }
        return dot / norms / (same ? SAME_LANGUAGE : OTHER_LANGUAGE) * conflicts(one, other, anchors);
    }

    private static boolean isAnchor(Feature feature) {
        return feature.kind() != Feature.Kind.WORD;
    }

    /** Returns a factor for what speaks against one event. */
    private static double conflicts(Side one, Side other, double anchors) {
        double factor = 1;
        if (areApart(one.report().countries(), other.report().countries())) {
            factor *= OTHER_COUNTRIES;
        }
        if (anchors < 1 && !one.names().isEmpty() && !other.names().isEmpty()) {
            factor *= OTHER_NAMES;
        }
        return factor;
    }

    private static boolean areApart(List<String> countries, List<String> others) {
        return !countries.isEmpty() && !others.isEmpty() && countries.stream().noneMatch(others::contains);
    }
}
