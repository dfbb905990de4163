package app.lede.fetch;

import java.time.Duration;
import java.time.Instant;

/**
 * Politeness shared by every concurrent invocation: one request in flight per host, and a pause between two. Thread safe.
 */
public interface HostGate {

    /**
     * Asks for a host's one place. Whoever enters must leave; a place is given up by itself after a minute.
     *
     * @param pause the host's usual time between two requests: how far apart the moments of those who wait are set
     */
    Admission enter(String host, Duration pause, Instant now);

    /**
     * Gives the place back.
     *
     * @param quietUntil nobody may ask before this: the usual pause, or what the host said
     */
    void leave(Admission.Entered place, Instant quietUntil);

    /** The answer to asking. */
    sealed interface Admission {

        /** The place is held; the token proves by whom. */
        record Entered(String host, String token) implements Admission {}

        /** Until a moment that was set aside for the one who asked: asking again then will most likely succeed. */
        record Wait(Instant until) implements Admission {}
    }
}
