package app.lede.fetch;

import java.time.Duration;
import java.time.Instant;

/**
 * Limits requests per host across all concurrent invocations: one in flight, and a gap between two. Entering reserves the time of
 * a short request and its gap in one write; only a longer request, or a host that asks for time, needs another. Thread safe.
 */
public interface HostGate {

    /** Allowance for a request's duration and a queue's whole seconds, between two slots; at most the gap itself. */
    Duration SLACK = Duration.ofSeconds(1);

    /** Longest time of a request that needs no second write; the rest of {@link #SLACK} is for the queue. */
    Duration SHORT = Duration.ofMillis(500);

    /** Time until the slot of a caller that died is free again, where it was not reserved for less. */
    Duration LEASE = Duration.ofMinutes(1);

    /**
     * Returns the time that entering reserves: that of a {@link #SHORT} request and its gap. A gap under a second leaves no time to
     * extend a slot that runs out, which is held for the {@link #LEASE} from the beginning.
     */
    static Duration reservation(Duration pause) {
        return pause.compareTo(SLACK) < 0 ? LEASE : pause.plus(SHORT);
    }

    /** Returns the time between two slots of callers that wait: a gap and {@link #SLACK}. */
    static Duration step(Duration pause) {
        return pause.plus(pause.compareTo(SLACK) < 0 ? pause : SLACK);
    }

    /**
     * Returns the first slot behind the current request: a step after its begin, or a step from now where its end is far.
     *
     * @param lease end of the current request's slot
     */
    static Instant behind(Instant lease, Duration pause, Instant now) {
        Instant known = lease.minus(reservation(pause)).plus(step(pause));
        Instant most = now.plus(step(pause));
        return known.isAfter(now) && known.isBefore(most) ? known : most;
    }

    /**
     * Requests the host's slot, which ends by itself after the {@link #reservation}.
     *
     * @param pause the host's gap between two requests; waiting callers get time slots a {@link #step} apart
     */
    Admission enter(String host, Duration pause, Instant now);

    /**
     * Holds the slot of a request that is still under way, or leaves late, for the {@link #LEASE} from now.
     *
     * @return whether the slot was still this caller's; one who has lost it sends nothing
     */
    boolean extend(Admission.Entered place, Instant now);

    /**
     * Ends the slot before or after its time, unless another caller has it. Not needed where the slot ends when it should.
     *
     * @param quietUntil earliest next request: the usual gap, or the host's Retry-After
     */
    void leave(Admission.Entered place, Instant quietUntil);

    /** Result of requesting a slot. */
    sealed interface Admission {

        /**
         * The slot is held.
         *
         * @param token identifies the holder
         * @param until when it ends by itself
         */
        record Entered(String host, String token, Instant until) implements Admission {}

        /** The slot is busy; a later time slot is reserved for this caller. */
        record Wait(Instant until) implements Admission {}
    }
}
