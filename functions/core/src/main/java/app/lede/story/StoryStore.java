package app.lede.story;

import app.lede.article.ArticleId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores stories, and the place of each article that is in one, is a copy or was copied; other articles cost nothing. Reads show every write
 * that returned before. Thread safe; an exception means that the database is unavailable; the call may be retried.
 */
public interface StoryStore {

    /** Names of one story that are followed: articles that each were its first and left. */
    int MOST_NAMES = 8;

    /** Returns the places of articles; those that are {@link Placement#ALONE} are missing. */
    Map<ArticleId, Placement> placements(Collection<ArticleId> ids);

    /** Sets an article's place, or forgets it if it is {@link Placement#ALONE}. */
    void place(ArticleId id, Placement placement);

    /**
     * A copy of an article.
     *
     * @param first when its publisher had it
     */
    record Copy(ArticleId id, Instant first) {}

    /**
     * Lists the articles whose places name an original, earliest first. May lag behind the writes by a second.
     *
     * @param after the last of the page before; null for the first page
     */
    List<Copy> copies(ArticleId original, @Nullable Copy after, int limit);

    /** Returns those of the stories that exist. */
    Map<ArticleId, Story> stories(Collection<ArticleId> ids);

    /** Adds a story or replaces the one of its id. */
    void put(Story story);

    /** Removes a story, if it exists. */
    void remove(ArticleId id);

    /**
     * An entry of the list of stories.
     *
     * @param key its position within the day; sorts as a string
     */
    record Entry(String key, ArticleId id) {}

    /**
     * Lists the stories whose latest report is of a day (UTC), latest first. May lag behind the writes by a second.
     *
     * @param before key of the last entry of the page before; null for the first page
     */
    List<Entry> latest(LocalDate day, @Nullable String before, int limit);

    /** Notes that a story which no longer exists went on under another name. */
    void succeed(ArticleId former, ArticleId successor);

    /** Returns the name under which a former story went on; empty if it did not. */
    Optional<ArticleId> successor(ArticleId former);

    /**
     * Returns the story an article is in now, which may have been named after it before. Of an article that is in none, the story
     * that went on under another name when this one left or was deleted.
     */
    default Optional<Story> of(ArticleId article) {
        Optional<ArticleId> at = Optional.of(article);
        for (int names = 0; at.isPresent() && names < MOST_NAMES; names++) {
            Optional<Story> story = at.flatMap(this::placed);
            if (story.isPresent()) {
                return story;
            }
            at = at.flatMap(this::successor);
        }
        return Optional.empty();
    }

    private Optional<Story> placed(ArticleId article) {
        return Optional.ofNullable(placements(List.of(article)).get(article))
                .flatMap(placement -> Optional.ofNullable(placement.story()))
                .flatMap(story -> Optional.ofNullable(stories(List.of(story)).get(story)));
    }
}
