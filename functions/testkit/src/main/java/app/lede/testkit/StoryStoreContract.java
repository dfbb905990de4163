package app.lede.testkit;

import static app.lede.testkit.SearchSamples.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.article.ArticleId;
import app.lede.story.Member;
import app.lede.story.Placement;
import app.lede.story.Story;
import app.lede.story.StoryStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link StoryStore}. */
public abstract class StoryStoreContract {

    private static final LocalDate DAY = LocalDate.parse("2026-03-04");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    /** Returns a store without stories. */
    protected abstract StoryStore empty();

    /** Creates a story of articles that came an hour after each other, from noon of the day on. */
    static Story story(int number, int members) {
        return new Story(
                id(number),
                members,
                2,
                IntStream.range(0, members)
                        .mapToObj(place -> member(number, place))
                        .toList());
    }

    private static Member member(int number, int place) {
        @Nullable ArticleId copied = place == 2 ? id(number + 1) : null;
        return new Member(
                id(number + place),
                "paper" + place + ".example",
                place == 0 ? "ap" : null,
                place == 1 ? null : "fr",
                NOON.plus(Duration.ofMinutes(number)).plus(Duration.ofHours(place)),
                place % 2,
                copied,
                copied == null ? 0 : 61,
                place == 0 ? List.of() : List.of("Niamey", "42"));
    }

    @Test
    void a_story_is_found_as_it_was_put_until_it_is_removed() {
        StoryStore store = empty();
        Story story = story(1, 4);
        store.put(story);
        assertEquals(Map.of(id(1), story), store.stories(List.of(id(1), id(2))));
        Story grown = story(1, 5);
        store.put(grown);
        store.put(grown);
        assertEquals(Map.of(id(1), grown), store.stories(List.of(id(1))));
        store.remove(id(1));
        store.remove(id(1));
        assertEquals(Map.of(), store.stories(List.of(id(1))));
        assertEquals(List.of(), store.latest(DAY, null, 10));
    }

    @Test
    void the_largest_story_is_kept_whole() {
        StoryStore store = empty();
        Story story = story(1, Story.MOST_MEMBERS);
        store.put(story);
        assertEquals(Map.of(id(1), story), store.stories(List.of(id(1))));
    }

    @Test
    void places_are_kept_until_an_article_is_alone_again() {
        StoryStore store = empty();
        Placement both = new Placement(id(1), new Placement.Copy(id(2), NOON), false);
        Placement copy = new Placement(null, new Placement.Copy(id(2), NOON.plusMillis(1)), false);
        Placement original = new Placement(null, null, true);
        store.place(id(2), original);
        store.place(id(3), both);
        store.place(id(4), copy);
        assertEquals(
                Map.of(id(2), original, id(3), both, id(4), copy),
                store.placements(List.of(id(2), id(3), id(4), id(5))));
        store.place(id(3), Placement.in(id(1)));
        assertEquals(Map.of(id(3), Placement.in(id(1))), store.placements(List.of(id(3))));
        store.place(id(3), Placement.ALONE);
        store.place(id(3), Placement.ALONE);
        assertEquals(Map.of(), store.placements(List.of(id(3))));
        assertEquals(Map.of(), store.placements(List.of()));
    }

    @Test
    void the_copies_of_an_original_come_earliest_first_and_page_by_page() {
        StoryStore store = empty();
        for (int number = 19; number >= 10; number--) {
            Placement.Copy copy = new Placement.Copy(id(1), NOON.plus(Duration.ofMinutes(number / 2)));
            store.place(id(number), new Placement(number == 12 ? id(1) : null, copy, false));
        }
        store.place(id(30), new Placement(null, new Placement.Copy(id(2), NOON), false));
        store.place(id(14), new Placement(null, new Placement.Copy(id(2), NOON), false));
        store.place(id(15), Placement.ALONE);
        store.place(id(1), new Placement(null, null, true));
        List<StoryStore.Copy> walked = new ArrayList<>();
        StoryStore.@Nullable Copy after = null;
        List<StoryStore.Copy> page = store.copies(id(1), after, 3);
        while (!page.isEmpty()) {
            walked.addAll(page);
            page = store.copies(id(1), page.getLast(), 3);
        }
        assertEquals(
                Stream.of(10, 11, 12, 13, 16, 17, 18, 19)
                        .map(number -> new StoryStore.Copy(id(number), NOON.plus(Duration.ofMinutes(number / 2))))
                        .sorted(Comparator.comparing(StoryStore.Copy::first).thenComparing(StoryStore.Copy::id))
                        .toList(),
                walked);
        assertEquals(List.of(), store.copies(id(10), null, 3));
    }

    @Test
    void a_place_leads_to_its_story() {
        StoryStore store = empty();
        Story story = story(1, 3);
        store.put(story);
        store.place(id(2), Placement.in(id(1)));
        assertEquals(Optional.of(story), store.of(id(2)));
        store.remove(id(1));
        assertEquals(Optional.empty(), store.of(id(2)));
        assertEquals(Optional.empty(), store.of(id(9)));
    }

    @Test
    void a_former_name_leads_to_the_story_that_went_on_under_another() {
        StoryStore store = empty();
        store.succeed(id(1), id(2));
        store.succeed(id(2), id(3));
        store.succeed(id(2), id(3));
        assertEquals(Optional.of(id(2)), store.successor(id(1)));
        assertEquals(Optional.empty(), store.successor(id(9)));
        assertEquals(Optional.empty(), store.of(id(1)));
        Story story = story(3, 3);
        store.put(story);
        store.place(id(3), Placement.in(id(3)));
        assertEquals(Optional.of(story), store.of(id(1)));
        store.succeed(id(3), id(1));
        store.remove(id(3));
        assertEquals(Optional.empty(), store.of(id(1)));
    }

    @Test
    void stories_of_a_day_come_latest_first_and_page_by_page() {
        StoryStore store = empty();
        for (int number = 10; number < 60; number += 10) {
            store.put(story(number, 2));
        }
        store.put(story(30, 3));
        store.put(story(1_000, 2));
        List<ArticleId> walked = new ArrayList<>();
        @Nullable String before = null;
        List<StoryStore.Entry> page = store.latest(DAY, before, 2);
        while (!page.isEmpty()) {
            page.forEach(entry -> walked.add(entry.id()));
            page = store.latest(DAY, page.getLast().key(), 2);
        }
        assertEquals(List.of(id(30), id(50), id(40), id(20), id(10)), walked);
        assertEquals(1, store.latest(DAY.plusDays(1), null, 10).size());
    }
}
