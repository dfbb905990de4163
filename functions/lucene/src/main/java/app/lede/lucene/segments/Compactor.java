package app.lede.lucene.segments;

import app.lede.lucene.IndexForm;
import app.lede.search.SearchUnavailable;
import app.lede.search.SegmentStore;
import app.lede.search.SegmentStore.Listed;
import app.lede.search.segments.Commits;
import app.lede.search.segments.Manifest;
import app.lede.search.segments.MergeRule;
import app.lede.search.segments.Segment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.lucene.util.BytesRef;

/**
 * Merges small segments into larger ones without what later changes superseded, erases deleted articles from the others, and
 * deletes objects that nobody reads any more. May run beside any number of writers, readers and other compactors. Thread safe.
 */
public final class Compactor {

    /** Readers look at the manifest again within seconds. */
    static final Duration GRACE = Duration.ofHours(1);

    /** A writer commits its segment within minutes; an older one that is in no manifest stands for a crash between the two. */
    static final Duration ORPHANED = Duration.ofDays(1);

    /** A tombstone as old as this has the words of its article erased. */
    static final Duration PURGED = Duration.ofDays(7);

    /** No change comes later than this: the stream keeps changes for a day. */
    static final Duration SETTLED = Duration.ofDays(2);

    /** No tombstone is before it. */
    private static final Instant NOTHING = Instant.EPOCH;

    private final SegmentStore store;
    private final String folder;
    private final Commits commits;
    private final Merges merges;
    private final long mostBytes;
    private final InstantSource clock;

    /**
     * Creates a compactor.
     *
     * @param folder prefix of object names, as that of the commits
     * @param mostBytes of segments in memory
     */
    public Compactor(
            SegmentStore store, String folder, Commits commits, IndexForm form, long mostBytes, InstantSource clock) {
        this.store = store;
        this.folder = folder;
        this.commits = commits;
        this.merges = new Merges(folder, form);
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /**
     * Counts of one run.
     *
     * @param merged segments that were replaced by merges
     * @param deleted objects
     * @param segments left in the index
     */
    public record Compacted(int merged, int deleted, int segments) {}

    /**
     * Merges until no merge is due or the time is up, then deletes.
     *
     * @param timeLeft asked before each merge
     */
    public Compacted compact(BooleanSupplier timeLeft) {
        int merged = 0;
        List<Segment> segments = commits.read().manifest().segments();
        List<Segment> run = MergeRule.next(segments);
        while (!run.isEmpty() && timeLeft.getAsBoolean()) {
            merge(segments, run);
            merged += run.size();
            segments = commits.read().manifest().segments();
            run = MergeRule.next(segments);
        }
        merged += purge(timeLeft);
        return new Compacted(
                merged, delete(), commits.read().manifest().segments().size());
    }

    /** Merges a run, unless another compactor took part of it meanwhile. */
    private void merge(List<Segment> segments, List<Segment> run) {
        // If another compactor has deleted them, the manifest has changed, too.
        open(segments, run).ifPresent(opened -> replace(opened, NOTHING));
    }

    /**
     * Replaces consecutive segments by one of the changes that stand.
     *
     * @param forget tombstones before this time are dropped
     */
    private void replace(List<OpenSegment> run, Instant forget) {
        try {
            Optional<Packed> merged = merges.of(run, forget);
            merged.ifPresent(packed -> store.create(packed.segment().name(), packed.bytes()));
            List<String> names =
                    run.stream().map(OpenSegment::segment).map(Segment::name).toList();
            Instant now = clock.instant();
            commits.commit(manifest -> manifest.replaced(names, merged.map(Packed::segment), now));
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
    }

    /**
     * Writes segments again without the words of deleted articles, once a tombstone is old; when no segment has any left,
     * without the tombstones. An index larger than the memory keeps both.
     *
     * @return number of segments written again
     */
    private int purge(BooleanSupplier timeLeft) {
        Instant now = clock.instant();
        List<Segment> segments = commits.read().manifest().segments();
        boolean due = segments.stream()
                .anyMatch(each -> each.removed() != null
                        && each.removed().first().plus(PURGED).isBefore(now));
        long bytes = segments.stream().mapToLong(Segment::bytes).sum();
        if (!due || bytes > mostBytes || !timeLeft.getAsBoolean()) {
            return 0;
        }
        List<OpenSegment> opened = new OpenSegments(store, mostBytes)
                .open(segments, new HashSet<>(segments))
                .orElse(List.of());
        Instant settled = now.minus(SETTLED);
        return write(opened, settled, timeLeft);
    }

    private int write(List<OpenSegment> opened, Instant settled, BooleanSupplier timeLeft) {
        try {
            List<BytesRef> deleted = new ArrayList<>();
            for (OpenSegment segment : opened) {
                deleted.addAll(segment.deletedBefore(settled));
            }
            List<OpenSegment> holding = new ArrayList<>();
            for (OpenSegment segment : opened) {
                if (segment.holdsArticle(deleted)) {
                    holding.add(segment);
                }
            }
            List<OpenSegment> stale = holding.isEmpty()
                    ? opened.stream()
                            .filter(segment -> segment.removed(NOTHING).isPresent())
                            .toList()
                    : holding;
            int written = 0;
            for (OpenSegment segment : stale) {
                if (timeLeft.getAsBoolean()) {
                    replace(List.of(segment), holding.isEmpty() ? settled : NOTHING);
                    written++;
                }
            }
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
    }

    /** Opens a run with all that may supersede parts of it, or alone if that is too much: then some stay until the next merge. */
    private Optional<List<OpenSegment>> open(List<Segment> segments, List<Segment> run) {
        try {
            return new OpenSegments(store, mostBytes).open(segments, new HashSet<>(run));
        } catch (SearchUnavailable e) {
            return new OpenSegments(store, mostBytes).open(run, new HashSet<>(run));
        }
    }

    /** Deletes replaced segments after the grace period, and segments that no writer committed. */
    private int delete() {
        Instant now = clock.instant();
        List<Listed> listed = store.list(folder + "segments/");
        Manifest manifest = commits.read().manifest();
        List<String> expired = manifest.expired(now, GRACE);
        List<String> unwanted = new ArrayList<>(expired);
        listed.stream()
                .filter(object -> object.written().plus(ORPHANED).isBefore(now) && !manifest.knows(object.name()))
                .map(Listed::name)
                .forEach(unwanted::add);
        unwanted.forEach(store::delete);
        if (!expired.isEmpty()) {
            commits.commit(current -> current.without(expired));
        }
        return unwanted.size();
    }
}
