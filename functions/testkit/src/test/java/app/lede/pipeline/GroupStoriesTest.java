package app.lede.pipeline;

import static app.lede.pipeline.StoryDesk.OTHER;
import static app.lede.pipeline.StoryDesk.OWN;
import static app.lede.pipeline.StoryDesk.THIRD;
import static app.lede.pipeline.StoryDesk.WIRE;
import static app.lede.pipeline.StoryDesk.local;
import static app.lede.pipeline.StoryDesk.revised;
import static app.lede.pipeline.StoryDesk.told;
import static app.lede.testkit.SearchSamples.id;
import static app.lede.testkit.SearchSamples.put;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.search.Change;
import app.lede.search.SearchDocument;
import app.lede.story.Placement;
import app.lede.story.Story;
import app.lede.story.StoryStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroupStoriesTest {

    private final StoryDesk desk = new StoryDesk();

    @Test
    void articles_outside_of_stories_write_nothing() {
        desk.deliver(put(told(1, WIRE)), put(told(2, OTHER)));
        desk.deliver(put(told(1, WIRE)));
        assertEquals(0, desk.stories.writes());
    }

    @Test
    void a_second_report_makes_a_story_and_repeating_it_writes_nothing() {
        desk.deliver(put(told(1, WIRE)));
        desk.deliver(put(told(2, OWN)));
        assertEquals(Set.of(id(1)), desk.stories.stories().keySet());
        assertEquals(Map.of(id(1), Placement.in(id(1)), id(2), Placement.in(id(1))), desk.stories.placements());
        int writes = desk.stories.writes();
        desk.deliver(put(told(2, OWN)), put(told(1, WIRE)));
        assertEquals(writes, desk.stories.writes());
    }

    @Test
    void the_end_does_not_depend_on_order_repetition_or_batches() {
        SearchDocument first = told(1, WIRE);
        SearchDocument strays = told(3, OWN);
        Change removal = new Change.Remove(id(6), first.changed().plus(Duration.ofDays(1)));
        List<Change> changes = new ArrayList<>(List.of(
                put(first),
                put(told(2, "(Our desk) " + WIRE)),
                put(strays),
                put(revised(strays, OTHER)),
                put(told(4, THIRD)),
                put(told(5, OWN + " The pub at the quay sold out of candles before ten.")),
                put(told(6, THIRD + " A boat waited.")),
                removal));
        desk.deliver(changes.toArray(Change[]::new));
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            List<Change> shuffled = new ArrayList<>(changes);
            shuffled.addAll(changes.subList(0, random.nextInt(changes.size())));
            Collections.shuffle(shuffled, random);
            StoryDesk other = new StoryDesk();
            for (int at = 0; at < shuffled.size(); ) {
                int end = Math.min(shuffled.size(), at + 1 + random.nextInt(3));
                other.deliver(shuffled.subList(at, end).toArray(Change[]::new));
                at = end;
            }
            assertEquals(desk.stories.stories(), other.stories.stories(), "seed " + seed);
            assertEquals(desk.stories.placements(), other.stories.placements(), "seed " + seed);
        }
        Story story = Objects.requireNonNull(desk.stories.stories().get(id(1)));
        assertEquals(
                List.of(id(1), id(2), id(4), id(5)),
                story.members().stream().map(m -> m.id()).toList());
        assertEquals(3, story.voices());
    }

    @Test
    void a_revision_with_other_words_leaves_its_story() {
        SearchDocument second = told(2, OWN);
        desk.deliver(put(told(1, WIRE)), put(second), put(told(3, THIRD)));
        desk.deliver(put(revised(second, OTHER)));
        assertEquals(Set.of(id(1), id(3)), desk.stories.placements().keySet());
        desk.deliver(new Change.Remove(id(3), second.changed().plus(Duration.ofDays(1))));
        assertEquals(Map.of(), desk.stories.placements());
        assertEquals(Map.of(), desk.stories.stories());
    }

    @Test
    void the_first_report_gives_the_story_its_name_when_it_comes_late_and_takes_it_along() {
        desk.deliver(put(told(2, OWN)), put(told(3, THIRD)));
        assertEquals(Set.of(id(2)), desk.stories.stories().keySet());
        desk.deliver(put(told(1, WIRE)));
        assertEquals(Set.of(id(1)), desk.stories.stories().keySet());
        assertEquals(id(1), desk.stories.of(id(2)).orElseThrow().id());
        desk.deliver(new Change.Remove(id(1), told(1, WIRE).changed().plus(Duration.ofDays(1))));
        assertEquals(Set.of(id(2)), desk.stories.stories().keySet());
        assertEquals(Set.of(id(2), id(3)), desk.stories.placements().keySet());
        assertEquals(id(2), desk.stories.of(id(1)).orElseThrow().id());
    }

    @Test
    void former_names_lead_on_through_deletions_and_revisions() {
        SearchDocument second = told(2, OWN);
        desk.deliver(
                put(told(1, WIRE)),
                put(second),
                put(told(3, THIRD)),
                put(told(4, THIRD + " A boat waited at the quay until the lamp of the lighthouse was lit.")),
                put(told(5, WIRE + " Odile Marchetti keeps the lighthouse of Port Ellery.")));
        assertEquals(Set.of(id(1)), desk.stories.stories().keySet());
        desk.deliver(new Change.Remove(id(1), second.changed().plus(Duration.ofDays(1))));
        desk.deliver(put(revised(second, OTHER)));
        Story now = desk.stories.stories().values().iterator().next();
        assertEquals(id(3), now.id());
        assertEquals(now, desk.stories.of(id(1)).orElseThrow());
        assertEquals(now, desk.stories.of(id(2)).orElseThrow());
    }

    @Test
    void what_a_crash_left_half_written_is_mended_by_the_retry() {
        desk.deliver(put(told(1, WIRE)), put(told(2, OWN)));
        Map<?, ?> whole = desk.stories.placements();
        desk.stories.place(id(2), Placement.ALONE);
        desk.stories.remove(id(1));
        desk.step.regroup(List.of(put(told(2, OWN))));
        assertEquals(whole, desk.stories.placements());
        assertEquals(Set.of(id(1)), desk.stories.stories().keySet());
    }

    @Test
    void a_crowd_that_is_seen_in_part_only_settles_whatever_was_stored_before() {
        List<Change> crowd =
                IntStream.range(1, 160).mapToObj(number -> put(local(number))).toList();
        desk.index.apply(crowd);
        assertEquals(GroupStories.Unsettled.NONE, desk.step.regroup(crowd.subList(crowd.size() - 4, crowd.size())));
        Placement last = desk.stories.placements().get(id(159 * 360));
        desk.stories.place(id(159 * 360), Placement.ALONE);
        assertEquals(GroupStories.Unsettled.NONE, desk.step.regroup(List.of(put(local(159)))));
        assertEquals(last, desk.stories.placements().get(id(159 * 360)));
    }

    @Test
    void a_story_that_changes_during_every_pass_ends_its_turn_unsettled_and_others_settle() {
        StoryStore forgetful = (StoryStore) Proxy.newProxyInstance(
                StoryStore.class.getClassLoader(),
                new Class<?>[] {StoryStore.class},
                (proxy, method, arguments) -> method.getName().equals("place")
                                && !Set.of(id(7), id(8)).contains(arguments[0])
                        ? null
                        : method.invoke(desk.stories, arguments));
        GroupStories among = new GroupStories(desk.index, forgetful);
        List<Change> changes =
                List.of(put(told(1, WIRE)), put(told(2, OWN)), put(told(7, OTHER)), put(told(8, "(Desk) " + OTHER)));
        desk.index.apply(changes);
        assertEquals(new GroupStories.Unsettled(Set.of(id(1), id(2)), Set.of()), among.regroup(changes));
        assertEquals(
                id(7),
                Objects.requireNonNull(desk.stories.placements().get(id(8))).duplicateOf());
        assertEquals(GroupStories.Unsettled.NONE, desk.step.regroup(List.of(put(told(2, OWN)))));
        assertEquals(
                Set.of(id(1), id(2), id(7), id(8)), desk.stories.placements().keySet());
    }

    @Test
    void stories_whose_turn_does_not_come_in_time_are_told_apart_and_tried_again() {
        Iterator<Instant> times = Stream.iterate(Instant.EPOCH, time -> time.plus(GroupStories.LONGEST.dividedBy(2)))
                .iterator();
        GroupStories slow = new GroupStories(desk.index, desk.stories, times::next);
        List<Change> changes =
                List.of(put(told(1, WIRE)), put(told(7, OTHER)), put(told(8, "(Desk) " + OTHER)), put(told(2, OWN)));
        desk.index.apply(changes);
        assertEquals(new GroupStories.Unsettled(Set.of(id(1), id(2)), Set.of(id(7), id(8))), slow.regroup(changes));
        assertEquals(
                GroupStories.Unsettled.NONE,
                desk.step.regroup(List.of(put(told(2, OWN)), put(told(8, "(Desk) " + OTHER)))));
        assertEquals(
                Set.of(id(1), id(2), id(7), id(8)), desk.stories.placements().keySet());
    }
}
