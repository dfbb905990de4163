package app.lede.pipeline;

import static app.lede.pipeline.StoryDesk.OTHER;
import static app.lede.pipeline.StoryDesk.OWN;
import static app.lede.pipeline.StoryDesk.WIRE;
import static app.lede.pipeline.StoryDesk.local;
import static app.lede.pipeline.StoryDesk.localText;
import static app.lede.pipeline.StoryDesk.removal;
import static app.lede.pipeline.StoryDesk.revised;
import static app.lede.pipeline.StoryDesk.told;
import static app.lede.pipeline.StoryDesk.with;
import static app.lede.testkit.SearchSamples.document;
import static app.lede.testkit.SearchSamples.id;
import static app.lede.testkit.SearchSamples.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.search.Change;
import app.lede.search.SearchDocument;
import app.lede.story.Placement;
import app.lede.story.Story;
import app.lede.story.StoryStore;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupCopiesTest {

    private final StoryDesk desk = new StoryDesk();

    @Test
    void many_copies_of_one_text_have_one_original_and_are_no_story() {
        for (int number = 1; number <= 70; number++) {
            desk.deliver(put(told(number, WIRE)));
        }
        assertEquals(Map.of(), desk.stories.stories());
        assertEquals(70, desk.stories.placements().size());
        assertEquals(new Placement(null, null, true), desk.stories.placements().get(id(1)));
        assertEquals(Set.of(id(1)), desk.originals());
        desk.deliver(put(told(500, OWN)));
        assertTrue(desk.stories.stories().values().stream()
                .allMatch(story -> story.members().size() <= Story.MOST_MEMBERS));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 40, 150})
    void the_copies_of_a_removed_or_rewritten_article_name_the_next_that_had_the_text(int copies) {
        for (Change end : List.of(removal(1), put(revised(told(1, WIRE), OTHER)))) {
            StoryDesk crowd = StoryDesk.crowd(1, copies);
            assertEquals(Set.of(id(1)), crowd.originals());
            crowd.deliver(end);
            crowd.deliver(end);
            assertEquals(copies == 2 ? Set.of() : Set.of(id(2)), crowd.originals());
            assertEquals(
                    copies == 2 ? 0 : copies - 1, crowd.stories.placements().size());
            crowd.deliver(removal(2), removal(3));
            assertEquals(copies <= 4 ? Set.of() : Set.of(id(4)), crowd.originals());
        }
    }

    @Test
    void a_crowd_whose_original_goes_together_with_changes_of_its_neighbours_names_the_next() {
        for (Change neighbour : List.of(
                put(told(2, WIRE)), put(told(70, WIRE)), put(revised(told(2, WIRE), OTHER)), put(told(500, OWN)))) {
            for (boolean isFirst : List.of(true, false)) {
                StoryDesk crowd = StoryDesk.crowd(1, 150);
                crowd.deliver(isFirst ? new Change[] {neighbour, removal(1)} : new Change[] {removal(1), neighbour});
                boolean isRewritten = neighbour.id().equals(id(2)) && !neighbour.equals(put(told(2, WIRE)));
                assertEquals(Set.of(id(isRewritten ? 3 : 2)), crowd.originals(), neighbour + " " + isFirst);
            }
        }
    }

    @Test
    void a_crowd_whose_original_is_known_as_gone_by_a_neighbour_first_names_the_next() {
        StoryDesk crowd = StoryDesk.crowd(1, 150);
        crowd.deliver(put(told(500, OWN)));
        crowd.index.apply(List.of(removal(1)));
        crowd.step.regroup(List.of(put(told(500, OWN))));
        crowd.step.regroup(List.of(removal(1)));
        assertEquals(Set.of(id(2)), crowd.originals());
    }

    @Test
    void a_crowd_that_an_earlier_article_takes_over_follows_it_and_each_that_comes_after() {
        StoryDesk crowd = StoryDesk.crowd(2, 200);
        crowd.deliver(put(told(1, WIRE)));
        assertEquals(Set.of(id(1)), crowd.originals());
        crowd.deliver(removal(2));
        assertEquals(Set.of(id(1)), crowd.originals());
        crowd.deliver(removal(1));
        assertEquals(Set.of(id(3)), crowd.originals());
        assertEquals(198, crowd.stories.placements().size());
    }

    @Test
    void copies_name_the_earliest_even_if_it_comes_last_and_another_original_was_there_before() {
        desk.deliver(put(told(2, WIRE)), put(told(3, WIRE)), put(told(4, WIRE)));
        assertEquals(Set.of(id(2)), desk.originals());
        desk.deliver(put(told(1, WIRE)));
        assertEquals(Set.of(id(1)), desk.originals());
        assertEquals(4, desk.stories.placements().size());
    }

    @Test
    void a_crash_at_any_write_leaves_no_copy_with_the_id_of_a_removed_original() {
        for (int crash = 1; ; crash++) {
            StoryDesk crowd = new StoryDesk();
            crowd.deliver(IntStream.rangeClosed(1, 5)
                    .mapToObj(number -> put(told(number, WIRE)))
                    .toArray(Change[]::new));
            int last = crowd.stories.writes() + crash;
            crowd.index.apply(List.of(removal(1)));
            StoryStore dying = (StoryStore) Proxy.newProxyInstance(
                    StoryStore.class.getClassLoader(),
                    new Class<?>[] {StoryStore.class},
                    (proxy, method, arguments) -> {
                        Object result = method.invoke(crowd.stories, arguments);
                        if (crowd.stories.writes() >= last) {
                            throw new IllegalStateException("the process dies");
                        }
                        return result;
                    });
            boolean died = false;
            try {
                new GroupStories(crowd.index, dying).regroup(List.of(removal(1)));
            } catch (IllegalStateException e) {
                died = true;
            }
            crowd.step.regroup(List.of(removal(1)));
            assertEquals(Set.of(id(2)), crowd.originals(), "write " + crash);
            assertEquals(4, crowd.stories.placements().size(), "write " + crash);
            if (!died) {
                assertTrue(crash > 4, "writes " + crash);
                return;
            }
        }
    }

    @Test
    void an_original_whose_copies_are_out_of_sight_in_a_crowd_stays_marked_as_copied() {
        List<Change> crowd = new ArrayList<>();
        for (int number = 1; number < 160; number++) {
            SearchDocument report = local(number);
            crowd.add(put(report));
            if (number % 8 == 0) {
                String text = "(Our desk) " + localText(number);
                crowd.add(put(with(document(number * 360 + 1, null, text), text)));
            }
        }
        desk.index.apply(crowd);
        List<Change> some = crowd.subList(crowd.size() - 24, crowd.size());
        desk.step.regroup(some);
        desk.step.regroup(some.reversed());
        Map<ArticleId, Placement> places = desk.stories.placements();
        places.forEach((id, place) -> {
            if (place.duplicateOf() != null) {
                assertTrue(
                        places.getOrDefault(place.duplicateOf(), Placement.ALONE)
                                .isCopied(),
                        id + " " + place);
            }
        });
        assertTrue(desk.originals().size() > 1, () -> desk.originals().toString());
    }
}
