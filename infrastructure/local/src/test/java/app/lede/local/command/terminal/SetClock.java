package app.lede.local.command.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that is moved explicitly. */
public final class SetClock implements InstantSource {

    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void forward(Duration step) {
        now = now.plus(step);
    }
}
