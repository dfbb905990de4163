package app.lede.lucene.segments;

import app.lede.hash.Digest;
import app.lede.lucene.IndexForm;
import app.lede.search.segments.Segment;
import app.lede.search.segments.TimeSpan;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** Writes the standing changes of several segments as one, in memory. Thread safe. */
final class Merges {

    private final String folder;
    private final IndexForm form;

    /**
     * Creates merges.
     *
     * @param folder prefix of object names
     */
    Merges(String folder, IndexForm form) {
        this.folder = folder;
        this.form = form;
    }

    /**
     * Merges segments; empty if nothing is left of them.
     *
     * @param forget tombstones before this time are left out
     */
    Optional<Packed> of(List<OpenSegment> run, Instant forget) throws IOException {
        List<CodecReader> readers = run.stream()
                .map(segment -> segment.changes(forget))
                .filter(reader -> reader.numDocs() > 0)
                .toList();
        if (readers.isEmpty()) {
            return Optional.empty();
        }
        try (Directory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer =
                    new IndexWriter(directory, form.config().setMergePolicy(new LogDocMergePolicy()))) {
                writer.addIndexes(readers.toArray(CodecReader[]::new));
            }
            byte[] bytes = PackedFiles.pack(directory);
            int changes = readers.stream().mapToInt(CodecReader::numDocs).sum();
            return Optional.of(new Packed(entry(run, forget, changes, bytes), bytes));
        }
    }

    private Segment entry(List<OpenSegment> run, Instant forget, int changes, byte[] bytes) {
        List<Segment> segments = run.stream().map(OpenSegment::segment).toList();
        int articles = run.stream().mapToInt(each -> each.articles().numDocs()).sum();
        return new Segment(
                SegmentWriter.name(folder, bytes),
                Digest.base32(segments.stream().map(Segment::name).collect(Collectors.joining("\n"))),
                articles,
                changes - articles,
                bytes.length,
                span(segments, Segment::arrival),
                span(segments, Segment::published),
                span(run, segment -> segment.removed(forget).orElse(null)));
    }

    private static <T> @Nullable TimeSpan span(List<T> segments, Function<T, @Nullable TimeSpan> times) {
        return segments.stream()
                .flatMap(segment -> Stream.ofNullable(times.apply(segment)))
                .reduce(TimeSpan::and)
                .orElse(null);
    }
}
