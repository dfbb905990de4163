package app.lede.search.segments;

import java.util.List;

/**
 * Chooses segments to merge: consecutive ones of similar size, as in a log-structured merge tree, so that an article is
 * written again about once per tier.
 *
 * @see <a href="https://doi.org/10.1007/s002360050048">O'Neil et al., The log-structured merge-tree</a>
 */
public final class MergeRule {

    /** Number of segments of a tier that are merged into one of the next. */
    public static final int FANOUT = 8;

    /** Largest sum of bytes of one merge, so that a segment can be read at once. */
    public static final long MOST_BYTES = 64L << 20;

    /** Largest number of segments of one merge. */
    static final int MOST_SEGMENTS = 128;

    /** Upper bounds of the tiers' sizes in bytes; a larger segment is not merged again. */
    private static final long[] TIERS = {32L << 10, 256L << 10, 2L << 20, 16L << 20, 32L << 20};

    private MergeRule() {}

    /** Returns the next run of consecutive segments to merge, smallest tier first; empty if none is due. */
    public static List<Segment> next(List<Segment> segments) {
        long below = 0;
        for (long tier : TIERS) {
            for (int start = 0; start < segments.size(); start++) {
                List<Segment> run = segments.subList(start, endOfRun(segments, start, tier));
                if (ofTier(run, below) >= FANOUT) {
                    return List.copyOf(run);
                }
            }
            below = tier;
        }
        return List.of();
    }

    /** Counts the segments larger than the tier below: with others merged along, a large one would be merged too often. */
    private static long ofTier(List<Segment> run, long below) {
        return run.stream().filter(segment -> segment.bytes() > below).count();
    }

    private static int endOfRun(List<Segment> segments, int start, long tier) {
        long bytes = 0;
        int end = start;
        while (end < segments.size()
                && end - start < MOST_SEGMENTS
                && segments.get(end).bytes() <= tier) {
            bytes += segments.get(end).bytes();
            if (bytes > MOST_BYTES) {
                break;
            }
            end++;
        }
        return end;
    }
}
