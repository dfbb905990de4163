package app.lede.api;

import app.lede.article.ArticleId;
import app.lede.article.Times;
import app.lede.story.Story;
import app.lede.story.StoryStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks back over the days of stories, for one page. Not thread safe. */
final class LatestStories {

    /** Days without a story after which the list ends, unless the request says from when on. */
    private static final int MOST_EMPTY_DAYS = 31;

    /** Reads of one page; a page may be short and still have a next one. */
    private static final int MOST_READS = 60;

    private final StoryStore stories;
    private final @Nullable Instant from;
    private final Optional<String> language;
    private String before;
    private boolean over;

    /**
     * Starts a walk.
     *
     * @param from earliest time of a latest report
     * @param before a time, or {@link #next} of the page before
     * @param language that one of a story's articles has
     */
    LatestStories(StoryStore stories, @Nullable Instant from, String before, Optional<String> language) {
        this.stories = stories;
        this.from = from;
        this.before = before;
        this.language = language;
    }

    /** Returns the position of a story in the list. */
    static String key(Story story) {
        return Times.sortable(story.latest()) + "#" + story.id();
    }

    /** Returns the key to resume from; empty at the end. */
    Optional<String> next() {
        return over ? Optional.empty() : Optional.of(before);
    }

    List<Story> read(int limit) {
        List<Story> found = new ArrayList<>();
        int empty = 0;
        for (int reads = 0; reads < MOST_READS && found.size() < limit && !over; reads++) {
            LocalDate day = LocalDate.parse(before.substring(0, before.indexOf('T')));
            List<StoryStore.Entry> page = stories.latest(day, before, limit - found.size());
            add(page, found);
            if (page.isEmpty()) {
                empty++;
                before = day.minusDays(1) + "T~";
                over = from == null ? empty > MOST_EMPTY_DAYS : isBefore(day.minusDays(1), from);
            } else {
                empty = 0;
            }
        }
        return found;
    }

    private static boolean isBefore(LocalDate day, Instant from) {
        return day.isBefore(LocalDate.ofInstant(from, ZoneOffset.UTC));
    }

    private void add(List<StoryStore.Entry> page, List<Story> found) {
        List<ArticleId> ids = page.stream().map(StoryStore.Entry::id).toList();
        Map<ArticleId, Story> read = stories.stories(ids);
        for (StoryStore.Entry entry : page) {
            before = entry.key();
            Story story = read.get(entry.id());
            if (story != null && from != null && story.latest().isBefore(from)) {
                over = true;
                return;
            }
            if (story != null && language.map(story.languages()::contains).orElse(true)) {
                found.add(story);
            }
        }
    }
}
