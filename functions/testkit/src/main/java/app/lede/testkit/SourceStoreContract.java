package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.source.Etiquette;
import app.lede.source.Fault;
import app.lede.source.Poll;
import app.lede.source.PollPlan;
import app.lede.source.PollPlan.Slot;
import app.lede.source.PublicationFrequency;
import app.lede.source.PublisherHints;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceList;
import app.lede.source.SourceStore;
import app.lede.source.Validators;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link SourceStore}. */
public abstract class SourceStoreContract {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123456Z");

    private final Source source = source("https://news.example.org/feed.xml");

    /** Returns an empty store. */
    protected abstract SourceStore emptyStore();

    /** Returns the list of the last store created. */
    protected abstract SourceList list();

    private static Source source(String url) {
        return Source.added(SourceId.ofUrl(url), url, "Nachrichten für Übermorgen", NOON);
    }

    private static Slot slot(Source source) {
        return Slot.of(source.id(), source.schedule().interval());
    }

    /** Records a poll that fills every field and moves the source to the four-hour interval. */
    private static UnaryOperator<Source> polled(int found) {
        Poll.Answered answer = new Poll.Answered(
                Validators.NONE.with("W/\"ä-1\"", "Fri, 02 Jan 2026 12:00:00 GMT", "00ff", 1_234, NOON),
                new PublisherHints(90, 180, 240, Set.of(0, 3), Set.of(DayOfWeek.SUNDAY)),
                Etiquette.ofBody(2, 1_234),
                "https://news.example.net/feed.xml");
        Poll read = new Poll.Read(answer, new PublicationFrequency(333, NOON), found, 2, null);
        return source -> source.after(read, NOON, NOON);
    }

    private static UnaryOperator<Source> failed() {
        Fault fault = new Fault(NOON, "dns", "news.example.org has no address");
        return source -> source.after(new Poll.Failed(fault, Fault.Weight.DNS, NOON.plusSeconds(60)), NOON, NOON);
    }

    @Test
    void what_was_added_comes_back_whole() {
        SourceStore store = emptyStore();
        assertTrue(store.add(source));
        assertEquals(Optional.of(source), store.get(source.id()));
    }

    @Test
    void adding_again_changes_nothing() {
        SourceStore store = emptyStore();
        store.add(source);
        store.change(source.id(), polled(3));
        assertFalse(store.add(source));
        assertEquals(3, store.get(source.id()).orElseThrow().health().entries());
    }

    @Test
    void of_eight_threads_one_adds() {
        SourceStore store = emptyStore();
        List<Boolean> added = InParallel.run(InParallel.THREADS, i -> store.add(source.withName("name " + i)));
        assertEquals(1, added.stream().filter(yes -> yes).count());
    }

    @Test
    void a_change_comes_back_whole() {
        SourceStore store = emptyStore();
        store.add(source);
        Optional<Source> changed = store.change(source.id(), polled(7));
        assertEquals(Optional.of(polled(7).apply(source)), changed);
        assertEquals(changed, store.get(source.id()));
    }

    @Test
    void a_failure_comes_back_whole() {
        SourceStore store = emptyStore();
        store.add(source);
        store.change(source.id(), failed());
        assertEquals(Optional.of(failed().apply(source)), store.get(source.id()));
    }

    @Test
    void a_field_that_becomes_unknown_is_gone() {
        SourceStore store = emptyStore();
        store.add(source);
        store.change(source.id(), polled(7));
        store.change(source.id(), found -> found.withName(null).withFeed("https://news.example.org/other.xml"));
        Source kept = store.get(source.id()).orElseThrow();
        assertEquals(Optional.empty(), Optional.ofNullable(kept.name()));
        assertEquals(Validators.NONE, kept.validators());
    }

    @Test
    protected void changes_from_eight_threads_all_take_effect() {
        SourceStore store = emptyStore();
        store.add(source);
        InParallel.run(InParallel.THREADS, i -> store.change(source.id(), polled(1)));
        assertEquals(
                InParallel.THREADS,
                store.get(source.id()).orElseThrow().health().entries());
    }

    @Test
    void a_source_that_was_removed_and_added_again_keeps_its_new_name() {
        SourceStore store = emptyStore();
        store.add(source.withName("Before"));
        assertTrue(store.get(source.id()).isPresent());
        assertTrue(store.remove(source.id()));
        store.add(
                Source.added(source.id(), source.url(), "Now", source.addedAt().plusSeconds(60)));
        store.change(source.id(), polled(1));
        assertEquals("Now", store.get(source.id()).orElseThrow().name());
    }

    @Test
    void what_does_not_exist_is_not_changed_into_being() {
        SourceStore store = emptyStore();
        assertEquals(Optional.empty(), store.change(source.id(), polled(1)));
        assertEquals(Optional.empty(), store.get(source.id()));
    }

