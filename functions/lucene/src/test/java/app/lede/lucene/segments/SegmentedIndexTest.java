package app.lede.lucene.segments;

import static app.lede.testkit.SearchSamples.id;
import static app.lede.testkit.SearchSamples.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.search.Change;
import app.lede.search.Filter;
import app.lede.search.SearchDocument;
import app.lede.search.SearchUnavailable;
import app.lede.search.SegmentStore;
import app.lede.search.segments.Manifest;
import app.lede.search.segments.Segment;
import app.lede.testkit.Crashes;
import app.lede.testkit.InMemorySegmentStore;
import app.lede.testkit.InParallel;
import app.lede.testkit.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nothing is lost or doubled, whatever writers, crashes and merges do at the same time. */
class SegmentedIndexTest extends SegmentsFixture {

    @Test
    void batches_of_several_writers_are_found_by_every_reader() {
        SegmentedIndex reader = index(store);
        assertEquals(Map.of(), found(reader));
        index(store).apply(List.of(put(article(1)), put(article(2))));
        assertEquals(expected(1, 2), found(reader));
        index(store).apply(List.of(put(article(3))));
        assertEquals(expected(1, 2, 3), found(reader));
    }

    @Test
    void of_two_revisions_the_later_stands_in_whatever_order_they_arrive() {
        index(store).apply(List.of(put(article(1))));
        index(store).apply(List.of(revised(1, 2)));
        index(store).apply(List.of(revised(1, 1)));
        assertEquals(Map.of(id(1), "v2"), found(index(store)));
        compactEverything();
        assertEquals(Map.of(id(1), "v2"), found(index(store)));
    }

    @Test
    void a_batch_with_several_changes_of_an_article_holds_the_last() {
        index(store).apply(List.of(revised(1, 2), put(article(1)), revised(1, 1), put(article(2)), removed(2)));
        assertEquals(Map.of(id(1), "v2"), found(index(store)));
    }

    @Test
    void articles_whose_ids_begin_alike_do_not_supersede_each_other() {
        SearchDocument known = article(1);
        String last = known.id().value().endsWith("a") ? "q" : "a";
        ArticleId alike = new ArticleId(known.id().value().substring(0, 51) + last);
        SearchDocument other = new SearchDocument(
                alike,
                known.revision(),
                "v1",
                "other words",
                known.facts(),
                known.published(),
                known.arrival(),
                known.changed());
        index(store).apply(List.of(put(known), put(article(2))));
        index(store).apply(List.of(put(other), put(article(3))));
        assertEquals(Map.of(known.id(), "v0", alike, "v1", id(2), "v0", id(3), "v0"), found(index(store)));
    }

    @Test
    void a_removed_article_is_gone_and_an_earlier_change_that_comes_later_does_not_revive_it() {
        SegmentedIndex index = index(store);
        index.apply(List.of(put(article(1)), put(article(2))));
        index.apply(List.of(removed(1)));
        assertEquals(expected(2), found(index));
        index.apply(List.of(put(article(1)), put(article(3))));
        assertEquals(expected(2, 3), found(index));
        compactEverything();
        assertEquals(expected(2, 3), found(index));
        index.apply(List.of(put(article(1)), put(article(4))));
        assertEquals(expected(2, 3, 4), found(index));
    }

    @Test
    void a_redelivered_batch_adds_nothing_whether_whole_or_in_other_company() {
        SegmentedIndex index = index(store);
        index.apply(List.of(put(article(1)), put(article(2))));
        index.apply(List.of(put(article(2)), put(article(1))));
        assertEquals(1, segments().size());
        index.apply(List.of(put(article(2)), put(article(3))));
        index.apply(List.of());
        assertEquals(expected(1, 2, 3), found(index));
        compactEverything();
        assertEquals(expected(1, 2, 3), found(index));
    }

    @Test
    void a_writer_that_crashes_at_any_step_is_followed_by_one_that_completes() {
        for (int step = 1; step <= 8; step++) {
            InMemorySegmentStore fresh = new InMemorySegmentStore(clock);
            Crashes crashes = Crashes.atStep(step);
            SegmentStore dying = crashes.around(SegmentStore.class, fresh);
            crashes.during(() -> index(dying).apply(List.of(put(article(1)), put(article(2)))));
            index(fresh).apply(List.of(put(article(1)), put(article(2))));
            assertEquals(expected(1, 2), found(index(fresh)), "step " + step);
        }
    }

    @Test
    void of_many_writers_and_compactors_at_once_nothing_is_lost_or_doubled() {
        AtomicInteger working = new AtomicInteger(InParallel.THREADS - 2);
        InParallel.run(InParallel.THREADS, thread -> {
            if (thread < 2) {
                while (working.get() > 0) {
                    compactor().compact(() -> true);
                    List<ArticleId> seen = ids(index(store), Filter.ALL);
                    assertEquals(seen.size(), new TreeSet<>(seen).size(), "doubled");
                }
            } else {
                write(thread);
                working.decrementAndGet();
            }
            return thread;
        });
        Map<ArticleId, String> expected = new TreeMap<>();
        for (int number = 0; number < 24; number++) {
            if (number % 6 != 0) {
                expected.put(id(number), "v" + (InParallel.THREADS - 1));
            }
        }
        assertEquals(expected, found(index(store)));
        compactEverything();
        assertEquals(expected, found(index(store)));
    }

    /** Writes every article in a revision of its own, twice, and removes some of them; each batch comes twice. */
    private void write(int thread) {
        SegmentedIndex index = index(store);
        for (int batch = 0; batch < 8; batch++) {
            List<Change> changes = new ArrayList<>();
            for (int number = batch * 3; number < batch * 3 + 3; number++) {
                changes.add(number % 6 == 0 && thread % 2 == 0 ? removed(number) : revised(number, thread));
            }
            index.apply(changes);
            index.apply(changes.subList(0, 2));
            index.apply(changes);
        }
    }

