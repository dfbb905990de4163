package app.lede.search.segments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.search.SegmentStore;
import app.lede.search.segments.Commits.Current;
import app.lede.testkit.Crashes;
import app.lede.testkit.InMemorySegmentStore;
import app.lede.testkit.InParallel;
import app.lede.testkit.Samples;
import app.lede.testkit.TickingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Writers, merges and lost responses race for one manifest; no commit is lost or doubled. */
class CommitsTest {

    private static final int WRITERS = 8;
    private static final int COMMITS = 25;

    private final TickingClock clock = new TickingClock(Samples.NOON, Duration.ofSeconds(1));
    private final InMemorySegmentStore store = new InMemorySegmentStore(clock);

    private static Segment segment(String batch) {
        return new Segment(
                "segments/" + batch, batch, 1, 0, 1_000, TimeSpan.of(Samples.NOON), TimeSpan.of(Samples.NOON), null);
    }

    private static Commits commits(SegmentStore store) {
        return new Commits(store, "index/1/", new Random(7), millis -> Thread.onSpinWait());
    }

    private static List<String> batches(Manifest manifest) {
        return manifest.segments().stream().map(Segment::batch).toList();
    }

    private static Set<String> all() {
        Set<String> all = new TreeSet<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            for (int i = 0; i < COMMITS; i++) {
                all.add(writer + "-" + i);
            }
        }
        return all;
    }

    @Test
    void an_index_without_a_manifest_is_empty() {
        assertEquals(Manifest.EMPTY, commits(store).read().manifest());
    }

    @Test
    void a_commit_is_read_back_whole() {
        Manifest committed = commits(store).commit(manifest -> manifest.with(segment("a")));
        assertEquals(committed, commits(store).read().manifest());
        assertEquals(List.of(segment("a")), committed.segments());
    }

    @Test
    void an_unchanged_manifest_is_not_read_again() {
        Commits commits = commits(store);
        commits.commit(manifest -> manifest.with(segment("a")));
        Current known = commits.read();
        long read = store.bytesRead();
        assertSame(known, commits.newer(known));
        assertEquals(read, store.bytesRead());
    }

    @Test
    void a_redelivered_batch_is_committed_once() {
        Commits commits = commits(store);
        commits.commit(manifest -> manifest.with(segment("a")));
        commits.commit(manifest -> manifest.with(segment("a")));
        assertEquals(List.of("a"), batches(commits.read().manifest()));
    }

    @Test
    void of_many_writers_none_loses_a_commit() {
        InParallel.run(WRITERS, writer -> {
            Commits commits = commits(store);
            for (int i = 0; i < COMMITS; i++) {
                String batch = writer + "-" + i;
                commits.commit(manifest -> manifest.with(segment(batch)));
            }
            return writer;
        });
        List<String> batches = batches(commits(store).read().manifest());
        assertEquals(all(), new TreeSet<>(batches));
        assertEquals(all().size(), batches.size());
    }

    @Test
    void lost_responses_neither_lose_nor_double_a_commit() {
        AtomicInteger swaps = new AtomicInteger();
        SegmentStore unreliable = new InMemorySegmentStore(clock, () -> swaps.incrementAndGet() % 3 == 0);
        InParallel.run(WRITERS, writer -> {
            Commits commits = commits(unreliable);
            for (int i = 0; i < COMMITS; i++) {
                String batch = writer + "-" + i;
                commits.commit(manifest -> manifest.with(segment(batch)));
            }
            return writer;
        });
        List<String> batches = batches(commits(unreliable).read().manifest());
        assertEquals(all(), new TreeSet<>(batches));
        assertEquals(all().size(), batches.size());
    }

    @Test
    void merges_that_race_commits_and_each_other_keep_every_batch_once() {
        InParallel.run(WRITERS, number -> {
            Commits commits = commits(store);
            for (int i = 0; i < COMMITS; i++) {
                String batch = number + "-" + i;
                commits.commit(manifest -> manifest.with(segment(batch)));
                if (number % 2 == 0) {
                    merge(commits);
                }
            }
            return number;
        });
        List<String> originals = new ArrayList<>();
        for (String batch : batches(commits(store).read().manifest())) {
            originals.addAll(List.of(batch.replaceAll("[\\[\\] ]", "").split(",", -1)));
        }
        assertEquals(all(), new HashSet<>(originals));
        assertEquals(all().size(), originals.size());
    }

    /** Merges all segments; the batch of the merge lists those merged. */
    private void merge(Commits commits) {
        List<Segment> run = commits.read().manifest().segments();
        List<String> names = run.stream().map(Segment::name).toList();
        String merged = run.stream().map(Segment::batch).toList().toString();
        commits.commit(manifest -> manifest.replaced(names, Optional.of(segment(merged)), Samples.NOON));
    }

    @Test
    void a_crash_at_any_step_leaves_the_batch_out_or_in_and_the_next_delivery_commits_it_once() {
        for (int step = 1; step <= 5; step++) {
            InMemorySegmentStore fresh = new InMemorySegmentStore(clock);
            Crashes crashes = Crashes.atStep(step);
            SegmentStore dying = crashes.around(SegmentStore.class, fresh);
            crashes.during(() -> commits(dying).commit(manifest -> manifest.with(segment("a"))));
            commits(fresh).commit(manifest -> manifest.with(segment("a")));
            assertEquals(List.of("a"), batches(commits(fresh).read().manifest()), "step " + step);
        }
    }

    @Test
    void a_writer_that_loses_every_attempt_says_so() {
        Commits commits = commits(store);
        AtomicInteger others = new AtomicInteger();
        assertThrows(
                CommitFailed.class,
                () -> commits.commit(manifest -> {
                    commits(store).commit(other -> other.with(segment("other " + others.incrementAndGet())));
                    return manifest.with(segment("late"));
                }));
    }
}
