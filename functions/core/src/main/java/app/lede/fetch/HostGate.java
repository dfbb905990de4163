package app.lede.fetch;

import java.time.Duration;
import java.time.Instant;

/** Limits requests per host across all concurrent invocations: one in flight, and a gap between two. Thread safe. */
public interface HostGate {

    /** Allowance for a request's duration and a queue's whole seconds, between two slots; at most the gap itself. */
    Duration SLACK = Duration.ofSeconds(1);

    /**
     * Requests the host's slot. A caller that enters must leave; a slot expires after a minute.
     *
     * @param pause the host's gap between two requests; waiting callers get time slots this far apart
     */
    Admission enter(String host, Duration pause, Instant now);

    /**
     * Releases the slot.
     *
     * @param quietUntil earliest next request: the usual gap, or the host's Retry-After
     */
    void leave(Admission.Entered place, Instant quietUntil);

    /** Result of requesting a slot. */
    sealed interface Admission {

        /** The slot is held; the token identifies the holder. */
        record Entered(String host, String token) implements Admission {}

        /** The slot is busy; a later time slot is reserved for this caller. */
        record Wait(Instant until) implements Admission {}
    }
}
