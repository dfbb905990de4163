package app.lede.source;

import static app.lede.source.Polls.ID;
import static app.lede.source.Polls.NOON;
import static app.lede.source.Polls.everyMinutes;
import static app.lede.source.Polls.read;
import static app.lede.source.Polls.source;
import static app.lede.source.Polls.times;
import static app.lede.source.Polls.ttl;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.source.PollPlan.Slot;
import app.lede.websub.PushTopic;
import app.lede.websub.Subscription;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the poll plan, one test each; effects of a poll on its source are in {@link SourceTest}. */
class PollPlanTest {

    private static final PublisherHints NOTHING = PublisherHints.NOTHING;

    @Test
    void interval_is_60_minutes_by_default() {
        assertEquals(new PollInterval(60, "the default of 60 min"), source().pollInterval());
    }

    @Test
    void a_new_source_is_in_the_shortest_class_until_its_first_poll() {
        assertEquals(5, source().schedule().interval());
        assertTrue(times(1, read(0), source()).schedule().interval() >= 15);
    }

    @Test
    void interval_has_a_floor_of_15_minutes() {
        Source busy = times(50, read(3), source());
        assertEquals(new PollInterval(15, "the floor of 15 min"), busy.pollInterval());
    }

    @ParameterizedTest(name = "ttl {0} -> {1} min")
    @CsvSource({"14, 14", "5, 5", "1, 5"})
    void interval_goes_below_15_minutes_only_if_the_feed_says_so_and_never_below_5(int ttl, int expected) {
        Source busy = times(50, read(3, ttl(ttl), PublicationFrequency.UNKNOWN), source());
        assertEquals(new PollInterval(expected, "the publisher's ttl of " + ttl + " min"), busy.pollInterval());
    }

    @Test
    void interval_has_a_ceiling_of_24_hours() {
        assertEquals(1_440, times(50, read(0), source()).pollInterval().minutes());
        assertEquals(1_440, PollPlan.adapted(60, true, NOTHING, everyMinutes(1_000_000), NOON));
    }

    @Test
    void adapt_is_times_0_8_when_there_was_something_new_and_times_1_5_when_not() {
        assertEquals(48, PollPlan.adapted(60, true, NOTHING, PublicationFrequency.UNKNOWN, NOON));
        assertEquals(90, PollPlan.adapted(60, false, NOTHING, PublicationFrequency.UNKNOWN, NOON));
        assertEquals(
                "how often the last polls found something new",
                times(1, read(1), source()).pollInterval().because());
    }

    @Test
    void adapt_never_goes_below_half_the_mean_gap_between_entries() {
        assertEquals(120, PollPlan.adapted(60, true, NOTHING, everyMinutes(240), NOON));
        assertEquals(
                new PollInterval(120, "the usual 240 min between two entries"),
                times(1, read(1, NOTHING, everyMinutes(240)), source()).pollInterval());
    }

    @Test
    void adapt_never_goes_above_twice_the_mean_gap_or_an_hour_while_the_feed_is_not_silent_for_longer_than_usual() {
        assertEquals(480, PollPlan.adapted(400, false, NOTHING, everyMinutes(240), NOON));
        assertEquals(60, PollPlan.adapted(60, false, NOTHING, everyMinutes(5), NOON));
        assertEquals(600, PollPlan.adapted(400, false, NOTHING, everyMinutes(240), NOON.plus(Duration.ofDays(2))));
    }

    @ParameterizedTest(name = "ttl {0}, period {1}, fresh for {2} -> {3} min, {4}")
    @CsvSource({
        "90,   ,      ,    90, ttl",
        "90,   360,   ,    360, sy:updatePeriod",
        "90,   360,   720, 720, caching header",
        "30,   ,      0,   48, how often"
    })
    void publishers_hints_are_waited_for_the_longest_of_them(
            Integer ttl, Integer period, Integer fresh, int expected, String why) {
        PublisherHints hints = new PublisherHints(ttl, period, fresh, Set.of(), Set.of());
        PollInterval interval =
                times(1, read(1, hints, PublicationFrequency.UNKNOWN), source()).pollInterval();
        assertEquals(expected, interval.minutes());
        assertTrue(interval.because().contains(why), interval::because);
    }

