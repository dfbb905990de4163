package app.lede.lucene.segments;

import app.lede.search.SearchUnavailable;
import app.lede.search.SegmentStore;
import app.lede.search.SegmentStore.Reading;
import app.lede.search.segments.Segment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps segments in memory up to a number of bytes, the last used ones. Not thread safe. */
final class OpenSegments {

    private final SegmentStore store;
    private final long mostBytes;
    private final Runnable ready;
    /** By name, least recently used first. */
    private final Map<String, OpenSegment> open = new LinkedHashMap<>(16, 0.75f, true);

    OpenSegments(SegmentStore store, long mostBytes) {
        this(store, mostBytes, () -> {});
    }

    /**
     * Keeps no segment yet.
     *
     * @param ready waits, with the first segment read, until it may be opened
     */
    OpenSegments(SegmentStore store, long mostBytes, Runnable ready) {
        this.store = store;
        this.mostBytes = mostBytes;
        this.ready = ready;
    }

    /**
     * Opens segments and marks what they supersede in each other.
     *
     * @param manifest all segments, in order
     * @param wanted those to open; others that may supersede some of them are opened, too
     * @return the wanted ones in order; empty if an object is missing, as the manifest is out of date
     * @throws SearchUnavailable if they need more bytes than may be kept, or one is damaged
     */
    Optional<List<OpenSegment>> open(List<Segment> manifest, Set<Segment> wanted) {
        List<Segment> needed = manifest.stream()
                .filter(each -> wanted.contains(each) || wanted.stream().anyMatch(each::maySupersede))
                .toList();
        makeRoom(needed);
        List<OpenSegment> opened = new ArrayList<>();
        for (Segment segment : needed) {
            Optional<OpenSegment> one = open(segment);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            opened.add(one.get());
        }
        compare(opened);
        return Optional.of(
                opened.stream().filter(each -> wanted.contains(each.segment())).toList());
    }

    /** Keeps a segment that was just written, where there is room, so that it need not be read. */
    void keep(Packed packed) throws IOException {
        Segment segment = packed.segment();
        if (segment.bytes() <= mostBytes && !open.containsKey(segment.name())) {
            makeRoom(List.of(segment));
            open.put(segment.name(), OpenSegment.of(segment, packed.bytes()));
        }
    }

    private void makeRoom(List<Segment> needed) {
        long bytes = needed.stream().mapToLong(Segment::bytes).sum();
        if (bytes > mostBytes) {
            throw new SearchUnavailable("the search needs " + bytes + " bytes of the index in memory, and " + mostBytes
                    + " may be used; ask for fewer days, or give the function more memory");
        }
        Set<String> names = needed.stream().map(Segment::name).collect(Collectors.toCollection(HashSet::new));
        for (OpenSegment kept : open.values()) {
            bytes += names.contains(kept.segment().name()) ? 0 : kept.segment().bytes();
        }
        Iterator<OpenSegment> oldest = open.values().iterator();
        while (bytes > mostBytes && oldest.hasNext()) {
            Segment segment = oldest.next().segment();
            if (!names.contains(segment.name())) {
                bytes -= segment.bytes();
                oldest.remove();
            }
        }
    }

    private Optional<OpenSegment> open(Segment segment) {
        OpenSegment present = open.get(segment.name());
        if (present != null) {
            return Optional.of(present);
        }
        if (!(store.read(segment.name(), null) instanceof Reading.Found found)) {
            return Optional.empty();
        }
        ready.run();
        try {
            OpenSegment opened = OpenSegment.of(segment, found.bytes());
            open.put(segment.name(), opened);
            return Optional.of(opened);
        } catch (IOException | IllegalArgumentException e) {
            throw new SearchUnavailable("the segment " + segment.name() + " is damaged; index the library again", e);
        }
    }

    private static void compare(List<OpenSegment> opened) {
        try {
            for (int later = 1; later < opened.size(); later++) {
                for (int earlier = 0; earlier < later; earlier++) {
                    Segment one = opened.get(earlier).segment();
                    Segment other = opened.get(later).segment();
                    if (one.maySupersede(other) || other.maySupersede(one)) {
                        OpenSegment.compare(opened.get(earlier), opened.get(later));
                    }
                }
            }
        } catch (IOException e) {
            throw new SearchUnavailable("a segment is damaged; index the library again", e);
        }
    }

    /** Forgets segments that are no longer part of the index. */
    void keepOnly(List<Segment> manifest) {
        Set<String> names = manifest.stream().map(Segment::name).collect(Collectors.toSet());
        open.keySet().removeIf(name -> !names.contains(name));
    }
}
