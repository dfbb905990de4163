package app.lede.lucene.segments;

import app.lede.hash.Digest;
import app.lede.lucene.IndexForm;
import app.lede.search.SearchUnavailable;
import app.lede.search.SegmentStore;
import app.lede.search.SegmentStore.Listed;
import app.lede.search.segments.Commits;
import app.lede.search.segments.Manifest;
import app.lede.search.segments.MergeRule;
import app.lede.search.segments.Segment;
import app.lede.search.segments.TimeSpan;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Merges small segments into larger ones without what later changes superseded, and deletes objects that nobody reads any
 * more. May run beside any number of writers, readers and other compactors. Thread safe.
 */
public final class Compactor {

    /** Readers look at the manifest again within seconds. */
    static final Duration GRACE = Duration.ofHours(1);

    /** A writer commits its segment within minutes; an older one that is in no manifest stands for a crash between the two. */
    static final Duration ORPHANED = Duration.ofDays(1);

    private final SegmentStore store;
    private final String folder;
    private final Commits commits;
    private final IndexForm form;
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
        this.form = form;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /**
     * What one run did.
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
        return new Compacted(merged, delete(), segments.size());
    }

    /** Replaces a run by its merge, unless another compactor took part of it meanwhile. */
    private void merge(List<Segment> segments, List<Segment> run) {
        // Another compactor may have deleted them; then the manifest has changed, too.
        Optional<List<OpenSegment>> opened = open(segments, run);
        if (opened.isEmpty()) {
            return;
        }
        try {
            Optional<Packed> merged = merged(opened.get());
            merged.ifPresent(packed -> store.create(packed.segment().name(), packed.bytes()));
            List<String> names = run.stream().map(Segment::name).toList();
            Instant now = clock.instant();
            commits.commit(manifest -> manifest.replaced(names, merged.map(Packed::segment), now));
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

    private Optional<Packed> merged(List<OpenSegment> run) throws IOException {
        List<CodecReader> readers = run.stream()
                .map(OpenSegment::changes)
                .filter(reader -> reader.numDocs() > 0)
                .toList();
        if (readers.isEmpty()) {
            return Optional.empty();
        }
        try (Directory directory = new ByteBuffersDirectory()) {
            IndexWriterConfig settings = form.config().setMergePolicy(new LogDocMergePolicy());
            try (IndexWriter writer = new IndexWriter(directory, settings)) {
                writer.addIndexes(readers.toArray(CodecReader[]::new));
            }
            byte[] bytes = PackedFiles.pack(directory);
            return Optional.of(new Packed(entry(run, bytes), bytes));
        }
    }

    private Segment entry(List<OpenSegment> run, byte[] bytes) {
        List<Segment> segments = run.stream().map(OpenSegment::segment).toList();
        int articles = run.stream().mapToInt(each -> each.articles().numDocs()).sum();
        int changes = run.stream().mapToInt(each -> each.changes().numDocs()).sum();
        return new Segment(
                SegmentWriter.name(folder, bytes),
                Digest.base32(segments.stream().map(Segment::name).collect(Collectors.joining("\n"))),
                articles,
                changes - articles,
                bytes.length,
                span(segments, Segment::arrival),
                span(segments, Segment::published));
    }

    private static @Nullable TimeSpan span(List<Segment> segments, Function<Segment, @Nullable TimeSpan> times) {
        return segments.stream()
                .flatMap(segment -> Stream.ofNullable(times.apply(segment)))
                .reduce(TimeSpan::and)
                .orElse(null);
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
