package app.lede.lucene.segments;

import static app.lede.testkit.SearchSamples.changed;
import static app.lede.testkit.SearchSamples.document;
import static app.lede.testkit.SearchSamples.id;
import static app.lede.testkit.SearchSamples.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.lucene.IndexForm;
import app.lede.lucene.analysis.Analyzers;
import app.lede.search.Change;
import app.lede.search.Criteria;
import app.lede.search.Filter;
import app.lede.search.Hit;
import app.lede.search.Search;
import app.lede.search.SearchDocument;
import app.lede.search.SearchUnavailable;
import app.lede.search.SegmentStore;
import app.lede.search.Sort;
import app.lede.search.segments.Commits;
import app.lede.search.segments.Manifest;
import app.lede.search.segments.Segment;
import app.lede.testkit.Crashes;
import app.lede.testkit.InMemorySegmentStore;
import app.lede.testkit.InParallel;
import app.lede.testkit.Samples;
import app.lede.testkit.TickingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nothing is lost or doubled, whatever writers, crashes and merges do at the same time. */
class SegmentedIndexTest {

    private static final String FOLDER = "index/1/";
    private static final long PLENTY = 1L << 30;
    private static final int VERSIONS = 9;

    private final TickingClock clock = new TickingClock(Samples.NOON, Duration.ofMillis(1));
    private final InMemorySegmentStore store = new InMemorySegmentStore(clock);

    private static Commits commits(SegmentStore store) {
        return new Commits(store, FOLDER, new Random(7), millis -> Thread.onSpinWait());
    }

    private SegmentedIndex index(SegmentStore store) {
        return index(store, Duration.ZERO, PLENTY);
    }

    private SegmentedIndex index(SegmentStore store, Duration freshness, long mostBytes) {
        return new SegmentedIndex(store, FOLDER, commits(store), freshness, mostBytes, clock);
    }

    private Compactor compactor() {
        return new Compactor(store, FOLDER, commits(store), new IndexForm(new Analyzers()), PLENTY, clock);
    }

    private static Map<ArticleId, String> found(SegmentedIndex index) {
        return found(index, Filter.ALL);
    }

    /** Returns the headline of each article found; fails if one is found twice, or with two headlines. */
    private static Map<ArticleId, String> found(SegmentedIndex index, Filter filter) {
        List<ArticleId> all = ids(index, filter);
        Map<ArticleId, String> found = new TreeMap<>();
        for (int version = 0; version < VERSIONS; version++) {
            for (ArticleId id : ids(index, filter.asking("headline:v" + version))) {
                assertEquals(null, found.put(id, "v" + version), "doubled");
            }
        }
        assertEquals(found.keySet(), new TreeSet<>(all));
        assertEquals(all.size(), found.size());
        return found;
    }

    private static List<ArticleId> ids(SegmentedIndex index, Filter filter) {
        return index.search(new Search(Criteria.of(filter), Sort.NEWEST, 100, null)).hits().stream()
                .map(Hit::id)
                .toList();
    }

    private static Map<ArticleId, String> expected(int... numbers) {
        Map<ArticleId, String> expected = new TreeMap<>();
        IntStream.of(numbers).forEach(number -> expected.put(id(number), "v0"));
        return expected;
    }

    private static SearchDocument article(int number) {
        return document(number, "v0", "words of " + number);
    }

    private static Change revised(int number, int version) {
        SearchDocument old = document(number, "v" + version, "words of " + number);
        return put(changed(old, "other words " + version, Duration.ofSeconds(version)));
    }

    private static Change removed(int number) {
        return new Change.Remove(id(number), article(number).changed().plusSeconds(1_000));
    }

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

    private List<Segment> segments() {
        return commits(store).read().manifest().segments();
    }

    /** Adds small segments until merges are due, and merges. */
    private void compactEverything() {
        SegmentedIndex index = index(store);
        for (int filler = 0; filler < 8; filler++) {
            index.apply(List.of(new Change.Remove(id(1_000 + filler), Samples.NOON)));
        }
        int before = segments().size();
        Compactor.Compacted compacted = compactor().compact(() -> true);
        assertTrue(compacted.merged() >= 8, compacted::toString);
        assertTrue(segments().size() < before);
    }

