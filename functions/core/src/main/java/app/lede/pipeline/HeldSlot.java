package app.lede.pipeline;

import app.lede.fetch.HostGate;
import app.lede.fetch.HostGate.Admission;
import app.lede.fetch.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Keeps a host's slot for the time of one request. Extends a slot that is about to end while the request is under way, and
 * changes the end of one that would end too early, or much too late. A short request needs neither. Thread safe.
 */
final class HeldSlot {

    /** Time left of a slot when it is extended, at most half of it: more than clocks differ and a busy thread is late. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final HostGate gate;
    private final Admission.Entered place;
    private final InstantSource clock;
    private boolean extended;
    private boolean ended;

    private HeldSlot(HostGate gate, Admission.Entered place, InstantSource clock) {
        this.gate = gate;
        this.place = place;
        this.clock = clock;
    }

    /** A slot whose request is under way. */
    interface Running {

        /**
         * Ends with the request.
         *
         * @param quietUntil earliest next request to the host
         */
        void end(Instant quietUntil);
    }

    /**
     * Begins with the request. One that leaves late, as on a busy machine, extends its slot first: the gap is counted from the
     * time when it was expected to leave, and the next caller would follow too soon.
     *
     * @param pause the gap that the slot reserves
     * @return empty if another caller has the slot by now, so that the request must not be sent
     */
    static Optional<Running> begin(
            HostGate gate, Admission.Entered place, Duration pause, Timer timer, InstantSource clock) {
        HeldSlot slot = new HeldSlot(gate, place, clock);
        if (clock.instant().isAfter(place.until().minus(pause))) {
            return slot.extend() ? Optional.of(slot::end) : Optional.empty();
        }
        Duration left = Duration.between(clock.instant(), place.until());
        Duration half = left.dividedBy(2);
        Timer.Alarm alarm =
                timer.after(left.minus(half.compareTo(MARGIN) < 0 ? half : MARGIN), slot::extendUnlessEnded);
        return Optional.of(quietUntil -> {
            alarm.cancel();
            slot.end(quietUntil);
        });
    }

    private synchronized void extendUnlessEnded() {
        if (!ended) {
            boolean unused = extend(); // The request is under way, and can only go on.
        }
    }

    private boolean extend() {
        // Before the call: it may take effect and fail nevertheless.
        extended = true;
        return gate.extend(place, clock.instant());
    }

    private synchronized void end(Instant quietUntil) {
        ended = true;
        boolean early = quietUntil.isAfter(place.until());
        boolean late = quietUntil.isBefore(place.until().minus(HostGate.SLACK));
        if (extended || early || late) {
            gate.leave(place, quietUntil);
        }
    }
}
