package app.lede.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.source.PollPlan.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollPlanTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @Test
    void every_source_has_exactly_one_turn_per_interval() {
        SourceId id = SourceId.ofUrl("https://example.org/feed");
        Slot slot = Slot.of(id, 60);
        long turns = minutes(NOON, 240)
                .filter(minute -> PollPlan.due(minute).contains(slot))
                .count();
        assertEquals(4, turns);
    }

    @Test
    void sources_are_spread_over_the_minutes_of_their_interval() {
        Map<Integer, Integer> load = new HashMap<>();
        for (int i = 0; i < 6_000; i++) {
            load.merge(Slot.of(SourceId.ofUrl("https://example.org/" + i), 60).minute(), 1, Integer::sum);
        }
        assertEquals(60, load.size());
        assertTrue(load.values().stream().allMatch(sources -> sources > 50 && sources < 160), load::toString);
    }

    @Test
    void missed_minutes_are_planned_too() {
        List<Instant> minutes = PollPlan.minutesSince(NOON.minus(Duration.ofMinutes(3)), NOON.plusSeconds(30));
        assertEquals(List.of(NOON.minusSeconds(120), NOON.minusSeconds(60), NOON), minutes);
    }

    @Test
    void a_minute_that_was_planned_is_not_planned_again() {
        assertEquals(List.of(), PollPlan.minutesSince(NOON, NOON.plusSeconds(59)));
    }

    @Test
    void a_schedule_that_was_down_for_a_week_plans_one_day() {
        assertEquals(
                1_441,
                PollPlan.minutesSince(NOON.minus(Duration.ofDays(7)), NOON).size());
    }

    @Test
    void the_next_turn_is_a_due_minute_within_one_interval() {
        Slot slot = new Slot(60, 17);
        Instant next = PollPlan.nextTurn(slot, NOON);
        assertTrue(PollPlan.due(next).contains(slot), next::toString);
        assertTrue(next.isAfter(NOON) && !next.isAfter(NOON.plus(Duration.ofMinutes(60))), next::toString);
    }

    @ParameterizedTest(name = "{0} min, news {1}, asked {2} -> {3} min")
    @CsvSource({
        "60, true, 0, 60", // 48 rounds up to the class it came from
        "60, false, 0, 120",
        "120, true, 0, 120",
        "30, true, 0, 30",
        "15, true, 0, 15",
        "60, true, 720, 720",
        "1440, false, 0, 1440",
        "60, false, 99999, 1440"
    })
    void the_interval_adapts_within_the_classes(int interval, boolean news, int asked, int expected) {
        assertEquals(
                expected, PollPlan.adapted(interval, news, asked == 0 ? OptionalInt.empty() : OptionalInt.of(asked)));
    }

    @ParameterizedTest(name = "{0} min after {1} failures -> {2} min")
    @CsvSource({"60, 1, 60", "60, 3, 60", "60, 4, 120", "720, 5, 1440", "1440, 9, 1440"})
    void three_failures_are_free_and_then_the_interval_doubles_up_to_a_day(int interval, int streak, int expected) {
        assertEquals(expected, PollPlan.afterFailure(interval, streak));
    }

    private static java.util.stream.Stream<Instant> minutes(Instant from, int count) {
        return java.util.stream.IntStream.range(0, count).mapToObj(i -> from.plusSeconds(60L * i));
    }
}