    @Test
    void a_reader_of_an_old_manifest_reads_the_new_one_when_a_segment_is_gone() {
        SegmentedIndex late = index(store, Duration.ofDays(30), PLENTY);
        for (int number = 0; number < 9; number++) {
            index(store).apply(List.of(put(article(number))));
        }
        Filter nothing = Filter.ALL.arrived(Samples.NOON.minusSeconds(9), Samples.NOON.minusSeconds(8));
        assertEquals(Map.of(), found(late, nothing));
        compactor().compact(() -> true);
        clock.advance(Compactor.GRACE);
        compactor().compact(() -> true);
        assertEquals(expected(IntStream.range(0, 9).toArray()), found(late));
    }

    @Test
    void changes_of_others_stay_unseen_no_longer_than_allowed_and_own_ones_are_seen_at_once() {
        SegmentedIndex reader = index(store, Duration.ofSeconds(2), PLENTY);
        assertEquals(Map.of(), found(reader));
        index(store).apply(List.of(put(article(1))));
        assertEquals(Map.of(), found(reader));
        clock.advance(Duration.ofSeconds(2));
        assertEquals(expected(1), found(reader));
        reader.apply(List.of(put(article(2))));
        assertEquals(expected(1, 2), found(reader));
    }

    @Test
    void a_clock_that_jumps_back_does_not_hide_changes() {
        SegmentedIndex reader = index(store, Duration.ofSeconds(2), PLENTY);
        found(reader);
        index(store).apply(List.of(put(article(1))));
        clock.advance(Duration.ofDays(-1));
        assertEquals(expected(1), found(reader));
    }

    @Test
    void a_segment_that_an_index_has_written_is_not_read_by_it() {
        SegmentedIndex writer = index(store);
        writer.apply(List.of(put(article(1)), put(article(2))));
        long bytes = segments().getFirst().bytes();
        long before = store.bytesRead();
        assertEquals(expected(1, 2), found(writer));
        assertTrue(store.bytesRead() - before < bytes, store.bytesRead() - before + " bytes");
    }

    @Test
    void only_segments_of_the_days_asked_for_are_read() {
        for (int day = 0; day < 5; day++) {
            index(store).apply(List.of(put(article(day * 1_440)), put(article(day * 1_440 + 1))));
        }
        long all = segments().stream().mapToLong(Segment::bytes).sum();
        long before = store.bytesRead();
        Filter secondDay =
                Filter.ALL.published(Samples.NOON.plus(Duration.ofDays(1)), Samples.NOON.plus(Duration.ofDays(2)));
        assertEquals(expected(1_440, 1_441), found(index(store), secondDay));
        assertTrue(store.bytesRead() - before < all / 2, store.bytesRead() - before + " of " + all + " bytes");
    }

    @Test
    void a_revision_published_on_another_day_is_not_found_on_the_old_one() {
        SearchDocument old = article(1);
        SearchDocument moved = new SearchDocument(
                old.id(),
                old.revision(),
                "v8",
                old.text(),
                old.facts(),
                old.published().minus(Duration.ofDays(3)),
                old.arrival(),
                old.changed().plusSeconds(1));
        index(store).apply(List.of(put(old), put(article(2))));
        index(store).apply(List.of(put(moved)));
        Filter today = Filter.ALL.published(Samples.NOON, null);
        assertEquals(expected(2), found(index(store), today));
        assertEquals(Map.of(id(1), "v8"), found(index(store), Filter.ALL.published(null, Samples.NOON)));
    }

    @Test
    void a_search_that_needs_more_memory_than_allowed_says_so_and_smaller_ones_still_work() {
        for (int day = 0; day < 5; day++) {
            index(store).apply(List.of(put(article(day * 1_440))));
        }
        long one = segments().getFirst().bytes();
        SegmentedIndex small = index(store, Duration.ZERO, one * 2);
        SearchUnavailable refused = assertThrows(SearchUnavailable.class, () -> found(small));
        assertTrue(String.valueOf(refused.getMessage()).contains("fewer days"));
        for (int day = 0; day < 5; day++) {
            Filter asked = Filter.ALL.published(
                    Samples.NOON.plus(Duration.ofDays(day)), Samples.NOON.plus(Duration.ofDays(day + 1)));
            assertEquals(expected(day * 1_440), found(small, asked));
        }
    }

    @Test
    void a_missing_or_damaged_segment_is_named_and_no_answer_is_made_up() {
        index(store).apply(List.of(put(article(1))));
        String name = segments().getFirst().name();
        byte[] whole = ((SegmentStore.Reading.Found) store.read(name, null)).bytes();
        store.delete(name);
        SearchUnavailable missing = assertThrows(SearchUnavailable.class, () -> found(index(store)));
        assertTrue(String.valueOf(missing.getMessage()).contains("missing"));
        for (int length : new int[] {0, 3, 8, 40, whole.length / 2, whole.length - 1}) {
            store.delete(name);
            store.create(name, Arrays.copyOf(whole, length));
            assertThrows(SearchUnavailable.class, () -> found(index(store)), length + " bytes");
        }
        store.delete(name);
        store.create(name, whole);
        assertEquals(expected(1), found(index(store)));
    }

    @Test
    void a_manifest_that_is_none_is_not_taken_for_an_empty_index() {
        store.create(FOLDER + "manifest.json", new byte[] {'{', '}'});
        assertThrows(IllegalArgumentException.class, () -> found(index(store)));
        assertEquals(
                Manifest.EMPTY, commits(new InMemorySegmentStore(clock)).read().manifest());
    }
}
