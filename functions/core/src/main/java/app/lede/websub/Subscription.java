package app.lede.websub;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription at a hub and its state; immutable, each change returns a new value.
 *
 * @param key random path segment of the callback URL, known only to the hub
 * @param secret secret for the hub's HMAC signatures
 * @param detail reason of a refusal or denial, else null
 * @param attempts requests since the hub last confirmed
 * @param askAgainAt time of the next attempt or renewal
 * @param leaseEnds end of the lease; null until confirmed
 */
public record Subscription(
        PushTopic topic,
        String key,
        String secret,
        State state,
        @Nullable String detail,
        int attempts,
        Instant askAgainAt,
        @Nullable Instant leaseEnds) {

    /** Lease requested from hubs, and assumed if a hub names none. */
    public static final Duration LEASE = Duration.ofDays(10);

    private static final Duration LONGEST_LEASE = Duration.ofDays(365);
    private static final Duration FIRST_RETRY = Duration.ofHours(1);
    private static final Duration LONGEST_RETRY = Duration.ofDays(30);

    /** State of a subscription. */
    public enum State {
        /** Requested, not confirmed yet. */
        ASKED,
        /** Confirmed; the hub pushes. */
        ACTIVE,
        /** The hub rejected the request. */
        REFUSED,
        /** The hub denied the subscription after accepting the request or confirming it. */
        DENIED,
        /** The lease ended without renewal. */
        EXPIRED
    }

    /** Creates a subscription that has not been requested yet. */
    public static Subscription wanted(PushTopic topic, String key, String secret, Instant now) {
        return new Subscription(topic, key, secret, State.ASKED, null, 0, now, null);
    }

    /** Tests whether a request or renewal is due. */
    public boolean isDue(Instant now) {
        return !now.isBefore(askAgainAt);
    }

    /** Tests whether the lease lasts until a given time. */
    public boolean lasts(Instant until) {
        return state == State.ACTIVE && leaseEnds != null && leaseEnds.isAfter(until);
    }

    /** Returns the state at a given time, taking the lease's end into account. */
    public State state(Instant now) {
        return state == State.ACTIVE && !lasts(now) ? State.EXPIRED : state;
    }

    /** Tests whether a verification matches this subscription and is still pending. */
    public boolean isMeant(String asked) {
        return attempts > 0 && topic.topic().equals(asked);
    }

    /** Records a request about to be sent. The pause before the next grows fourfold, up to a month. */
    public Subscription asked(Instant now) {
        Duration pause = FIRST_RETRY.multipliedBy(1L << (2 * Math.min(attempts, 8)));
        Instant again = now.plus(pause.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : pause);
        State waiting = state(now) == State.ACTIVE ? State.ACTIVE : State.ASKED;
        return with(waiting, null, attempts + 1, again, leaseEnds);
    }

    /** Records that no request was sent because the hub's host was busy. */
    public Subscription postponed(Instant until) {
        return with(state, detail, Math.max(0, attempts - 1), until, leaseEnds);
    }

    /** Records a rejected request; an active subscription stays active. */
    public Subscription refused(String reason) {
        return with(state == State.ACTIVE ? State.ACTIVE : State.REFUSED, reason, attempts, askAgainAt, leaseEnds);
    }

    /** Records a confirmation; renewal is due after half the lease. */
    public Subscription confirmed(Instant now, Duration granted) {
        Duration lease = granted.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : granted;
        return with(State.ACTIVE, null, 0, now.plus(lease.dividedBy(2)), now.plus(lease));
    }

    /** Records a denial by the hub. */
    public Subscription denied(Instant now, String reason) {
        return with(State.DENIED, reason, attempts, now.plus(LONGEST_RETRY), null);
    }

    private Subscription with(
            State changed, @Nullable String reason, int asked, Instant again, @Nullable Instant ends) {
        return new Subscription(topic, key, secret, changed, reason, asked, again, ends);
    }
}
