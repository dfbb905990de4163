package app.lede.lucene.segments;

import app.lede.search.Change;
import app.lede.search.SegmentStore;
import app.lede.search.segments.Commits;
import app.lede.search.segments.Segment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes an index anew beside the present one, which is searched until {@link #finish}. Changes that others commit meanwhile
 * stay. To be finished within {@link Compactor#ORPHANED}; one that is never finished changes nothing. Not thread safe.
 */
public final class Rebuild {

    private final SegmentStore store;
    private final Commits commits;
    private final SegmentWriter writer;
    private final InstantSource clock;
    private final Set<String> present;
    private final List<Segment> written = new ArrayList<>();

    Rebuild(SegmentStore store, Commits commits, SegmentWriter writer, InstantSource clock) {
        this.store = store;
        this.commits = commits;
        this.writer = writer;
        this.clock = clock;
        this.present = commits.read().manifest().segments().stream()
                .map(Segment::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Writes a batch, which is searched after {@link #finish}. */
    public void apply(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        try {
            Packed packed = writer.write(changes);
            store.create(packed.segment().name(), packed.bytes());
            written.add(packed.segment());
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
    }

    /** Puts what was written in the place of what the index held at the beginning. */
    public void finish() {
        commits.commit(manifest -> manifest.segments().containsAll(written) && !written.isEmpty()
                ? Optional.empty()
                : Optional.of(manifest.rebuilt(present, written, clock.instant())));
    }
}