    @Test
    void a_merge_drops_what_was_superseded_and_keeps_tombstones() {
        SegmentedIndex index = index(store);
        index.apply(List.of(put(article(1)), put(article(2)), put(article(3))));
        for (int version = 1; version < 8; version++) {
            index.apply(List.of(revised(1, version)));
        }
        index.apply(List.of(removed(3)));
        compactor().compact(() -> true);
        assertEquals(1, segments().size());
        assertEquals(2, segments().getFirst().articles());
        assertEquals(1, segments().getFirst().removals());
        assertEquals(Map.of(id(1), "v7", id(2), "v0"), found(index));
    }

    @Test
    void words_of_deleted_articles_are_erased_after_a_week_then_their_tombstones() {
        SegmentedIndex index = index(store);
        index.apply(List.of(put(article(1)), put(article(2)), put(article(3))));
        index.apply(List.of(removed(1)));
        Change late = new Change.Remove(id(3), Samples.NOON.plus(Duration.ofDays(6)));
        clock.advance(Duration.ofDays(6));
        index.apply(List.of(late));
        clock.advance(Duration.ofHours(12));
        assertEquals(0, compactor().compact(() -> true).merged());
        clock.advance(Duration.ofDays(1));
        assertEquals(1, compactor().compact(() -> true).merged());
        assertEquals(1, segments().getFirst().articles());
        assertEquals(expected(2), found(index));
        assertEquals(3, segments().size());
        assertEquals(2, compactor().compact(() -> true).merged());
        assertEquals(2, segments().size(), "the tombstone of yesterday stays");
        assertEquals(expected(2), found(index));
        assertEquals(0, compactor().compact(() -> true).merged());
        index.apply(List.of(put(article(3)), put(article(4))));
        assertEquals(expected(2, 4), found(index));
    }

    @Test
    void without_time_nothing_is_merged() {
        for (int number = 0; number < 9; number++) {
            index(store).apply(List.of(put(article(number))));
        }
        assertEquals(new Compactor.Compacted(0, 0, 9), compactor().compact(() -> false));
    }

    @Test
    void objects_are_deleted_after_the_grace_period_only() {
        for (int number = 0; number < 9; number++) {
            index(store).apply(List.of(put(article(number))));
        }
        store.create(FOLDER + "segments/orphan", new byte[] {1});
        compactor().compact(() -> true);
        assertEquals(11, store.list(FOLDER + "segments/").size());
        clock.advance(Compactor.GRACE);
        assertEquals(9, compactor().compact(() -> true).deleted());
        assertEquals(2, store.list(FOLDER + "segments/").size());
        assertEquals(List.of(), commits(store).read().manifest().retired());
        clock.advance(Compactor.ORPHANED);
        assertEquals(1, compactor().compact(() -> true).deleted());
        assertEquals(expected(IntStream.range(0, 9).toArray()), found(index(store)));
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

    @Test
    void an_index_written_anew_takes_the_place_of_the_old_one_and_keeps_what_came_meanwhile() {
        SegmentedIndex index = index(store);
        index.apply(List.of(put(article(1)), put(article(2)), put(article(3))));
        Rebuild rebuild = index.rebuild();
        rebuild.apply(List.of(revised(1, 1)));
        rebuild.apply(List.of(put(article(2)), put(article(5))));
        rebuild.apply(List.of());
        index.apply(List.of(put(article(4)), removed(5)));
        assertEquals(expected(1, 2, 3, 4), found(index(store)));
        rebuild.finish();
        Map<ArticleId, String> expected = expected(2, 4);
        expected.put(id(1), "v1");
        assertEquals(expected, found(index(store)));
        compactEverything();
        assertEquals(expected, found(index(store)));
    }

    @Test
    void an_index_written_anew_and_never_finished_changes_nothing() {
        index(store).apply(List.of(put(article(1))));
        index(store).rebuild().apply(List.of(put(article(2))));
        assertEquals(expected(1), found(index(store)));
        clock.advance(Compactor.ORPHANED.plusSeconds(1));
        assertEquals(1, compactor().compact(() -> true).deleted());
        assertEquals(expected(1), found(index(store)));
    }
}
