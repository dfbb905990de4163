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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The reports that an article is connected with: those close to it, those close to them, and so on, earliest first.
 *
 * @param ids of the reports, of the article, and, unless it is cut, of the members of its former story
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
     * Explores the index around an article. Where that is cut, the former story adds nothing: reports found from its members
     * instead of from the article would make another story, from which other reports would be found, and so on in turn.
     *
     * @param former the story it was in
     * @param published when the article was published; null if it was removed
     */
    public static Surroundings of(
            SearchIndex index, ArticleId seed, Optional<Story> former, @Nullable Instant published) {
        Exploration exploration = new Exploration(index);
        if (published != null) {
            exploration.from(index.reports(Set.of(seed), published));
        }
        Set<ArticleId> members = former.map(Surroundings::members).orElse(Set.of());
        if (!exploration.isCut()) {
            former.ifPresent(story -> exploration.from(index.reports(members, story.firstSeen())));
        }
        Set<ArticleId> ids = new LinkedHashSet<>(List.of(seed));
        ids.addAll(exploration.isCut() ? Set.of() : members);
        ids.addAll(exploration.found.keySet());
        return new Surroundings(seed, List.copyOf(exploration.found.values()), ids, exploration.isCut());
    }

    private static Set<ArticleId> members(Story story) {
        return story.members().stream().map(Member::id).collect(Collectors.toSet());
    }

    /** A search for the reports close to some, for those close to them, and so on. */
    private static final class Exploration {

        private final SearchIndex index;
        private final Map<ArticleId, Report> found = new HashMap<>();
        private final PriorityQueue<Report> open = new PriorityQueue<>();
        private final Set<Signature> explored = new HashSet<>();
        private int lookups;
        private boolean crowded;

        Exploration(SearchIndex index) {
            this.index = index;
        }

        boolean isCut() {
            return crowded || found.size() >= MOST_REPORTS || lookups >= MOST_LOOKUPS;
        }

        void from(List<Report> reports) {
            reports.forEach(this::add);
            while (!open.isEmpty() && found.size() < MOST_REPORTS && lookups < MOST_LOOKUPS) {
                Report next = open.remove();
                // The same text has the same surroundings.
                if (next.bands().isEmpty() || explored.add(next.signature())) {
                    explore(next);
                }
            }
        }

        private void explore(Report report) {
            lookups++;
            List<Report> close = index.near(report);
            crowded |= close.stream().filter(report::isCopyOf).count() >= SearchIndex.MOST_COPIES;
            close.stream()
                    .filter(near -> !found.containsKey(near.id()) && Stories.areClose(report, near))
                    .forEach(this::add);
        }

        private void add(Report report) {
            if (found.putIfAbsent(report.id(), report) == null) {
                open.add(report);
            }
        }
    }
}
