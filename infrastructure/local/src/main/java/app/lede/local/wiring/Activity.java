package app.lede.local.wiring;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts work in progress, to distinguish an idle stack from one between two steps. Thread safe. */
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

    /** Returns the number of work items begun so far; unchanged between two reads means that nothing happened. */
    long begun() {
        return begun.get();
    }
}
