package app.lede.testkit;

import app.lede.article.ArticleId;
import app.lede.article.Times;
import app.lede.story.Placement;
import app.lede.story.Story;
import app.lede.story.StoryStore;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stories in maps. Thread safe. */
public final class InMemoryStories implements StoryStore {

    private static final Comparator<Copy> EARLIEST =
            Comparator.comparing((Copy copy) -> copy.first()).thenComparing(copy -> copy.id());

    private final Map<ArticleId, Placement> placements = new HashMap<>();
    private final Map<ArticleId, Story> stories = new HashMap<>();
    private final Map<ArticleId, ArticleId> successors = new HashMap<>();
    private int writes;

    @Override
    public synchronized Map<ArticleId, Placement> placements(Collection<ArticleId> ids) {
        return of(placements, ids);
    }

    @Override
    public synchronized void place(ArticleId id, Placement placement) {
        writes++;
        if (placement.equals(Placement.ALONE)) {
            placements.remove(id);
        } else {
            placements.put(id, placement);
        }
    }

    @Override
    public synchronized List<Copy> copies(ArticleId original, @Nullable Copy after, int limit) {
        return placements.entrySet().stream()
                .filter(entry -> original.equals(entry.getValue().duplicateOf()))
                .flatMap(entry ->
                        Stream.ofNullable(entry.getValue().copy()).map(copy -> new Copy(entry.getKey(), copy.first())))
                .filter(copy -> after == null || EARLIEST.compare(copy, after) > 0)
                .sorted(EARLIEST)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Map<ArticleId, Story> stories(Collection<ArticleId> ids) {
        return of(stories, ids);
    }

    @Override
    public synchronized void put(Story story) {
        writes++;
        stories.put(story.id(), story);
    }

    @Override
    public synchronized void remove(ArticleId id) {
        writes++;
        stories.remove(id);
    }

    @Override
    public synchronized void succeed(ArticleId former, ArticleId successor) {
        writes++;
        successors.put(former, successor);
    }

    @Override
    public synchronized Optional<ArticleId> successor(ArticleId former) {
        return Optional.ofNullable(successors.get(former));
    }

    @Override
    public synchronized List<Entry> latest(LocalDate day, @Nullable String before, int limit) {
        return stories.values().stream()
                .filter(story -> Times.day(story.latest()).equals(day.toString()))
                .map(story -> new Entry(Times.sortable(story.latest()) + "#" + story.id(), story.id()))
                .filter(entry -> before == null || entry.key().compareTo(before) < 0)
                .sorted(Comparator.comparing(Entry::key).reversed())
                .limit(limit)
                .toList();
    }

    /** Returns all placements, to compare. */
    public synchronized Map<ArticleId, Placement> placements() {
        return Map.copyOf(placements);
    }

    /** Returns all stories, to compare. */
    public synchronized Map<ArticleId, Story> stories() {
        return Map.copyOf(stories);
    }

    /** Returns the number of writes so far. */
    public synchronized int writes() {
        return writes;
    }

    private static <T> Map<ArticleId, T> of(Map<ArticleId, T> all, Collection<ArticleId> ids) {
        Map<ArticleId, T> found = new HashMap<>(all);
        found.keySet().retainAll(List.copyOf(ids));
        return found;
    }
}
