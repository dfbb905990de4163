package app.lede.lucene.segments;

import app.lede.hash.Digest;
import app.lede.lucene.IndexForm;
import app.lede.search.Change;
import app.lede.search.SearchDocument;
import app.lede.search.segments.Segment;
import app.lede.search.segments.TimeSpan;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** Writes a batch of changes as one segment, in memory. Thread safe. */
final class SegmentWriter {

    /** More than a batch takes, so that it is flushed once and makes one segment. */
    private static final double BUFFER_MEGABYTES = 512;

    private final String folder;
    private final IndexForm form;

    /**
     * Creates a writer.
     *
     * @param folder prefix of object names
     */
    SegmentWriter(String folder, IndexForm form) {
        this.folder = folder;
        this.form = form;
    }

    /** Writes the last of each article's changes. */
    Packed write(List<Change> changes) throws IOException {
        Collection<Change> last = last(changes);
        try (Directory directory = new ByteBuffersDirectory()) {
            IndexWriterConfig settings =
                    form.config().setMergePolicy(NoMergePolicy.INSTANCE).setRAMBufferSizeMB(BUFFER_MEGABYTES);
            try (IndexWriter writer = new IndexWriter(directory, settings)) {
                // In the order of the index, so that nothing has to be sorted when the postings are written.
                for (Change change : last.stream().sorted(IndexForm.NEWEST).toList()) {
                    writer.addDocument(form.document(change));
                }
            }
            byte[] bytes = PackedFiles.pack(directory);
            return new Packed(entry(last, bytes), bytes);
        }
    }

    private Segment entry(Collection<Change> changes, byte[] bytes) {
        List<SearchDocument> articles = changes.stream()
                .flatMap(change -> change instanceof Change.Put put ? Stream.of(put.document()) : Stream.empty())
                .toList();
        List<Change> removals = changes.stream()
                .filter(change -> change instanceof Change.Remove)
                .toList();
        return new Segment(
                name(folder, bytes),
                batch(changes),
                articles.size(),
                removals.size(),
                bytes.length,
                span(articles, SearchDocument::arrival),
                span(articles, SearchDocument::published),
                span(removals, Change::changed));
    }

    /** Names a segment after its bytes. */
    static String name(String folder, byte[] bytes) {
        return folder + "segments/" + Digest.hex(bytes);
    }

    /** Returns the same id for the same changes in whatever order, so that a redelivered batch is recognised. */
    private static String batch(Collection<Change> changes) {
        return Digest.base32(changes.stream()
                .map(change -> change.id() + " " + change.changed().toEpochMilli() + " " + revision(change))
                .sorted()
                .collect(Collectors.joining("\n")));
    }

    private static String revision(Change change) {
        return switch (change) {
            case Change.Put put -> put.document().revision().value();
            case Change.Remove remove -> "removed";
        };
    }

    private static <T> @Nullable TimeSpan span(List<T> changes, Function<T, Instant> time) {
        return changes.stream()
                .map(change -> TimeSpan.of(time.apply(change)))
                .reduce(TimeSpan::and)
                .orElse(null);
    }

    private static Collection<Change> last(List<Change> changes) {
        Map<Object, Change> last = new LinkedHashMap<>();
        Comparator<Change> order =
                Comparator.comparing(Change::changed).thenComparing(change -> change instanceof Change.Remove);
        changes.forEach(
                change -> last.merge(change.id(), change, (one, other) -> order.compare(one, other) > 0 ? one : other));
        return last.values();
    }
}
