package app.lede.pipeline;

import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.Fetcher;
import app.lede.fetch.HostGaps;
import app.lede.fetch.HostGate;
import app.lede.fetch.RedirectPace;
import app.lede.fetch.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * Fetches with one request in flight per host over all invocations, a gap after each request and redirect, and any pause the
 * host asks for. Thread safe.
 */
public final class PoliteFetcher {

    private final Fetcher fetcher;
    private final HostGate gate;
    private final HostGaps gaps;
    private final Timer timer;
    private final InstantSource clock;

    /** Assembles a fetcher whose requests take less time than their slots. */
    public PoliteFetcher(Fetcher fetcher, HostGate gate, HostGaps gaps, InstantSource clock) {
        this(fetcher, gate, gaps, Timer.NEVER, clock);
    }

    /**
     * Assembles a fetcher.
     *
     * @param timer extends the slots of requests that take longer than was reserved
     */
    public PoliteFetcher(Fetcher fetcher, HostGate gate, HostGaps gaps, Timer timer, InstantSource clock) {
        this.fetcher = fetcher;
        this.gate = gate;
        this.gaps = gaps;
        this.timer = timer;
        this.clock = clock;
    }

    /** Returns when the target of a redirect may be asked for: on the same host in its next turn, elsewhere at once. */
    Instant next(FetchOutcome.Moved moved) {
        FetchOutcome.Redirect last = moved.redirects().getLast();
        String host = HostGaps.host(last.target());
        Instant now = clock.instant();
        return host.equals(HostGaps.host(last.from())) ? now.plus(gaps.turn(host)) : now;
    }

    /** Returns the gaps that are kept. */
    HostGaps gaps() {
        return gaps;
    }

    /** Result of a request for a time slot. */
    public sealed interface Answer {

        /** The request was made, with this outcome. */
        record Got(FetchOutcome outcome) implements Answer {}

        /** The host is busy; nothing was sent. */
        record Wait(Instant until) implements Answer {}
    }

    /** Fetches if the host is free. A redirect ends the request, since its target has a slot of its own: see {@link RedirectPace}. */
    public Answer fetch(FetchRequest request) {
        return fetch(request, Duration.ZERO);
    }

    /** Fetches from a host that asks for its own gap, which applies if longer than ours. */
    Answer fetch(FetchRequest request, Duration asked) {
        return fetch(request, asked, () -> false);
    }

    /**
     * Fetches what another caller may have fetched since it was found missing.
     *
     * @param isKnown asked within the host's slot, which is given back at once if so
     */
    Answer fetchUnless(BooleanSupplier isKnown, FetchRequest request) {
        return fetch(request, Duration.ZERO, isKnown);
    }

    private Answer fetch(FetchRequest request, Duration asked, BooleanSupplier isKnown) {
        String host = HostGaps.host(request.current());
        Duration usual = gaps.of(host);
        Duration pause = asked.compareTo(usual) > 0 ? asked : usual;
        return switch (gate.enter(host, pause, clock.instant())) {
            case HostGate.Admission.Wait(Instant until) -> new Answer.Wait(until);
            case HostGate.Admission.Entered place -> {
                if (isKnown.getAsBoolean()) {
                    Instant now = clock.instant();
                    gate.leave(place, now);
                    yield new Answer.Wait(now);
                }
                yield HeldSlot.begin(gate, place, pause, timer, clock)
                        .<Answer>map(slot -> new Answer.Got(fetch(request, place, pause, slot)))
                        .orElseGet(() -> new Answer.Wait(clock.instant().plus(HostGate.step(pause))));
            }
        };
    }

    private FetchOutcome fetch(
            FetchRequest request, HostGate.Admission.Entered place, Duration usual, HeldSlot.Running slot) {
        Instant quietUntil = null;
        try {
            FetchOutcome outcome = fetcher.fetch(
                    request.followingOnly(target -> HostGaps.host(target).equals(place.host()))
                            .paced(usual));
            quietUntil = outcome instanceof FetchOutcome.Later later && later.hold() == FetchOutcome.Hold.HOST
                    ? later.notBefore()
                    : null;
            return outcome;
        } finally {
            Instant pause = clock.instant().plus(usual);
            slot.end(quietUntil != null && quietUntil.isAfter(pause) ? quietUntil : pause);
        }
    }
}
