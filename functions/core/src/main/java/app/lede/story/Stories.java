package app.lede.story;

import app.lede.article.ArticleId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The stories and copies among a set of reports. A pure function of that set: neither their order nor repetitions matter, so that
 * stories merge and split by themselves when reports are added or taken away.
 *
 * @param stories in order of their first reports
 * @param placements of all reports
 */
public record Stories(List<Story> stories, SortedMap<ArticleId, Placement> placements) {

    public Stories {
        stories = List.copyOf(stories);
    }

    /** Finds the stories among reports; of several of one article, the last given counts. */
    public static Stories of(Collection<Report> reports) {
        List<Report> ordered = reports.stream()
                .collect(Collectors.toMap(Report::id, report -> report, (one, other) -> other))
                .values()
                .stream()
                .sorted()
                .toList();
        Copies copies = new Copies(ordered);
        List<Story> stories = new ArrayList<>();
        Map<ArticleId, ArticleId> storyOf = new HashMap<>();
        for (List<Report> group : new Clusters(ordered, copies).groups()) {
            Story story = Members.story(group, copies);
            if (story.voices() >= Story.LEAST_VOICES) {
                stories.add(story);
                group.forEach(report -> storyOf.put(report.id(), story.id()));
            }
        }
        SortedMap<ArticleId, Placement> placements = new TreeMap<>();
        for (Report report : ordered) {
            Report origin = copies.origin(report);
            boolean copied = !origin.equals(report);
            Placement.@Nullable Copy copy = copied ? new Placement.Copy(origin.id(), report.first()) : null;
            placements.put(report.id(), new Placement(storyOf.get(report.id()), copy, false));
            if (copied) {
                placements.put(origin.id(), new Placement(storyOf.get(origin.id()), null, true));
            }
        }
        return new Stories(stories, placements);
    }

    /** Tests whether two reports may belong together, as one event or as copies. */
    public static boolean areClose(Report one, Report other) {
        return Copies.isCopy(one, other) || Affinity.of(Affinity.Side.of(one), Affinity.Side.of(other)) >= 1;
    }
}
