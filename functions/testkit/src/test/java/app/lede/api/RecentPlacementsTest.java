package app.lede.api;

import static app.lede.testkit.SearchSamples.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.story.Placement;
import app.lede.story.StoryStore;
import app.lede.testkit.InMemoryStories;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentPlacementsTest {

    private static final Placement PLACE = Placement.in(id(9));

    private final InMemoryStories stories = new InMemoryStories();
    private final List<Object> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-04T12:00:00Z");

    private final RecentPlacements recent = new RecentPlacements(
            (StoryStore) Proxy.newProxyInstance(
                    StoryStore.class.getClassLoader(),
                    new Class<?>[] {StoryStore.class},
                    (proxy, method, arguments) -> {
                        asked.add(List.copyOf((List<?>) arguments[0]));
                        return method.invoke(stories, arguments);
                    }),
            () -> now);

    @Test
    void the_store_is_asked_for_what_was_not_read_lately_alone() {
        stories.place(id(1), PLACE);
        assertEquals(Map.of(id(1), PLACE), recent.of(List.of(id(1), id(2))));
        assertEquals(Map.of(id(1), PLACE), recent.of(List.of(id(2), id(1), id(3))));
        assertEquals(Map.of(), recent.of(List.of(id(2), id(3))));
        assertEquals(List.of(List.of(id(1), id(2)), List.of(id(3))), asked);
    }

    @Test
    void a_place_is_seen_when_what_was_read_is_two_seconds_old() {
        assertEquals(Map.of(), recent.of(List.of(id(1))));
        stories.place(id(1), PLACE);
        now = now.plus(RecentPlacements.FRESH).minusMillis(1);
        assertEquals(Map.of(), recent.of(List.of(id(1))));
        now = now.plusMillis(1);
        assertEquals(Map.of(id(1), PLACE), recent.of(List.of(id(1))));
        stories.place(id(1), Placement.ALONE);
        now = now.minusSeconds(60);
        assertEquals(Map.of(), recent.of(List.of(id(1))), "a clock that was set back");
    }

    @Test
    void no_more_is_kept_than_its_bound() {
        List<ArticleId> many = IntStream.range(0, RecentPlacements.MOST_KEPT + 1)
                .mapToObj(number -> id(number))
                .toList();
        assertEquals(Map.of(), recent.of(many));
        asked.clear();
        assertEquals(Map.of(), recent.of(many.subList(1, many.size())));
        assertTrue(asked.isEmpty());
        assertEquals(Map.of(), recent.of(many.subList(0, 1)));
        assertEquals(List.of(many.subList(0, 1)), asked);
    }
}
