package app.lede.source;

import static app.lede.source.Polls.NOON;
import static app.lede.source.Polls.failed;
import static app.lede.source.Polls.movedTo;
import static app.lede.source.Polls.read;
import static app.lede.source.Polls.source;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.source.Health.Alert;
import app.lede.source.Silence.Reason;
import app.lede.source.Silence.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private static final Instant LAST = day(60);
    private static final Instant LATE = day(75);

    @Test
    void a_source_without_news_is_silent_once_polled_after_its_time() {
        Source daily = daily();
        assertEquals(Optional.empty(), Silence.of(daily, day(61)));
        assertEquals(Optional.empty(), Silence.of(daily, LATE), "nobody has looked");
        Silence silence = silence(daily.after(read(0), LATE, LATE));
        assertEquals(Reason.NOTHING_NEW, silence.reason());
        assertEquals(LAST, silence.since());
        assertEquals(LATE, silence.at());
    }

    @Test
    void the_reason_is_what_the_polls_met() {
        assertEquals(
                Reason.UNCHANGED,
                silence(daily().after(movedTo(null), LATE, LATE)).reason());
        assertEquals(
                Reason.MOVED,
                silence(daily().after(movedTo("https://example.net/f"), LATE, LATE))
                        .reason());
        Poll.Failed failure = new Poll.Failed(new Fault(LATE, "refused", "answered 403"), Fault.Weight.HARD, null);
        Silence failing = silence(daily().after(failure, LATE, LATE));
        assertEquals(Reason.ERRORS, failing.reason());
        assertEquals("refused: answered 403 (1 in a row)", failing.detail());
        Silence held = silence(daily().after(new Poll.Held(LATE.plusSeconds(60)), LATE, LATE));
        assertEquals(Reason.HOST_PAUSED, held.reason());
        assertEquals("no request before " + LATE.plusSeconds(60), held.detail());
    }

    @Test
    void an_answer_of_410_is_told_at_once() {
        Source gone = daily().after(new Poll.Gone(new Fault(LAST, "gone", "answered 410")), LAST, LAST);
        assertEquals(
                Reason.GONE, Silence.of(gone, LAST.plusSeconds(1)).orElseThrow().reason());
    }

    @Test
    void a_paused_source_is_not_silent_and_a_resumed_one_gets_its_time_again() {
        Source paused = daily().after(read(0), LATE, LATE).listened(LATE).paused();
        assertEquals(Optional.empty(), Silence.of(paused, day(200)));
        assertEquals(Optional.empty(), Optional.ofNullable(paused.silence()));
        Source resumed = paused.resumed(day(200));
        Source polled = resumed.after(read(0), day(201), day(201));
        assertEquals(Optional.empty(), Silence.of(polled, day(201)));
        assertTrue(
                Silence.of(resumed.after(read(0), day(230), day(230)), day(230)).isPresent());
    }

    @Test
    void letting_an_active_source_go_on_changes_nothing() {
        Source silent = daily().after(read(0), LATE, LATE).listened(LATE);
        assertEquals(silent, silent.resumed(day(80)));
    }

    @Test
    void a_silence_is_noticed_told_over_and_forgotten() {
        Source noticed = daily().after(read(0), LATE, LATE).listened(LATE);
        assertEquals(Optional.of(Alert.SILENT), noticed.alert());
        assertEquals(noticed, noticed.listened(day(76)), "it is noticed once");
        Source told = noticed.reported(Objects.requireNonNull(noticed.silence()));
        assertEquals(Stage.TOLD, Objects.requireNonNull(told.silence()).stage());
        assertEquals(told, told.listened(day(76)), "it lasts");
        Source over = told.after(read(2), day(77), day(77)).listened(day(77));
        Silence end = Objects.requireNonNull(over.silence());
        assertEquals(Stage.ENDED, end.stage());
        assertEquals(day(77), end.ended());
        assertEquals(
                over, over.reported(Objects.requireNonNull(told.silence())), "another stage is not taken for this one");
        assertEquals(Optional.empty(), Optional.ofNullable(over.reported(end).silence()));
    }

    @Test
    void a_sender_of_mails_is_silent_without_a_poll() {
        Source mails =
                Source.added(SourceId.ofUrl("mailto:letters@example.org"), "mailto:letters@example.org", null, NOON);
        for (int i = 0; i < 60; i++) {
            mails = mails.mailed(day(i));
        }
        assertEquals(Optional.empty(), Silence.of(mails, day(60)));
        assertEquals(Reason.NO_MAIL, Silence.of(mails, day(75)).orElseThrow().reason());
    }

    @Test
    void a_source_that_always_fails_has_no_rhythm_to_fall_out_of() {
        Source failing = source();
        for (int i = 0; i < 40; i++) {
            failing = failing.after(failed(Fault.Weight.HARD), day(i), day(i));
        }
        assertEquals(Optional.empty(), Silence.of(failing, day(400)));
    }

    private static Silence silence(Source source) {
        return Silence.of(source, LATE).orElseThrow();
    }

    /** Returns a source that had news each day. */
    private static Source daily() {
        Source daily = source();
        for (int i = 0; i <= 60; i++) {
            daily = daily.after(read(1), day(i), day(i));
        }
        return daily;
    }

    private static Instant day(int days) {
        return NOON.plus(Duration.ofDays(days));
    }
}
