package app.lede.search.segments;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Entry of a segment in the manifest. A segment is one immutable object.
 *
 * @param name of the object, follows from its bytes
 * @param batch id of the batch of changes it was written from; of a merge, the hash of the merged names
 * @param articles number of articles, superseded ones included
 * @param removals number of tombstones
 * @param bytes size of the object
 * @param arrival arrivals of its articles, null without any
 * @param published publication times of its articles, null without any
 * @param removed times of its tombstones, null without any
 */
public record Segment(
        String name,
        String batch,
        int articles,
        int removals,
        long bytes,
        @Nullable TimeSpan arrival,
        @Nullable TimeSpan published,
        @Nullable TimeSpan removed) {

    public Segment {
        requireNonNull(name, "name");
        requireNonNull(batch, "batch");
    }

    /**
     * Tests whether this segment may hold a later change of an article of another one. An article keeps its arrival in all
     * revisions; a tombstone does not know it.
     */
    public boolean maySupersede(Segment other) {
        return removals > 0 || (arrival != null && other.arrival != null && arrival.overlaps(other.arrival));
    }
}
