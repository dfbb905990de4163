package app.lede.pipeline;

import app.lede.article.ArticleId;
import app.lede.story.Member;
import app.lede.story.Placement;
import app.lede.story.Stories;
import app.lede.story.Story;
import app.lede.story.StoryStore;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings the stored stories around some articles into line with those that were found. Thread safe. */
final class StoryRows {

    private final StoryStore stories;

    StoryRows(StoryStore stories) {
        this.stories = stories;
    }

    /**
     * Writes stories before and removes them before the places that name them: a place without a story is mended by a retry. A
     * former name is kept before its story is removed.
     *
     * @param ids of the articles, and so of the stories there may be
     * @return whether anything differed
     */
    boolean write(Stories wanted, Set<ArticleId> ids) {
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
