package app.lede.fetch;

import java.time.Duration;

/**
 * Keeps a host's gap between a redirect and the request for its target on the same host. A call ends at the redirect, so that the
 * target is asked for in the host's next turn; it waits itself where the next request needs cookies of this one, or where nobody
 * goes on. Immutable.
 *
 * @param gap of the host; zero to follow at once
 * @param waits whether the call waits at each redirect rather than end there
 */
public record RedirectPace(Duration gap, boolean waits) {

    /** Longest wait of a call, at all of its redirects together: a longer one would leave no time for the answers. */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** Follows at once, as for a single request that a person makes. */
    public static final RedirectPace AT_ONCE = new RedirectPace(Duration.ZERO, false);

    /** Returns the pace of a call that waits. */
    RedirectPace inOneCall() {
        return new RedirectPace(gap, true);
    }

    /**
     * Tests whether a call ends at a redirect.
     *
     * @param hasCookies whether the target is sent cookies, which later calls do not have
     */
    public boolean endsAtRedirect(boolean hasCookies) {
        return !gap.isZero() && !waits && !hasCookies;
    }

    /**
     * Returns how long a call waits before it follows a redirect.
     *
     * @param earlier redirects that the call has waited at
     */
    public Duration pause(int earlier) {
        Duration left = LONGEST_WAIT.minus(gap.multipliedBy(earlier));
        return gap.compareTo(left) < 0 ? gap : left.isNegative() ? Duration.ZERO : left;
    }
}
