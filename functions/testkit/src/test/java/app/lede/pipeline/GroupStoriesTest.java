package app.lede.pipeline;

import static app.lede.testkit.SearchSamples.document;
import static app.lede.testkit.SearchSamples.id;
import static app.lede.testkit.SearchSamples.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.search.Change;
import app.lede.search.SearchDocument;
import app.lede.story.Placement;
import app.lede.story.Report;
import app.lede.story.Story;
import app.lede.story.StoryStore;
import app.lede.testkit.InMemorySearchIndex;
import app.lede.testkit.InMemoryStories;
import app.lede.testkit.SearchSamples;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupStoriesTest {

    private static final String WIRE =
            "The lighthouse of Port Ellery went dark on Monday after a ship cut the power cable in the bay, the coast"
                    + " guard said. Keeper Odile Marchetti lit the old lamp by hand and stayed at it all night.";

    private static final String OWN =
            "Nobody in Port Ellery slept much. The lamp of the lighthouse was lit by Odile Marchetti, who"
                    + " had climbed the stairs with a can of oil, and the coast guard watched the bay.";

    private static final String THIRD =
            "Port Ellery owes its light to Odile Marchetti. With oil and a match the keeper kept the"
                    + " lighthouse burning after the cable was cut.";

    private static final String OTHER =
            "In Tobermore the council sold its slate quarry to a company from Lisbon for less than a"
                    + " quarter of what was asked.";

    private final InMemorySearchIndex index = new InMemorySearchIndex();
    private final InMemoryStories stories = new InMemoryStories();
    private final GroupStories step = new GroupStories(index, stories);

    private static SearchDocument told(int number, String text) {
        return with(document(number, null, text), text);
    }

    private static SearchDocument with(SearchDocument plain, String text) {
        return plain.with(Report.of(
                plain.id(),
                "paper" + plain.id().value().substring(0, 8),
                null,
                "en",
                plain.published(),
                null,
                text,
                List.of()));
    }

    private static SearchDocument revised(SearchDocument old, String text) {
        return with(SearchSamples.changed(old, text, Duration.ofMinutes(7)), text);
    }

    private void deliver(Change... changes) {
        index.apply(List.of(changes));
        step.regroup(List.of(changes));
    }

    @Test
    void articles_outside_of_stories_write_nothing() {
        deliver(put(told(1, WIRE)), put(told(2, OTHER)));
        deliver(put(told(1, WIRE)));
        assertEquals(0, stories.writes());
    }

    @Test
    void a_second_report_makes_a_story_and_repeating_it_writes_nothing() {
        deliver(put(told(1, WIRE)));
        deliver(put(told(2, OWN)));
        assertEquals(Set.of(id(1)), stories.stories().keySet());
        assertEquals(Map.of(id(1), Placement.in(id(1)), id(2), Placement.in(id(1))), stories.placements());
        int writes = stories.writes();
        deliver(put(told(2, OWN)), put(told(1, WIRE)));
        assertEquals(writes, stories.writes());
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
        deliver(changes.toArray(Change[]::new));
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            List<Change> shuffled = new ArrayList<>(changes);
            shuffled.addAll(changes.subList(0, random.nextInt(changes.size())));
            Collections.shuffle(shuffled, random);
            GroupStoriesTest other = new GroupStoriesTest();
            for (int at = 0; at < shuffled.size(); ) {
                int end = Math.min(shuffled.size(), at + 1 + random.nextInt(3));
                other.deliver(shuffled.subList(at, end).toArray(Change[]::new));
                at = end;
            }
            assertEquals(stories.stories(), other.stories.stories(), "seed " + seed);
            assertEquals(stories.placements(), other.stories.placements(), "seed " + seed);
        }
        Story story = Objects.requireNonNull(stories.stories().get(id(1)));
        assertEquals(
                List.of(id(1), id(2), id(4), id(5)),
                story.members().stream().map(m -> m.id()).toList());
        assertEquals(3, story.voices());
    }

    @Test
    void a_revision_with_other_words_leaves_its_story() {
        SearchDocument second = told(2, OWN);
        deliver(put(told(1, WIRE)), put(second), put(told(3, THIRD)));
        deliver(put(revised(second, OTHER)));
        assertEquals(Set.of(id(1), id(3)), stories.placements().keySet());
        deliver(new Change.Remove(id(3), second.changed().plus(Duration.ofDays(1))));
        assertEquals(Map.of(), stories.placements());
        assertEquals(Map.of(), stories.stories());
    }

    @Test
    void the_first_report_gives_the_story_its_name_when_it_comes_late_and_takes_it_along() {
        deliver(put(told(2, OWN)), put(told(3, THIRD)));
        assertEquals(Set.of(id(2)), stories.stories().keySet());
        deliver(put(told(1, WIRE)));
        assertEquals(Set.of(id(1)), stories.stories().keySet());
        assertEquals(id(1), stories.of(id(2)).orElseThrow().id());
        deliver(new Change.Remove(id(1), told(1, WIRE).changed().plus(Duration.ofDays(1))));
        assertEquals(Set.of(id(2)), stories.stories().keySet());
        assertEquals(Set.of(id(2), id(3)), stories.placements().keySet());
        assertEquals(id(2), stories.of(id(1)).orElseThrow().id());
    }

    @Test
    void former_names_lead_on_through_deletions_and_revisions() {
        SearchDocument second = told(2, OWN);
        deliver(
                put(told(1, WIRE)),
                put(second),
                put(told(3, THIRD)),
                put(told(4, THIRD + " A boat waited at the quay until the lamp of the lighthouse was lit.")),
                put(told(5, WIRE + " Odile Marchetti keeps the lighthouse of Port Ellery.")));
        assertEquals(Set.of(id(1)), stories.stories().keySet());
        deliver(new Change.Remove(id(1), second.changed().plus(Duration.ofDays(1))));
        deliver(put(revised(second, OTHER)));
        Story now = stories.stories().values().iterator().next();
        assertEquals(id(3), now.id());
        assertEquals(now, stories.of(id(1)).orElseThrow());
        assertEquals(now, stories.of(id(2)).orElseThrow());
    }

    @Test
    void what_a_crash_left_half_written_is_mended_by_the_retry() {
        deliver(put(told(1, WIRE)), put(told(2, OWN)));
        Map<?, ?> whole = stories.placements();
        stories.place(id(2), Placement.ALONE);
        stories.remove(id(1));
        step.regroup(List.of(put(told(2, OWN))));
        assertEquals(whole, stories.placements());
        assertEquals(Set.of(id(1)), stories.stories().keySet());
    }

    @Test
    void many_copies_of_one_text_have_one_original_and_are_no_story() {
        for (int number = 1; number <= 70; number++) {
            deliver(put(told(number, WIRE)));
        }
        assertEquals(Map.of(), stories.stories());
        assertEquals(70, stories.placements().size());
        assertEquals(new Placement(null, null, true), stories.placements().get(id(1)));
        assertEquals(Set.of(id(1)), originals());
        deliver(put(told(500, OWN)));
        assertTrue(stories.stories().values().stream()
                .allMatch(story -> story.members().size() <= Story.MOST_MEMBERS));
    }

    /** Returns the articles that copies name as their originals. */
    private Set<ArticleId> originals() {
        return stories.placements().values().stream()
                .flatMap(place -> Stream.ofNullable(place.duplicateOf()))
                .collect(Collectors.toSet());
    }

    private static Change removal(int number) {
        return new Change.Remove(id(number), told(number, WIRE).changed().plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 40, 150})
    void the_copies_of_a_removed_or_rewritten_article_name_the_next_that_had_the_text(int copies) {
        for (Change end : List.of(removal(1), put(revised(told(1, WIRE), OTHER)))) {
            GroupStoriesTest desk = crowd(1, copies);
            assertEquals(Set.of(id(1)), desk.originals());
            desk.deliver(end);
            desk.deliver(end);
            assertEquals(copies == 2 ? Set.of() : Set.of(id(2)), desk.originals());
            assertEquals(copies == 2 ? 0 : copies - 1, desk.stories.placements().size());
            desk.deliver(removal(2), removal(3));
            assertEquals(copies <= 4 ? Set.of() : Set.of(id(4)), desk.originals());
        }
    }

    private static GroupStoriesTest crowd(int from, int to) {
        GroupStoriesTest desk = new GroupStoriesTest();
        desk.deliver(IntStream.rangeClosed(from, to)
                .mapToObj(number -> put(told(number, WIRE)))
                .toArray(Change[]::new));
        return desk;
    }

    @Test
    void a_crowd_whose_original_goes_together_with_changes_of_its_neighbours_names_the_next() {
        for (Change neighbour : List.of(
                put(told(2, WIRE)), put(told(70, WIRE)), put(revised(told(2, WIRE), OTHER)), put(told(500, OWN)))) {
            for (boolean isFirst : List.of(true, false)) {
                GroupStoriesTest desk = crowd(1, 150);
                desk.deliver(isFirst ? new Change[] {neighbour, removal(1)} : new Change[] {removal(1), neighbour});
                boolean isRewritten = neighbour.id().equals(id(2)) && !neighbour.equals(put(told(2, WIRE)));
                assertEquals(Set.of(id(isRewritten ? 3 : 2)), desk.originals(), neighbour + " " + isFirst);
            }
        }
    }

    @Test
    void a_crowd_whose_original_is_known_as_gone_by_a_neighbour_first_names_the_next() {
        GroupStoriesTest desk = crowd(1, 150);
        desk.deliver(put(told(500, OWN)));
        desk.index.apply(List.of(removal(1)));
        desk.step.regroup(List.of(put(told(500, OWN))));
        desk.step.regroup(List.of(removal(1)));
        assertEquals(Set.of(id(2)), desk.originals());
    }

    @Test
    void a_crowd_that_an_earlier_article_takes_over_follows_it_and_each_that_comes_after() {
        GroupStoriesTest desk = crowd(2, 200);
        desk.deliver(put(told(1, WIRE)));
        assertEquals(Set.of(id(1)), desk.originals());
        desk.deliver(removal(2));
        assertEquals(Set.of(id(1)), desk.originals());
        desk.deliver(removal(1));
        assertEquals(Set.of(id(3)), desk.originals());
        assertEquals(198, desk.stories.placements().size());
    }

    @Test
    void copies_name_the_earliest_even_if_it_comes_last_and_another_original_was_there_before() {
        deliver(put(told(2, WIRE)), put(told(3, WIRE)), put(told(4, WIRE)));
        assertEquals(Set.of(id(2)), originals());
        deliver(put(told(1, WIRE)));
        assertEquals(Set.of(id(1)), originals());
        assertEquals(4, stories.placements().size());
    }

    @Test
    void a_crash_at_any_write_leaves_no_copy_with_the_id_of_a_removed_original() {
        for (int crash = 1; ; crash++) {
            GroupStoriesTest desk = new GroupStoriesTest();
            desk.deliver(IntStream.rangeClosed(1, 5)
                    .mapToObj(number -> put(told(number, WIRE)))
                    .toArray(Change[]::new));
            int last = desk.stories.writes() + crash;
            desk.index.apply(List.of(removal(1)));
            StoryStore dying = (StoryStore) Proxy.newProxyInstance(
                    StoryStore.class.getClassLoader(),
                    new Class<?>[] {StoryStore.class},
                    (proxy, method, arguments) -> {
                        Object result = method.invoke(desk.stories, arguments);
                        if (desk.stories.writes() >= last) {
                            throw new IllegalStateException("the process dies");
                        }
                        return result;
                    });
            boolean died = false;
            try {
                new GroupStories(desk.index, dying).regroup(List.of(removal(1)));
            } catch (IllegalStateException e) {
                died = true;
            }
            desk.step.regroup(List.of(removal(1)));
            assertEquals(Set.of(id(2)), desk.originals(), "write " + crash);
            assertEquals(4, desk.stories.placements().size(), "write " + crash);
            if (!died) {
                assertTrue(crash > 4, "writes " + crash);
                return;
            }
        }
    }

    /** One of four reports of a day, made of the few words that all the local news has, so that most are close to others. */
    private static SearchDocument local(int number) {
        return with(document(number * 360, null, localText(number)), localText(number));
    }

    private static String localText(int number) {
        List<String> words = List.of(
                ("quay ferry tram mill orchard chapel baker sexton glazier trawler lantern beacon cellar orphan barge"
                                + " tannery sluice granary drover cooper")
                        .split(" ", -1));
        Random random = new Random(number);
        StringBuilder text = new StringBuilder();
        for (int sentence = 0; sentence < 15; sentence++) {
            text.append("The ").append(words.get(random.nextInt(words.size())));
            text.append(" said that the ").append(words.get(random.nextInt(words.size())));
            text.append(" and the ").append(words.get(random.nextInt(words.size())));
            text.append(" will open near the ").append(words.get(random.nextInt(words.size())));
            text.append(" for ").append(random.nextInt(1_000)).append(" crowns. ");
        }
        return text.toString();
    }

    @Test
    void a_crowd_that_is_seen_in_part_only_settles_whatever_was_stored_before() {
        List<Change> crowd =
                IntStream.range(1, 160).mapToObj(number -> put(local(number))).toList();
        index.apply(crowd);
        assertEquals(GroupStories.Unsettled.NONE, step.regroup(crowd.subList(crowd.size() - 4, crowd.size())));
        Placement last = stories.placements().get(id(159 * 360));
        stories.place(id(159 * 360), Placement.ALONE);
        assertEquals(GroupStories.Unsettled.NONE, step.regroup(List.of(put(local(159)))));
        assertEquals(last, stories.placements().get(id(159 * 360)));
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
        index.apply(crowd);
        List<Change> some = crowd.subList(crowd.size() - 24, crowd.size());
        step.regroup(some);
        step.regroup(some.reversed());
        Map<ArticleId, Placement> places = stories.placements();
        places.forEach((id, place) -> {
            if (place.duplicateOf() != null) {
                assertTrue(
                        places.getOrDefault(place.duplicateOf(), Placement.ALONE)
                                .isCopied(),
                        id + " " + place);
            }
        });
        assertTrue(originals().size() > 1, () -> originals().toString());
    }

    @Test
    void a_story_that_changes_during_every_pass_ends_its_turn_unsettled_and_others_settle() {
        StoryStore forgetful = (StoryStore) Proxy.newProxyInstance(
                StoryStore.class.getClassLoader(),
                new Class<?>[] {StoryStore.class},
                (proxy, method, arguments) -> method.getName().equals("place")
                                && !Set.of(id(7), id(8)).contains(arguments[0])
                        ? null
                        : method.invoke(stories, arguments));
        GroupStories among = new GroupStories(index, forgetful);
        List<Change> changes =
                List.of(put(told(1, WIRE)), put(told(2, OWN)), put(told(7, OTHER)), put(told(8, "(Desk) " + OTHER)));
        index.apply(changes);
        assertEquals(new GroupStories.Unsettled(Set.of(id(1), id(2)), Set.of()), among.regroup(changes));
        assertEquals(
                id(7), Objects.requireNonNull(stories.placements().get(id(8))).duplicateOf());
        assertEquals(GroupStories.Unsettled.NONE, step.regroup(List.of(put(told(2, OWN)))));
        assertEquals(Set.of(id(1), id(2), id(7), id(8)), stories.placements().keySet());
    }

    @Test
    void stories_whose_turn_does_not_come_in_time_are_told_apart_and_tried_again() {
        Iterator<Instant> times = Stream.iterate(Instant.EPOCH, time -> time.plus(GroupStories.LONGEST.dividedBy(2)))
                .iterator();
        GroupStories slow = new GroupStories(index, stories, times::next);
        List<Change> changes =
                List.of(put(told(1, WIRE)), put(told(7, OTHER)), put(told(8, "(Desk) " + OTHER)), put(told(2, OWN)));
        index.apply(changes);
        assertEquals(new GroupStories.Unsettled(Set.of(id(1), id(2)), Set.of(id(7), id(8))), slow.regroup(changes));
        assertEquals(
                GroupStories.Unsettled.NONE, step.regroup(List.of(put(told(2, OWN)), put(told(8, "(Desk) " + OTHER)))));
        assertEquals(Set.of(id(1), id(2), id(7), id(8)), stories.placements().keySet());
    }
}
