package app.lede.search.segments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lists the segments that make up an index. A later segment is a later commit; where two segments hold the same revision of
 * an article, the later counts.
 *
 * @param commits number of commits so far; makes each manifest differ from all before it
 * @param segments in order of their commits
 * @param retired segments replaced by a merge, which readers of an older manifest may still open
 */
public record Manifest(long commits, List<Segment> segments, List<Retired> retired) {

    public static final Manifest EMPTY = new Manifest(0, List.of(), List.of());

    /**
     * A replaced segment.
     *
     * @param name of its object
     * @param at when it was replaced
     */
    public record Retired(String name, Instant at) {}

    public Manifest {
        segments = List.copyOf(segments);
        retired = List.copyOf(retired);
    }

    /** Appends a segment; empty if its batch is part of the index already. */
    public Optional<Manifest> with(Segment segment) {
        boolean present = segments.stream().anyMatch(each -> each.batch().equals(segment.batch()));
        return present
                ? Optional.empty()
                : Optional.of(new Manifest(
                        commits + 1,
                        Stream.concat(segments.stream(), Stream.of(segment)).toList(),
                        retired));
    }

    /**
     * Replaces a run of consecutive segments by their merge.
     *
     * @param run names of the segments, in order
     * @param merged empty if nothing of them is left
     * @return empty if the run is no longer part of the index as it was
     */
    public Optional<Manifest> replaced(List<String> run, Optional<Segment> merged, Instant at) {
        int start = run.isEmpty() ? -1 : names().indexOf(run.getFirst());
        int end = start + run.size();
        if (start < 0 || end > segments.size() || !names().subList(start, end).equals(run)) {
            return Optional.empty();
        }
        List<Segment> left = new ArrayList<>(segments.subList(0, start));
        merged.ifPresent(left::add);
        left.addAll(segments.subList(end, segments.size()));
        Stream<Retired> replaced = run.stream().map(name -> new Retired(name, at));
        return Optional.of(new Manifest(
                commits + 1, left, Stream.concat(retired.stream(), replaced).toList()));
    }

    /**
     * Replaces what the index held at one time; segments committed since then stay, after the new ones.
     *
     * @param replaced names of the segments at that time
     */
    public Manifest rebuilt(Set<String> replaced, List<Segment> rebuilt, Instant at) {
        List<Segment> left = new ArrayList<>(rebuilt);
        List<Retired> away = new ArrayList<>(retired);
        for (Segment segment : segments) {
            if (replaced.contains(segment.name())) {
                away.add(new Retired(segment.name(), at));
            } else {
                left.add(segment);
            }
        }
        return new Manifest(commits + 1, left, away);
    }

    /** Returns the names of segments that were replaced so long ago that nobody reads them any more. */
    public List<String> expired(Instant now, Duration grace) {
        List<String> used = names();
        return retired.stream()
                .filter(each -> each.at().plus(grace).isBefore(now))
                .map(Retired::name)
                .filter(name -> !used.contains(name))
                .toList();
    }

    /** Forgets replaced segments whose objects were deleted; empty if there are none. */
    public Optional<Manifest> without(List<String> deleted) {
        List<Retired> left =
                retired.stream().filter(each -> !deleted.contains(each.name())).toList();
        return left.size() == retired.size()
                ? Optional.empty()
                : Optional.of(new Manifest(commits + 1, segments, left));
    }

    /** Tests whether an object is a segment of the index, or was one until recently. */
    public boolean knows(String name) {
        return names().contains(name)
                || retired.stream().anyMatch(each -> each.name().equals(name));
    }

    private List<String> names() {
        return segments.stream().map(Segment::name).toList();
    }
}
