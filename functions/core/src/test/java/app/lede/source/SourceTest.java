package app.lede.source;

import static app.lede.source.Polls.NOON;
import static app.lede.source.Polls.after;
import static app.lede.source.Polls.failed;
import static app.lede.source.Polls.movedTo;
import static app.lede.source.Polls.read;
import static app.lede.source.Polls.source;
import static app.lede.source.Polls.times;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.source.Health.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceTest {

    private static final String NEW_HOME = "https://news.example.net/feed";

    @Test
    void five_identical_permanent_redirects_over_72_hours_change_the_address_and_not_the_id() {
        Source moving = source();
        for (int day = 0; day < 4; day++) {
            moving = after(Duration.ofDays(day), movedTo(NEW_HOME), moving);
            assertEquals(source().url(), moving.pollUrl());
        }
        Source moved = after(Duration.ofDays(4), movedTo(NEW_HOME), moving);
        assertEquals(NEW_HOME, moved.pollUrl());
        assertEquals(source().id(), moved.id());
        assertEquals(source().url(), moved.url());
        assertEquals("\"v1\"", moved.validators().etag());
    }

    @Test
    void many_permanent_redirects_in_less_than_72_hours_change_nothing() {
        Source moving = times(70, movedTo(NEW_HOME), source());
        assertEquals(source().url(), moving.pollUrl());
        assertEquals(
                NEW_HOME, after(Duration.ofHours(73), movedTo(NEW_HOME), moving).pollUrl());
    }

    @Test
    void another_target_or_an_answer_from_the_old_address_starts_the_proof_again() {
        Source moving = times(70, movedTo(NEW_HOME), source());
        Source elsewhere = after(Duration.ofHours(80), movedTo("https://hotel.example.com/"), moving);
        assertEquals(1, Objects.requireNonNull(elsewhere.relocation()).answers());
        assertEquals(null, after(Duration.ofHours(80), movedTo(null), moving).relocation());
    }

    @Test
    void a_failed_poll_says_nothing_about_a_move() {
        Source moving = times(4, movedTo(NEW_HOME), source());
        assertEquals(
                moving.relocation(), times(2, failed(Fault.Weight.SOFT), moving).relocation());
    }

    @Test
    void gone_stops_the_polls_and_keeps_the_source() {
        Source gone = times(1, new Poll.Gone(new Fault(NOON, "gone", "answered 410")), source());
        assertEquals(Source.State.GONE, gone.state());
        assertEquals(Optional.empty(), gone.nextPoll(NOON));
        assertEquals(Optional.of(Alert.GONE), gone.alert());
    }

    @Test
    void an_error_streak_keeps_its_first_and_its_last_fault_until_a_poll_succeeds() {
        Source failing = source().after(
                        new Poll.Failed(new Fault(NOON, "dns", "no address"), Fault.Weight.DNS, null), NOON, NOON)
                .after(new Poll.Failed(new Fault(NOON, "refused", "no"), Fault.Weight.HARD, null), NOON, NOON);
        ErrorStreak errors = failing.health().errors();
        assertEquals(2, errors.length());
        assertEquals(1.25, errors.points());
        assertEquals("dns", Objects.requireNonNull(errors.first()).outcome());
        assertEquals("refused", Objects.requireNonNull(errors.last()).outcome());
        assertEquals(ErrorStreak.NONE, times(1, read(0), failing).health().errors());
    }

    @Test
    void a_quote_of_a_server_in_a_fault_is_bounded() {
        assertEquals(300, new Fault(NOON, "tls", "x".repeat(10_000)).detail().length());
    }

    @Test
    void a_dead_source_is_an_alert() {
        assertEquals(
                Optional.empty(), times(29, failed(Fault.Weight.HARD), source()).alert());
        assertEquals(
                Optional.of(Alert.DEAD),
                times(30, failed(Fault.Weight.HARD), source()).alert());
    }

    @Test
    void a_move_is_an_alert_until_it_is_proven() {
        Source moving = times(4, movedTo(NEW_HOME), source());
        assertEquals(Optional.of(Alert.MOVED), moving.alert());
        assertEquals(
                Optional.empty(),
                after(Duration.ofDays(4), movedTo(NEW_HOME), moving).alert());
    }

    @Test
    void a_paused_source_is_nobodys_alarm() {
        Source paused = times(30, failed(Fault.Weight.HARD), source()).withState(Source.State.PAUSED);
        assertEquals(Optional.empty(), paused.alert());
    }

    @Test
    void a_hold_puts_off_the_next_poll_and_ends_with_the_next_answer() {
        Instant later = NOON.plus(Duration.ofHours(7));
        Source held = times(1, new Poll.Held(later), source());
        assertTrue(held.schedule().isHeld(NOON));
        assertTrue(held.nextPoll(NOON).orElseThrow().isAfter(later));
        assertEquals(null, times(1, read(0), held).schedule().notBefore());
    }

    @Test
    void an_older_poll_that_ends_late_takes_no_planned_minute_back() {
        Source polled = source().after(read(0), NOON, NOON).after(read(0), NOON.minusSeconds(60), NOON);
        assertEquals(NOON, polled.schedule().polledFor());
    }

    @Test
    void the_title_names_a_source_that_has_no_name() {
        Source unnamed = source().withName(null);
        assertEquals("News", times(1, read(0), unnamed).name());
        assertNotNull(source().name());
    }
}
