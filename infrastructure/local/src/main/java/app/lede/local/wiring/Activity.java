package app.lede.local.wiring;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is being worked on, so that "nothing is left to do" can be told from "between two steps". Thread-safe. */
final class Activity {
    private final AtomicLong begun = new AtomicLong();
    private final AtomicInteger inProgress = new AtomicInteger();

    void begin() {
        inProgress.incrementAndGet();
        begun.incrementAndGet();
    }

    void end() {
        inProgress.decrementAndGet();
    }

    boolean none() {
        return inProgress.get() == 0;
    }

    /** Pieces of work begun so far: unchanged between two looks means that nothing happened between them. */
    long begun() {
        return begun.get();
    }
}
