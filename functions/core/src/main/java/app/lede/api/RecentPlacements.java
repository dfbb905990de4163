package app.lede.api;

import app.lede.article.ArticleId;
import app.lede.story.Placement;
import app.lede.story.StoryStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the places of the articles of a page, and keeps them in memory for {@link #FRESH}: readers ask for the newest articles
 * over and over, and stories follow their articles some seconds later anyway. Thread safe.
 */
final class RecentPlacements {

    /** Age of what is shown at most. */
    static final Duration FRESH = Duration.ofSeconds(2);

    /** Articles kept, about 2 MB. */
    static final int MOST_KEPT = 5_000;

    private final StoryStore stories;
    private final InstantSource clock;

    /** Oldest first. */
    private final LinkedHashMap<ArticleId, Kept> kept = new LinkedHashMap<>();

    RecentPlacements(StoryStore stories, InstantSource clock) {
        this.stories = stories;
        this.clock = clock;
    }

    private record Kept(Placement place, Instant read) {}

    /** Returns the places of articles; those that are {@link Placement#ALONE} are missing. */
    SortedMap<ArticleId, Placement> of(Collection<ArticleId> ids) {
        SortedMap<ArticleId, Placement> places = new TreeMap<>();
        List<ArticleId> missing = new ArrayList<>();
        Instant now = clock.instant();
        synchronized (kept) {
            for (ArticleId id : ids) {
                Kept place = kept.get(id);
                if (place == null || isOld(place, now)) {
                    missing.add(id);
                } else {
                    places.put(id, place.place());
                }
            }
        }
        if (!missing.isEmpty()) {
            Map<ArticleId, Placement> read = stories.placements(missing);
            keep(missing, read, now);
            places.putAll(read);
        }
        places.values().removeIf(Placement.ALONE::equals);
        return places;
    }

    private static boolean isOld(Kept place, Instant now) {
        return place.read().isAfter(now) || !now.isBefore(place.read().plus(FRESH));
    }

    private void keep(List<ArticleId> ids, Map<ArticleId, Placement> read, Instant now) {
        synchronized (kept) {
            for (ArticleId id : ids) {
                kept.remove(id);
                kept.put(id, new Kept(read.getOrDefault(id, Placement.ALONE), now));
            }
            while (kept.size() > MOST_KEPT) {
                kept.pollFirstEntry();
            }
        }
    }
}
