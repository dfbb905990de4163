package app.lede.story;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups reports by event in one pass over them in their order. A report joins the group whose members it is closest to, by the
 * mean of the {@value #CLOSEST} highest affinities, or begins one; a copy joins its source. The result follows from the set of
 * reports, in whatever order they are given.
 */
final class Clusters {

    private static final int CLOSEST = 3;

    private final Copies copies;
    private final List<List<Report>> groups = new ArrayList<>();
    private final Map<Report, List<Report>> groupOf = new HashMap<>();
    private final Map<Report, Affinity.Side> sides = new HashMap<>();

    Clusters(List<Report> ordered, Copies copies) {
        this.copies = copies;
        ordered.forEach(report -> sides.put(report, Affinity.Side.of(report)));
        ordered.forEach(this::place);
    }

    /** Returns the groups, each in the order of its reports. */
    List<List<Report>> groups() {
        return groups;
    }

    private void place(Report report) {
        List<Report> group = copies.source(report)
                .map(source -> requireNonNull(groupOf.get(source)))
                .orElseGet(() -> closest(report));
        group.add(report);
        groupOf.put(report, group);
    }

    private List<Report> closest(Report report) {
        List<Report> best = List.of();
        double most = 1;
        for (List<Report> group : groups) {
            double affinity = affinity(report, group);
            if (affinity >= most) {
                best = group;
                most = affinity;
            }
        }
        if (!best.isEmpty()) {
            return best;
        }
        List<Report> begun = new ArrayList<>();
        groups.add(begun);
        return begun;
    }

    private double affinity(Report report, List<Report> group) {
        Affinity.Side mine = requireNonNull(sides.get(report));
        return group.stream()
                .map(member -> Affinity.of(mine, requireNonNull(sides.get(member))))
                .sorted(Comparator.reverseOrder())
                .limit(CLOSEST)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }
}
