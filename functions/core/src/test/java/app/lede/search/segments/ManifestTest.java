package app.lede.search.segments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ManifestTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private static Segment segment(String name) {
        return new Segment(name, "batch of " + name, 3, 0, 500, TimeSpan.of(NOON), TimeSpan.of(NOON), null);
    }

    private static Manifest of(String... names) {
        Manifest manifest = Manifest.EMPTY;
        for (String name : names) {
            manifest = manifest.with(segment(name)).orElseThrow();
        }
        return manifest;
    }

    private static List<String> names(Manifest manifest) {
        return manifest.segments().stream().map(Segment::name).toList();
    }

    @Test
    void a_batch_is_part_of_it_once() {
        assertEquals(Optional.empty(), of("a").with(segment("a")));
        assertEquals(List.of("a", "b"), names(of("a", "b")));
    }

    @Test
    void a_merge_takes_the_place_of_its_run() {
        Manifest merged = of("a", "b", "c", "d")
                .replaced(List.of("b", "c"), Optional.of(segment("m")), NOON)
                .orElseThrow();
        assertEquals(List.of("a", "m", "d"), names(merged));
        assertEquals(List.of(new Manifest.Retired("b", NOON), new Manifest.Retired("c", NOON)), merged.retired());
        assertEquals(5, merged.commits());
    }

    @Test
    void a_merge_of_which_nothing_is_left_leaves_nothing() {
        assertEquals(
                List.of("c"),
                names(of("a", "b", "c")
                        .replaced(List.of("a", "b"), Optional.empty(), NOON)
                        .orElseThrow()));
    }

    @Test
    void a_run_that_another_merge_took_is_not_replaced() {
        Manifest merged = of("a", "b", "c")
                .replaced(List.of("b", "c"), Optional.of(segment("m")), NOON)
                .orElseThrow();
        assertEquals(Optional.empty(), merged.replaced(List.of("a", "b"), Optional.of(segment("n")), NOON));
        assertEquals(Optional.empty(), merged.replaced(List.of("b", "c"), Optional.of(segment("n")), NOON));
        assertEquals(Optional.empty(), merged.replaced(List.of("m", "b"), Optional.of(segment("n")), NOON));
        assertEquals(Optional.empty(), merged.replaced(List.of(), Optional.of(segment("n")), NOON));
    }

    @Test
    void a_replaced_segment_expires_after_the_grace_period_and_is_forgotten() {
        Manifest merged = of("a", "b")
                .replaced(List.of("a", "b"), Optional.of(segment("m")), NOON)
                .orElseThrow();
        Duration grace = Duration.ofHours(1);
        assertEquals(List.of(), merged.expired(NOON.plus(grace), grace));
        assertEquals(List.of("a", "b"), merged.expired(NOON.plus(grace).plusMillis(1), grace));
        assertTrue(merged.knows("a"));
        Manifest left = merged.without(List.of("a", "b")).orElseThrow();
        assertFalse(left.knows("a"));
        assertTrue(left.knows("m"));
        assertEquals(Optional.empty(), left.without(List.of("a")));
    }

    @Test
    void a_rebuilt_index_takes_the_place_of_what_there_was_and_not_of_what_came_since() {
        Manifest rebuilt = of("a", "b", "since").rebuilt(Set.of("a", "b"), List.of(segment("n")), NOON);
        assertEquals(List.of("n", "since"), names(rebuilt));
        assertEquals(List.of("a", "b"), rebuilt.expired(NOON.plusSeconds(7_200), Duration.ofHours(1)));
    }

    @Test
    void a_segment_in_use_never_expires() {
        Manifest again = of("a", "b")
                .replaced(List.of("a", "b"), Optional.of(segment("m")), NOON)
                .flatMap(merged -> merged.with(segment("a")))
                .orElseThrow();
        assertEquals(List.of("b"), again.expired(NOON.plusSeconds(7_200), Duration.ofHours(1)));
    }

    @Test
    void it_comes_back_from_json_whole() {
        Manifest manifest = of("a", "b", "c")
                .with(new Segment("tombstones", "t", 0, 2, 90, null, null, TimeSpan.of(NOON)))
                .flatMap(each -> each.replaced(List.of("a", "b"), Optional.of(segment("m")), NOON))
                .orElseThrow();
        assertEquals(manifest, ManifestJson.read(ManifestJson.write(manifest)));
    }

    @Test
    void what_is_no_manifest_is_refused() {
        for (String text : List.of("", "{}", "[]", "{\"segments\":[{}]}", "{\"segments\":[{\"name\":3}]", "\u0000")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThrows(IllegalArgumentException.class, () -> ManifestJson.read(bytes), text);
        }
    }

    @Test
    void segments_may_supersede_others_whose_arrivals_overlap_and_tombstones_any() {
        Segment today = arrived(NOON, NOON.plusSeconds(60));
        Segment sameMinute = arrived(NOON.plusSeconds(60), NOON.plusSeconds(90));
        Segment later = arrived(NOON.plusSeconds(91), NOON.plusSeconds(99));
        Segment tombstones = new Segment("t", "t", 0, 1, 90, null, null, TimeSpan.of(NOON));
        assertTrue(today.maySupersede(sameMinute));
        assertFalse(today.maySupersede(later));
        assertTrue(tombstones.maySupersede(later));
        assertFalse(today.maySupersede(tombstones));
    }

    private static Segment arrived(Instant first, Instant last) {
        return new Segment("s", "s", 1, 0, 90, new TimeSpan(first, last), TimeSpan.of(first), null);
    }

    @Test
    void a_span_meets_bounds_that_are_inclusive_below_and_exclusive_above() {
        TimeSpan span = new TimeSpan(NOON, NOON.plusSeconds(60));
        assertTrue(span.meets(null, null));
        assertTrue(meets(span, 60, null));
        assertFalse(meets(span, 61, null));
        assertFalse(span.meets(null, NOON));
        assertTrue(span.meets(null, NOON.plusMillis(1)));
    }

    private static boolean meets(TimeSpan span, int from, @Nullable Instant to) {
        return span.meets(NOON.plusSeconds(from), to);
    }
}
