package app.lede.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds which reports are copies of earlier ones. A report is a copy if it shares at least {@value #SIMILAR} of all shingles with
 * an earlier one, or if {@value #CONTAINED} of the shorter text's stand in the longer.
 */
final class Copies {

    /** Between the copies of a text with a fifth of its sentences left out, and texts written independently (below .05). */
    static final double SIMILAR = 0.3;

    static final double CONTAINED = 0.6;

    /** Below this the estimate of containment is mostly error. */
    private static final double LEAST_SIMILAR = 0.1;

    /** A text of fewer shingles is a notice, which many sites word alike. */
    static final int LEAST_SHINGLES = 12;

    private final Map<Report, Report> sources = new HashMap<>();

    /** Compares reports in their order; each copy has the earlier report it resembles most as its source. */
    Copies(List<Report> ordered) {
        List<Report> originals = new ArrayList<>();
        for (Report report : ordered) {
            Optional<Report> source = source(report, originals);
            source.ifPresent(earlier -> sources.put(report, earlier));
            if (source.isEmpty() || !report.signature().equals(source.get().signature())) {
                originals.add(report); // An exact copy adds no text that could be copied from it alone.
            }
        }
    }

    private static Optional<Report> source(Report report, List<Report> earlier) {
        @Nullable Report best = null;
        double most = 0;
        for (Report other : earlier) {
            double similarity = report.signature().similarity(other.signature());
            if (similarity > most && isCopy(report, other)) {
                best = other;
                most = similarity;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Tests whether one of two reports was copied from the other, or both from a third. */
    static boolean isCopy(Report one, Report other) {
        int fewer = Math.min(one.shingles(), other.shingles());
        if (fewer < LEAST_SHINGLES) {
            return false;
        }
        double similarity = one.signature().similarity(other.signature());
        double shared = similarity * ((double) one.shingles() + other.shingles()) / (1 + similarity);
        return similarity >= SIMILAR || (similarity >= LEAST_SIMILAR && shared >= CONTAINED * fewer);
    }

    /** Returns the earlier report that a report resembles most; empty for an original. */
    Optional<Report> source(Report report) {
        return Optional.ofNullable(sources.get(report));
    }

    /** Returns the report at the beginning of a chain of copies; the report itself if it is an original. */
    Report origin(Report report) {
        Report at = report;
        for (Report next = sources.get(at); next != null; next = sources.get(at)) {
            at = next;
        }
        return at;
    }
}
