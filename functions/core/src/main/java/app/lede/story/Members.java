package app.lede.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a story of a group of reports: its voices, the chain of copies, and the reasons why each report is part of it. */
final class Members {

    private static final int MOST_REASONS = 6;

    private final List<Report> group;
    private final Copies copies;

    private Members(List<Report> group, Copies copies) {
        this.group = group;
        this.copies = copies;
    }

    static Story story(List<Report> group, Copies copies) {
        return new Members(group, copies).story();
    }

    private Story story() {
        Map<Report, Integer> voices = voices();
        List<Member> members = new ArrayList<>();
        Map<String, Integer> before = new HashMap<>();
        for (Report report : group.subList(0, Math.min(Story.MOST_MEMBERS, group.size()))) {
            members.add(member(report, voices.getOrDefault(report, 0), reasons(report, before)));
            report.features().forEach(feature -> before.merge(feature.stem(), feature.weight(), Math::max));
        }
        int count = (int) group.stream()
                .filter(Members::isNamed)
                .map(voices::get)
                .distinct()
                .count();
        return new Story(group.getFirst().id(), group.size(), count, members);
    }

    /** Tests for a report of a publisher or an agency: uploads of nobody knows whom are no voice of their own. */
    private static boolean isNamed(Report report) {
        return !report.publisher().isEmpty() || report.credit() != null;
    }

    private Member member(Report report, int voice, List<String> reasons) {
        Optional<Report> source = copies.source(report);
        return new Member(
                report.id(),
                report.publisher(),
                report.credit(),
                report.language(),
                report.first(),
                voice,
                source.map(Report::id).orElse(null),
                source.map(earlier -> (int) Math.round(100 * earlier.signature().similarity(report.signature())))
                        .orElse(0),
                reasons);
    }

    private static List<String> reasons(Report report, Map<String, Integer> before) {
        return report.features().stream()
                .filter(feature -> before.containsKey(feature.stem()))
                .sorted(Comparator.comparingInt(
                                (Feature feature) -> feature.weight() * before.getOrDefault(feature.stem(), 0))
                        .reversed()
                        .thenComparing(Feature::shown))
                .limit(MOST_REASONS)
                .map(Feature::shown)
                .toList();
    }

    /** Numbers the voices in order of time. */
    private Map<Report, Integer> voices() {
        Map<String, Integer> roots = new HashMap<>();
        int[] parents = new int[group.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i;
            for (String tie : ties(group.get(i))) {
                Integer earlier = roots.putIfAbsent(tie, i);
                if (earlier != null) {
                    join(parents, i, earlier);
                }
            }
        }
        Map<Integer, Integer> numbers = new HashMap<>();
        Map<Report, Integer> voices = new HashMap<>();
        for (int i = 0; i < parents.length; i++) {
            int root = root(parents, i);
            numbers.putIfAbsent(root, numbers.size());
            voices.put(group.get(i), numbers.get(root));
        }
        return voices;
    }

    /** Returns what makes reports one voice: the publisher, the text they were copied from, the agency they credit. */
    private List<String> ties(Report report) {
        List<String> ties = new ArrayList<>(List.of(
                "publisher " + report.publisher(),
                "text " + copies.origin(report).id()));
        if (report.credit() != null) {
            ties.add("credit " + report.credit());
        }
        return ties;
    }

    private static void join(int[] parents, int one, int other) {
        int first = root(parents, one);
        int second = root(parents, other);
        parents[Math.max(first, second)] = Math.min(first, second);
    }

    private static int root(int[] parents, int place) {
        int at = place;
        while (parents[at] != at) {
            at = parents[at];
        }
        return at;
    }
}
