package app.lede.lucene.segments;

import static app.lede.testkit.SearchSamples.id;
import static app.lede.testkit.SearchSamples.put;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.article.ArticleId;
import app.lede.search.Change;
import app.lede.search.SegmentStore;
import app.lede.testkit.Crashes;
import app.lede.testkit.EveryCrash;
import app.lede.testkit.InMemorySegmentStore;
import app.lede.testkit.Samples;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Merges, erasure of deleted articles, deletion of objects, and indexes written anew. */
class CompactorTest extends SegmentsFixture {

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
    void a_crash_at_any_call_loses_and_doubles_nothing() {
        EveryCrash.isMadeGood(12, Compacting::new);
    }

    /** An index of nine segments that is compacted, and written to by a stale writer afterwards. */
    private final class Compacting implements EveryCrash.World {
        private final InMemorySegmentStore fresh = new InMemorySegmentStore(clock);

        Compacting() {
            for (int number = 0; number < 9; number++) {
                index(fresh).apply(List.of(put(article(number))));
            }
            index(fresh).apply(List.of(removed(3), revised(4, 2)));
        }

        @Override
        public void handle(InstantSource time, Crashes crashes) {
            compactor(crashes.around(SegmentStore.class, fresh)).compact(() -> true);
            index(fresh).apply(List.of(put(article(3)), put(article(4))));
        }

        @Override
        public Object end() {
            return found(index(fresh));
        }
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

    @Test
    void revisions_alone_have_nothing_written_again() {
        SegmentedIndex index = index(store);
        index.apply(List.of(put(article(1)), put(article(2))));
        index.apply(List.of(removed(9)));
        clock.advance(Compactor.PURGED.plusDays(1));
        index.apply(List.of(revised(1, 1)));
        assertEquals(1, compactor().compact(() -> true).merged(), "the old tombstone is dropped");
        assertEquals(0, compactor().compact(() -> true).merged());
        Map<ArticleId, String> expected = expected(2);
        expected.put(id(1), "v1");
        assertEquals(expected, found(index));
    }
}
