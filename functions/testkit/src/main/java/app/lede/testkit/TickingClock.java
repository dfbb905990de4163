package app.lede.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that advances by a step on each reading, independent of the machine. Thread safe. */
public final class TickingClock implements InstantSource {

    private final AtomicReference<Instant> next;
    private final Duration step;

    /** Creates a clock whose first reading is {@code start}. */
    public TickingClock(Instant start, Duration step) {
        this.next = new AtomicReference<>(start);
        this.step = step;
    }

    @Override
    public Instant instant() {
        return next.getAndUpdate(now -> now.plus(step));
    }

    /** Advances the clock. */
    public void advance(Duration duration) {
        next.updateAndGet(now -> now.plus(duration));
    }
}
