package app.lede.search.segments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergeRuleTest {

    private static final long KB = 1L << 10;
    private static final long MB = 1L << 20;

    private static List<Segment> sizes(long... bytes) {
        return IntStream.range(0, bytes.length)
                .mapToObj(i -> segment("s" + i, bytes[i]))
                .toList();
    }

    private static Segment segment(String name, long bytes) {
        return new Segment(name, name, 1, 0, bytes, null, null, null);
    }

    private static List<Long> chosen(long... bytes) {
        return MergeRule.next(sizes(bytes)).stream().map(Segment::bytes).toList();
    }

    @Test
    void a_few_small_ones_stay() {
        assertEquals(List.of(), chosen());
        assertEquals(List.of(), chosen(1, 2, 3, 4, 5, 6, 7));
    }

    @Test
    void eight_small_neighbours_are_merged() {
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L), chosen(40 * MB, 1, 2, 3, 4, 5, 6, 7, 8));
    }

    @Test
    void small_ones_between_larger_ones_are_merged_with_these_once_there_are_eight_of_these() {
        assertEquals(List.of(), chosen(1, MB, 1, MB, 1, MB, 1, MB, 1, MB));
        assertEquals(9, chosen(MB, MB, MB, MB, 1, MB, MB, MB, MB).size());
    }

    @Test
    void a_large_one_is_not_written_again() {
        assertEquals(List.of(), chosen(40 * MB, 40 * MB, 40 * MB, 40 * MB, 40 * MB, 40 * MB, 40 * MB, 40 * MB));
    }

    @Test
    void a_merge_stays_within_its_most_bytes() {
        long[] eighteen = new long[18];
        Arrays.fill(eighteen, 8 * MB);
        assertEquals(8, chosen(eighteen).size());
    }

    @Test
    void after_ten_thousand_commits_few_segments_are_left_and_each_article_was_written_a_few_times() {
        List<Segment> segments = new ArrayList<>();
        long written = 0;
        for (int commit = 0; commit < 10_000; commit++) {
            segments.add(segment("c" + commit, 20 * KB));
            for (List<Segment> run = MergeRule.next(segments); !run.isEmpty(); run = MergeRule.next(segments)) {
                long bytes = run.stream().mapToLong(Segment::bytes).sum();
                int start = segments.indexOf(run.getFirst());
                segments.subList(start, start + run.size()).clear();
                segments.add(start, segment("m" + commit, bytes));
                written += bytes;
            }
        }
        assertTrue(segments.size() < 40, segments.size() + " segments");
        assertTrue(written < 10_000 * 20 * KB * 5, written / (10_000 * 20 * KB) + " times");
    }
}