    @Test
    void a_change_that_meets_a_removal_does_not_bring_the_source_back() {
        SourceStore store = emptyStore();
        store.add(source);
        Optional<Source> changed = store.change(source.id(), found -> {
            store.remove(source.id());
            return found.withName("too late");
        });
        assertEquals(Optional.empty(), changed);
        assertEquals(Optional.empty(), store.get(source.id()));
    }

    @Test
    void removing_says_whether_there_was_one() {
        SourceStore store = emptyStore();
        store.add(source);
        assertTrue(store.remove(source.id()));
        assertFalse(store.remove(source.id()));
        assertEquals(Optional.empty(), store.get(source.id()));
    }

    @Test
    void the_list_has_all_of_them_by_id() {
        SourceStore store = emptyStore();
        for (int i = 0; i < 30; i++) {
            store.add(source("https://news.example.org/" + i));
        }
        List<String> ids =
                list().all().stream().map(found -> found.id().value()).toList();
        assertEquals(30, ids.size());
        assertEquals(ids.stream().sorted().toList(), ids);
    }

    @Test
    void pages_of_the_list_have_each_source_once_whatever_is_removed_meanwhile() {
        SourceStore store = emptyStore();
        List<Source> added = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            added.add(source("https://news.example.org/" + i));
        }
        assertEquals(Map.of(), store.addAll(added));
        List<Source> first = list().page(null, 40);
        store.remove(first.getLast().id());
        List<Source> second = list().page(first.getLast().id(), 100);
        assertEquals(40, first.size());
        assertEquals(90, second.size());
        List<String> ids = Stream.concat(first.stream(), second.stream())
                .map(found -> found.id().value())
                .toList();
        assertEquals(added.stream().map(one -> one.id().value()).sorted().toList(), ids);
        assertEquals(List.of(), list().page(second.getLast().id(), 1));
    }

    @Test
    void many_that_are_added_at_once_leave_those_that_are_there_as_they_are() {
        SourceStore store = emptyStore();
        store.add(source);
        store.change(source.id(), found -> found.withName("kept"));
        Map<SourceId, Source> standing = store.addAll(
                List.of(source, source("https://news.example.org/a"), source("https://news.example.org/b")));
        assertEquals(Set.of(source.id()), standing.keySet());
        assertEquals("kept", Objects.requireNonNull(standing.get(source.id())).name());
        assertEquals("kept", store.get(source.id()).orElseThrow().name());
        assertEquals(3, list().all().size());
    }

    @Test
    void threads_that_add_the_same_sources_at_once_overwrite_none_of_each_other() {
        SourceStore store = emptyStore();
        Map<SourceId, String> adders = new ConcurrentHashMap<>();
        InParallel.run(4, i -> {
            List<Source> wanted = new ArrayList<>();
            for (int number = 0; number < 30; number++) {
                wanted.add(source("https://news.example.org/" + number).withName("thread " + i));
            }
            Map<SourceId, Source> standing = store.addAll(wanted);
            wanted.stream()
                    .filter(one -> !standing.containsKey(one.id()))
                    .forEach(one -> assertNull(adders.put(one.id(), "thread " + i), "added twice"));
            return i;
        });
        assertEquals(30, adders.size());
        adders.forEach(
                (id, adder) -> assertEquals(adder, store.get(id).orElseThrow().name()));
    }

    @Test
    void a_source_stands_in_its_slot_until_its_interval_changes() {
        SourceStore store = emptyStore();
        store.add(source);
        assertEquals(List.of(source.id()), list().in(slot(source)));
        store.change(source.id(), polled(1));
        assertEquals(List.of(), list().in(slot(source)));
        assertEquals(List.of(source.id()), list().in(polled(1).apply(source).slot()));
        assertEquals(240, polled(1).apply(source).slot().interval());
    }

    @Test
    void a_paused_source_stands_in_no_slot_until_it_is_active_again() {
        SourceStore store = emptyStore();
        store.add(source);
        store.change(source.id(), found -> found.withState(Source.State.PAUSED));
        assertEquals(List.of(), list().in(slot(source)));
        store.change(source.id(), found -> found.withState(Source.State.ACTIVE));
        assertEquals(List.of(source.id()), list().in(slot(source)));
    }

    @Test
    void a_dead_source_stands_in_the_class_of_30_days() {
        SourceStore store = emptyStore();
        store.add(source);
        for (int failures = 0; failures < 120; failures++) {
            store.change(source.id(), failed());
        }
        assertEquals(List.of(source.id()), list().in(Slot.of(source.id(), 43_200)));
    }

    @Test
    void every_active_source_is_due_once_in_its_interval() {
        SourceStore store = emptyStore();
        store.add(source);
        long turns = 0;
        for (int minute = 0; minute < source.schedule().interval(); minute++) {
            for (Slot slot : PollPlan.due(NOON.plusSeconds(60L * minute))) {
                turns += list().in(slot).stream().filter(source.id()::equals).count();
            }
        }
        assertEquals(1, turns);
    }
}
