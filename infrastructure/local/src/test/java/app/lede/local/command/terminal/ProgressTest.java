package app.lede.local.command.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final RecordedTerminal recorded = new RecordedTerminal();
    private final SetClock clock = new SetClock();
    private final Progress progress = new Progress(recorded.terminal(), clock, "extract");

    @Test
    void short_work_shows_no_progress() {
        for (int done = 1; done <= 100; done++) {
            progress.at(done, 100);
        }
        assertEquals("", recorded.messages());
    }

    @Test
    void long_work_shows_a_bar_every_three_seconds_among_the_messages() {
        for (int second = 1; second <= 7; second++) {
            clock.forward(Duration.ofSeconds(1));
            progress.at(second * 1000L, 7000);
        }
        assertEquals("""
            extract: ████████░░░░░░░░░░░░ 3,000 of 7,000, about 4 s left (3 s)
            extract: █████████████████░░░ 6,000 of 7,000, about 1 s left (6 s)
            """, recorded.messages());
        assertEquals(List.of(), recorded.results());
    }
}
