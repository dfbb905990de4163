package app.lede.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves on by a step each time it is read: no two readings are equal, and none depends on the machine. Thread safe. */
public final class TickingClock implements InstantSource {

    private final AtomicReference<Instant> next;
    private final Duration step;

    /** The first reading is the start. */
    public TickingClock(Instant start, Duration step) {
        this.next = new AtomicReference<>(start);
        this.step = step;
    }

    @Override
    public Instant instant() {
        return next.getAndUpdate(now -> now.plus(step));
    }

    /** Lets time pass. */
    public void advance(Duration duration) {
        next.updateAndGet(now -> now.plus(duration));
    }
}