    @Test
    void publishers_hints_are_capped_at_24_hours() {
        assertEquals(1_440, PublisherHints.minutes(Duration.ofDays(365)));
        assertEquals(1_440, PollPlan.adapted(60, true, ttl(1_440), PublicationFrequency.UNKNOWN, NOON));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 15, 60, 240, 720, 1440, 43_200})
    void publishers_skip_hours_and_days_are_honoured_and_starve_nobody(int interval) {
        Set<Integer> allButNine = new HashSet<>(IntStream.range(0, 24).boxed().toList());
        allButNine.remove(9);
        PublisherHints hints =
                new PublisherHints(null, null, null, allButNine, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        Instant next = PollPlan.nextTurn(Slot.of(ID, interval, hints), NOON, hints);
        assertFalse(hints.isQuiet(next), next::toString);
        assertEquals(9, next.atZone(ZoneOffset.UTC).getHour());
    }

    @Test
    void publishers_who_skip_everything_skip_nothing() {
        Set<Integer> hours = new HashSet<>(IntStream.range(0, 24).boxed().toList());
        assertFalse(new PublisherHints(null, null, null, hours, Set.of(DayOfWeek.values())).isQuiet(NOON));
    }

    @Test
    void spread_is_by_hash_over_the_minutes_of_the_interval() {
        Map<Integer, Integer> load = new HashMap<>();
        for (int i = 0; i < 6_000; i++) {
            load.merge(Slot.of(SourceId.ofUrl("https://example.org/" + i), 60).minute(), 1, Integer::sum);
        }
        assertEquals(60, load.size());
        assertTrue(load.values().stream().allMatch(sources -> sources > 50 && sources < 160), load::toString);
    }

    @Test
    void due_index_has_every_source_exactly_once_per_interval() {
        Slot slot = Slot.of(ID, 60);
        long turns = minutes(240)
                .filter(minute -> PollPlan.due(minute).contains(slot))
                .count();
        assertEquals(4, turns);
    }

    @Test
    void due_index_knows_the_class_of_30_days() {
        Slot slot = Slot.of(ID, 43_200);
        assertEquals(
                1,
                minutes(43_200)
                        .filter(minute -> PollPlan.due(minute).contains(slot))
                        .count());
    }

    @Test
    void due_index_is_rewritten_only_when_the_interval_class_changes() {
        Source first = times(1, read(0), source());
        Source second = times(1, read(1), first);
        assertNotEquals(first.pollInterval(), second.pollInterval());
        assertEquals("120#" + Slot.of(ID, 120).minute(), first.slot().label());
        assertEquals(first.slot(), second.slot());
    }

    @Test
    void errors_have_three_free_retries() {
        assertEquals(
                60,
                times(3, Polls.failed(Fault.Weight.HARD), source())
                        .pollInterval()
                        .minutes());
    }

    @ParameterizedTest(name = "failure {0}: up to {1} min")
    @CsvSource({"4, 120", "5, 240", "6, 480", "7, 960", "8, 1440", "29, 1440"})
    void errors_double_the_interval_with_full_jitter_up_to_24_hours(int failures, int longest) {
        List<Integer> waits = IntStream.range(0, 1_000)
                .mapToObj(i -> PollPlan.pollInterval(
                                SourceId.ofUrl("https://example.org/" + i),
                                AdaptiveInterval.NEW,
                                streak(failures),
                                Push.NONE)
                        .minutes())
                .toList();
        assertTrue(waits.stream().allMatch(wait -> wait >= 60 && wait <= longest), waits::toString);
        double mean = waits.stream().mapToInt(wait -> wait).average().orElseThrow();
        // Even over (0, longest], of which the part below 60 is 60.
        assertEquals(longest / 2.0 + 60 * 60 / (2.0 * longest), mean, longest * 0.03);
    }

    @ParameterizedTest
    @EnumSource
    void errors_count_by_weight_until_30_points_and_then_the_source_is_asked_every_30_days(Fault.Weight weight) {
        int polls = (int) (30 / weight.points());
        Source failing = times(polls - 1, Polls.failed(weight), source());
        assertTrue(failing.schedule().interval() <= 1_440);
        Source dead = times(1, Polls.failed(weight), failing);
        assertEquals(43_200, dead.schedule().interval());
        assertEquals(Source.State.ACTIVE, dead.state());
        assertTrue(times(1, read(1), dead).schedule().interval() <= 60);
    }

    private static final Subscription OFFERED = Subscription.wanted(
            new PushTopic("https://hub.example.org/", "https://example.org/feed"), "key", "secret", NOON);

    /** Polls a feed that names its hub, and confirms the subscription for a lease. */
    private static Source subscribed(Duration lease) {
        return times(1, offering(0), source())
                .subscribed("key", wanted -> wanted.asked(NOON).confirmed(NOON, lease));
    }

    private static Poll.Read offering(int found) {
        Poll.Read read = (Poll.Read) read(found);
        return new Poll.Read(read.answer(), read.frequency(), found, 0, null, OFFERED);
    }

    @Test
    void pushes_make_one_poll_a_day_enough() {
        Source pushed = subscribed(Duration.ofDays(10)).pushed(1, NOON);
        assertEquals(new PollInterval(1_440, "its hub's pushes, which one poll a day checks"), pushed.pollInterval());
        assertEquals(1_440, pushed.schedule().interval());
        assertEquals(1_440, times(1, offering(0), pushed).schedule().interval());
    }

    @Test
    void a_hub_that_confirmed_and_has_yet_to_push_changes_nothing() {
        assertFalse(subscribed(Duration.ofDays(10)).push().isTrusted());
    }

    @Test
    void a_poll_that_finds_what_the_hub_missed_goes_back_to_normal_until_the_next_push() {
        Source doubted = times(1, offering(1), subscribed(Duration.ofDays(10)).pushed(1, NOON));
        assertTrue(doubted.schedule().interval() <= 120, () -> "" + doubted.schedule());
        assertEquals(1_440, doubted.pushed(1, NOON).schedule().interval());
    }

    @Test
    void a_lease_that_ends_before_the_next_day_s_poll_is_not_relied_on() {
        assertFalse(subscribed(Duration.ofHours(25)).pushed(1, NOON).push().isTrusted());
        Source pushed = subscribed(Duration.ofHours(26)).pushed(1, NOON);
        assertTrue(pushed.push().isTrusted());
        Poll.Unchanged same = new Poll.Unchanged(((Poll.Read) read(0)).answer());
        Instant later = NOON.plus(Duration.ofHours(2));
        assertFalse(pushed.after(same, later, later).push().isTrusted());
    }

    @Test
    void a_hub_that_denies_is_not_relied_on() {
        Source denied = subscribed(Duration.ofDays(10))
                .pushed(1, NOON)
                .subscribed("key", running -> running.denied(NOON, "no more"));
        assertTrue(denied.schedule().interval() <= 120, () -> "" + denied.schedule());
    }

    @Test
    void a_feed_that_names_no_hub_any_more_or_another_begins_anew() {
        Source pushed = subscribed(Duration.ofDays(10)).pushed(1, NOON);
        assertEquals(Push.NONE, times(1, read(0), pushed).push());
        Subscription other = Subscription.wanted(
                new PushTopic("https://other.example.org/", "https://example.org/feed"), "key2", "secret2", NOON);
        Poll.Read read = (Poll.Read) read(0);
        Source moved = times(1, new Poll.Read(read.answer(), read.frequency(), 0, 0, null, other), pushed);
        assertEquals(new Push(other, false, null, 0, 0), moved.push());
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

    private static ErrorStreak streak(int failures) {
        return new ErrorStreak(failures, 0, null, null);
    }

    private static Stream<Instant> minutes(int count) {
        return IntStream.range(0, count).mapToObj(i -> NOON.plusSeconds(60L * i));
    }
}
