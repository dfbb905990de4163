package app.lede.pipeline;

import java.util.Optional;
import java.util.function.Supplier;

/** Bounds the time of work that only computes: work given up may run on, so it must not write anything. Thread safe. */
public interface Watchdog {

    /** Runs work in the caller's thread, however long it takes. */
    Watchdog UNBOUNDED = new Watchdog() {
        @Override
        public <T> Optional<T> within(Supplier<T> work) {
            return Optional.of(work.get());
        }
    };

    /**
     * Returns the result of the work; empty if the work itself takes too long. Throws what the work throws, and
     * IllegalStateException if time ran out because the work had to wait for its turn.
     */
    <T> Optional<T> within(Supplier<T> work);
}
