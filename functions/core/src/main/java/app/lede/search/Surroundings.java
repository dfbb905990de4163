package app.lede.search;

import app.lede.article.ArticleId;
import app.lede.story.Member;
import app.lede.story.Report;
import app.lede.story.Signature;
import app.lede.story.Stories;
import app.lede.story.Story;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reports that an article is connected with: those close to it, those close to them, and so on, earliest first.
 *
 * @param ids of the reports, of the article, and of the members of its former story
 * @param isCut whether there may be more, as of a text with very many copies; then the earliest are here
 */
public record Surroundings(ArticleId seed, List<Report> reports, Set<ArticleId> ids, boolean isCut) {

    public Surroundings {
        reports = List.copyOf(reports);
        ids = Collections.unmodifiableSet(ids);
    }

    /** Reports that are looked at. */
    static final int MOST_REPORTS = 256;

    /** Reports whose surroundings are looked up: of a crowd of almost equal texts each lookup reads most of the crowd. */
    private static final int MOST_LOOKUPS = 32;

    /**
     * Explores the index around an article.
     *
     * @param former the story it was in
     * @param published when the article was published; null if it was removed
     */
    public static Surroundings of(
            SearchIndex index, ArticleId seed, Optional<Story> former, @Nullable Instant published) {
        Set<ArticleId> ids = new LinkedHashSet<>();
        ids.add(seed);
        former.ifPresent(story -> story.members().stream().map(Member::id).forEach(ids::add));
        Map<ArticleId, Report> found = new HashMap<>();
        former.ifPresent(
                story -> index.reports(ids, story.firstSeen()).forEach(report -> found.put(report.id(), report)));
        if (published != null) {
            index.reports(Set.of(seed), published).forEach(report -> found.put(report.id(), report));
        }
        PriorityQueue<Report> open = new PriorityQueue<>(found.values());
        Set<Signature> explored = new HashSet<>();
        boolean cut = false;
        int lookups = 0;
        while (!open.isEmpty() && found.size() < MOST_REPORTS && lookups < MOST_LOOKUPS) {
            Report next = open.remove();
            if (!next.bands().isEmpty() && !explored.add(next.signature())) {
                continue; // The same text has the same surroundings.
            }
            lookups++;
            List<Report> close = index.near(next);
            cut |= close.stream().filter(next::isCopyOf).count() >= SearchIndex.MOST_COPIES;
            for (Report near : close) {
                if (!found.containsKey(near.id()) && Stories.areClose(next, near)) {
                    found.put(near.id(), near);
                    open.add(near);
                }
            }
        }
        ids.addAll(found.keySet());
        return new Surroundings(
                seed, List.copyOf(found.values()), ids, cut || found.size() >= MOST_REPORTS || lookups >= MOST_LOOKUPS);
    }
}
