package app.lede.pipeline;

import app.lede.article.ArticleId;
import app.lede.search.Change;
import app.lede.search.SearchIndex;
import app.lede.search.Surroundings;
import app.lede.story.Member;
import app.lede.story.Placement;
import app.lede.story.Stories;
import app.lede.story.Story;
import app.lede.story.StoryStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps stories and copies in step with the search index. For each change it looks at the reports around the article as the
 * index holds them now, works out their stories anew, and writes what differs from the store, until nothing does. So changes may
 * repeat, come late and in any order, and end in the same stories; of two instances that work on one story, the one that writes
 * last has seen what the other saw. Thread safe.
 */
public final class GroupStories {

    /** Passes over one story; more than two or three mean that other instances keep changing it. */
    private static final int MOST_PASSES = 6;

    private final SearchIndex index;
    private final StoryStore stories;

    public GroupStories(SearchIndex index, StoryStore stories) {
        this.index = index;
        this.stories = stories;
    }

    /**
     * Brings the stories around changed articles up to date; after an exception the changes may be given again.
     *
     * @param changes that the index holds already, or later ones of the same articles
     */
    public void regroup(List<Change> changes) {
        Map<ArticleId, Instant> published = changes.stream()
                .flatMap(change -> change instanceof Change.Put put ? Stream.of(put.document()) : Stream.empty())
                .collect(Collectors.toMap(
                        document -> document.id(), document -> document.published(), (one, other) -> other));
        Set<ArticleId> ids = changes.stream().map(Change::id).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<ArticleId, Placement> placements = stories.placements(ids);
        Set<ArticleId> settled = new HashSet<>();
        for (ArticleId id : ids) {
            boolean known = published.containsKey(id) || placements.containsKey(id);
            if (known && !settled.contains(id)) {
                settled.addAll(settle(id, published.get(id), placements.get(id)));
            }
        }
    }

    /**
     * Works on one article's surroundings until the store agrees with the index. Of those that are cut, only the article's own
     * place is written; the rest follows from the surroundings of the first report, which are the same for all.
     *
     * @return the articles whose places are settled
     */
    private Set<ArticleId> settle(ArticleId id, @Nullable Instant published, @Nullable Placement place) {
        Around settled = settled(id, published, place, false);
        if (settled.isWhole()) {
            return settled.surroundings().ids();
        }
        ArticleId first = settled.first();
        settled.surroundings().reports().stream()
                .filter(report -> report.id().equals(first))
                .findFirst()
                .ifPresent(report -> settled(
                        first,
                        report.first(),
                        stories.placements(List.of(first)).get(first),
                        true));
        return Set.of(id);
    }

    /** Surroundings with the stories that they make. */
    private record Around(Surroundings surroundings, Stories stories, boolean whole) {

        /** Returns the first article of the seed's story, or the original of its text. */
        ArticleId first() {
            Placement place = stories.placements().getOrDefault(surroundings.seed(), Placement.ALONE);
            return Optional.ofNullable(place.story())
                    .or(() -> Optional.ofNullable(place.duplicateOf()))
                    .orElse(surroundings.seed());
        }

        boolean isWhole() {
            return whole || !surroundings.isCut() || first().equals(surroundings.seed());
        }

        Set<ArticleId> written() {
            return isWhole() ? surroundings.ids() : Set.of(surroundings.seed());
        }

        boolean isAlone() {
            return surroundings.ids().size() == 1
                    && stories.placements().values().stream().allMatch(Placement.ALONE::equals);
        }
    }

    private Around settled(ArticleId id, @Nullable Instant published, @Nullable Placement place, boolean whole) {
        @Nullable Placement known = place;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            Surroundings surroundings = Surroundings.of(index, id, former(known), published);
            Around around = new Around(surroundings, Stories.of(surroundings.reports()), whole);
            if ((around.isAlone() && known == null) || !differs(around)) {
                return around;
            }
            index.refresh();
            known = stories.placements(List.of(id)).get(id);
        }
        throw new IllegalStateException(
                "the stories around " + id + " changed during each of " + MOST_PASSES + " passes");
    }

    private Optional<Story> former(@Nullable Placement known) {
        return Optional.ofNullable(known)
                .flatMap(placement -> Optional.ofNullable(placement.story()))
                .flatMap(story ->
                        Optional.ofNullable(stories.stories(List.of(story)).get(story)));
    }

    /** Writes what differs; returns whether anything did. */
    private boolean differs(Around around) {
        boolean rows =
                around.isWhole() && rows(around.stories(), around.surroundings().ids());
        Set<ArticleId> written = around.written();
        Map<ArticleId, Placement> stored = stories.placements(written);
        boolean places = false;
        for (ArticleId id : written) {
            Placement place = around.stories().placements().getOrDefault(id, Placement.ALONE);
            if (!place.equals(stored.getOrDefault(id, Placement.ALONE))) {
                stories.place(id, place);
                places = true;
            }
        }
        return rows || places;
    }

    /**
     * Writes stories before and removes them before the places that name them: a place without a story is mended by a retry. A
     * former name is kept before its story is removed.
     */
    private boolean rows(Stories wanted, Set<ArticleId> ids) {
        Map<ArticleId, Story> stored = stories.stories(ids);
        boolean differs = false;
        for (Story story : wanted.stories()) {
            if (!story.equals(stored.get(story.id()))) {
                stories.put(story);
                differs = true;
            }
        }
        Set<ArticleId> kept = wanted.stories().stream().map(Story::id).collect(Collectors.toSet());
        for (Story former : stored.values()) {
            if (!kept.contains(former.id())) {
                successor(former, wanted).ifPresent(id -> stories.succeed(former.id(), id));
                stories.remove(former.id());
                differs = true;
            }
        }
        return differs;
    }

    /** Returns the story in which most members of a former one are, if the article it was named after is in none. */
    private static Optional<ArticleId> successor(Story former, Stories wanted) {
        Placement place = wanted.placements().getOrDefault(former.id(), Placement.ALONE);
        Set<ArticleId> members = former.members().stream().map(Member::id).collect(Collectors.toSet());
        return wanted.stories().stream()
                .filter(story -> place.story() == null && shared(story, members) > 0)
                .max(Comparator.comparingLong((Story story) -> shared(story, members))
                        .thenComparing(Story::id, Comparator.reverseOrder()))
                .map(Story::id);
    }

    private static long shared(Story story, Set<ArticleId> members) {
        return story.members().stream()
                .map(Member::id)
                .filter(members::contains)
                .count();
    }
}
