package app.lede.pipeline;

import static app.lede.pipeline.StoryDesk.OTHER;
import static app.lede.pipeline.StoryDesk.OWN;
import static app.lede.pipeline.StoryDesk.THIRD;
import static app.lede.pipeline.StoryDesk.WIRE;
import static app.lede.pipeline.StoryDesk.removal;
import static app.lede.pipeline.StoryDesk.revised;
import static app.lede.pipeline.StoryDesk.told;
import static app.lede.testkit.SearchSamples.id;
import static app.lede.testkit.SearchSamples.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.search.Change;
import app.lede.story.Placement;
import app.lede.story.Report;
import app.lede.story.Stories;
import app.lede.story.Story;
import app.lede.story.StoryStore;
import app.lede.testkit.InMemoryStories;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances work on the stories of one event, one of them in the middle of the other's turn, or dying in its own. */
class GroupCrossingTest {

    private static final List<List<Change>> CHANGES = List.of(
            List.of(removal(2)),
            List.of(removal(3)),
            List.of(put(told(7, WIRE))),
            List.of(put(told(1, WIRE))),
            List.of(put(revised(told(2, WIRE), OTHER))),
            List.of(removal(4), put(told(1, WIRE))),
            List.of(put(told(12, OWN + " So it was."))));

    /** A store for one instance, at whose n-th call the other instance has its turn; its list of copies may be older. */
    private static StoryStore crossed(InMemoryStories stories, int call, int behind, Runnable other) {
        int[] calls = {0};
        List<Map<ArticleId, Placement>> past = new ArrayList<>();
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (calls[0]++ == call) {
                other.run();
            }
            if (method.getName().equals("copies") && behind > 0 && !past.isEmpty()) {
                InMemoryStories old = new InMemoryStories();
                past.get(Math.max(0, past.size() - behind)).forEach(old::place);
                return method.invoke(old, arguments);
            }
            int writes = stories.writes();
            Map<ArticleId, Placement> before = behind > 0 ? stories.placements() : Map.of();
            Object result = method.invoke(stories, arguments);
            if (stories.writes() > writes) {
                past.add(before);
            }
            return result;
        };
        return (StoryStore)
                Proxy.newProxyInstance(StoryStore.class.getClassLoader(), new Class<?>[] {StoryStore.class}, handler);
    }

    private static StoryDesk desk(boolean inStory) {
        StoryDesk desk = StoryDesk.crowd(2, 5);
        if (inStory) {
            desk.deliver(put(told(10, OWN)), put(told(11, THIRD)));
        }
        return desk;
    }

    /** Checks that what is stored is what the index says, whatever articles without copies are marked as copied. */
    private static void assertSettled(StoryDesk desk, String when) {
        List<ArticleId> all =
                IntStream.range(0, 20).mapToObj(number -> id(number)).toList();
        List<Report> reports = desk.index.reports(all, told(1, WIRE).published());
        Stories wanted = Stories.of(reports);
        Map<ArticleId, Placement> places = new HashMap<>(desk.stories.placements());
        places.replaceAll((id, place) -> isMarkedOnly(place, wanted.placements().get(id))
                ? new Placement(place.story(), place.copy(), false)
                : place);
        places.values().removeIf(Placement.ALONE::equals);
        Map<ArticleId, Placement> expected = new HashMap<>(wanted.placements());
        expected.values().removeIf(Placement.ALONE::equals);
        assertEquals(expected, places, when);
        Map<ArticleId, Story> stories = wanted.stories().stream().collect(Collectors.toMap(Story::id, story -> story));
        assertEquals(stories, desk.stories.stories(), when);
    }

    private static boolean isMarkedOnly(Placement place, @Nullable Placement wanted) {
        return place.isCopied() && (wanted == null || !wanted.isCopied());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void two_changes_that_cross_at_any_call_end_in_the_stories_of_both(boolean inStory) {
        for (List<Change> one : CHANGES) {
            for (List<Change> other : CHANGES) {
                Set<ArticleId> ids = one.stream().map(Change::id).collect(Collectors.toSet());
                if (other.stream().map(Change::id).noneMatch(ids::contains)) {
                    cross(inStory, one, other, 0);
                }
            }
        }
    }

    @Test
    void a_list_of_copies_that_lags_behind_two_writes_misses_none() {
        for (List<Change> one : CHANGES.subList(0, 3)) {
            for (List<Change> other : CHANGES.subList(0, 3)) {
                if (!one.equals(other)) {
                    cross(true, one, other, 2);
                }
            }
        }
    }

    private static void cross(boolean inStory, List<Change> one, List<Change> other, int behind) {
        boolean[] met = {true};
        for (int call = 0; met[0]; call++) {
            StoryDesk desk = desk(inStory);
            met[0] = false;
            StoryStore store = crossed(desk.stories, call, behind, () -> {
                desk.deliver(other.toArray(Change[]::new));
                met[0] = true;
            });
            desk.index.apply(one);
            new GroupStories(desk.index, store).regroup(one);
            if (met[0]) {
                assertSettled(desk, one + " and at call " + call + " " + other);
            }
        }
    }

    @Test
    void a_crowd_whose_original_and_heir_go_in_crossing_batches_names_the_next() {
        for (int call : new int[] {12, 60}) {
            assertEquals(Set.of(id(3)), crossedCrowd(call, removal(2)).originals(), "call " + call);
        }
    }

    @Test
    void a_crowd_whose_original_goes_while_an_earlier_one_arrives_names_that() {
        for (int call : new int[] {12, 60}) {
            assertEquals(Set.of(id(0)), crossedCrowd(call, put(told(0, WIRE))).originals(), "call " + call);
        }
    }

    @Test
    void a_copy_that_gets_another_text_while_its_crowd_is_handed_on_names_nothing() {
        for (int call : new int[] {12, 60}) {
            StoryDesk crowd = crossedCrowd(call, put(revised(told(90, WIRE), OTHER)));
            assertEquals(Set.of(id(2)), crowd.originals(), "call " + call);
            assertNull(crowd.stories.placements().get(id(90)), "call " + call);
        }
    }

    private static StoryDesk crossedCrowd(int call, Change other) {
        StoryDesk crowd = StoryDesk.crowd(1, 130);
        boolean[] met = {false};
        StoryStore store = crossed(crowd.stories, call, 0, () -> {
            crowd.deliver(other);
            met[0] = true;
        });
        crowd.index.apply(List.of(removal(1)));
        new GroupStories(crowd.index, store).regroup(List.of(removal(1)));
        assertTrue(met[0], "call " + call);
        return crowd;
    }

    @Test
    void a_crash_between_hundreds_of_copies_is_mended_by_the_retry() {
        for (int crash : new int[] {60, 240}) {
            StoryDesk crowd = StoryDesk.crowd(1, 250);
            int last = crowd.stories.writes() + crash;
            StoryStore dying = (StoryStore) Proxy.newProxyInstance(
                    StoryStore.class.getClassLoader(),
                    new Class<?>[] {StoryStore.class},
                    (proxy, method, arguments) -> {
                        if (crowd.stories.writes() >= last) {
                            throw new IllegalStateException("the process dies");
                        }
                        return method.invoke(crowd.stories, arguments);
                    });
            crowd.index.apply(List.of(removal(1)));
            GroupStories step = new GroupStories(crowd.index, dying);
            assertThrows(IllegalStateException.class, () -> step.regroup(List.of(removal(1))));
            crowd.deliver(removal(1));
            assertEquals(Set.of(id(2)), crowd.originals(), "write " + crash);
            assertEquals(249, crowd.stories.placements().size(), "write " + crash);
        }
    }

    @Test
    void an_original_that_gets_its_text_back_has_its_copies_back() {
        for (boolean inStory : List.of(false, true)) {
            StoryDesk desk = desk(inStory);
            Map<ArticleId, Placement> before = desk.stories.placements();
            Change rewritten = put(revised(told(2, WIRE), OTHER));
            Change restored = put(revised(revised(told(2, WIRE), OTHER), WIRE));
            desk.deliver(rewritten);
            assertEquals(Set.of(id(3)), desk.originals());
            desk.deliver(restored);
            assertEquals(before, desk.stories.placements());
            desk.step.regroup(List.of(rewritten));
            assertEquals(before, desk.stories.placements());
        }
    }
}
