package app.lede.websub;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription at a feed's hub, from the first wish to its end; every change is a new value.
 *
 * @param key the unguessable part of the callback's address, known to the hub alone
 * @param secret what the hub signs its pushes with
 * @param detail why the hub refused or denied, null where it did not
 * @param attempts requests since the hub last confirmed
 * @param askAgainAt no request before this: the next attempt, or the renewal of the lease
 * @param leaseEnds until when the hub pushes, null where it never confirmed
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

    /** What is asked of hubs, and taken for granted by those that don't name a lease. */
    public static final Duration LEASE = Duration.ofDays(10);

    private static final Duration LONGEST_LEASE = Duration.ofDays(365);
    private static final Duration FIRST_RETRY = Duration.ofHours(1);
    private static final Duration LONGEST_RETRY = Duration.ofDays(30);

    /** How far a subscription has come. */
    public enum State {
        /** The hub has yet to confirm. */
        ASKED,
        /** The hub pushes. */
        ACTIVE,
        /** The hub did not take the request. */
        REFUSED,
        /** The hub took the request, or had confirmed it, and then said no. */
        DENIED,
        /** The lease ran out before it was renewed. */
        EXPIRED
    }

    /** One that is wanted and not asked for yet. */
    public static Subscription wanted(PushTopic topic, String key, String secret, Instant now) {
        return new Subscription(topic, key, secret, State.ASKED, null, 0, now, null);
    }

    /** Whether it is time to ask the hub, for the first time, again, or to renew. */
    public boolean isDue(Instant now) {
        return !now.isBefore(askAgainAt);
    }

    /** Whether the hub said that it pushes until then at least. */
    public boolean lasts(Instant until) {
        return state == State.ACTIVE && leaseEnds != null && leaseEnds.isAfter(until);
    }

    /** What it is at a moment: a lease ends by itself. */
    public State state(Instant now) {
        return state == State.ACTIVE && !lasts(now) ? State.EXPIRED : state;
    }

    /** Whether this is what we asked the hub for, and it has yet to say that it pushes. */
    public boolean isMeant(String asked) {
        return attempts > 0 && topic.topic().equals(asked);
    }

    /** Right before a request: a pause that grows fourfold, so that a hub that never confirms is asked once a month. */
    public Subscription asked(Instant now) {
        Duration pause = FIRST_RETRY.multipliedBy(1L << (2 * Math.min(attempts, 8)));
        Instant again = now.plus(pause.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : pause);
        State waiting = state(now) == State.ACTIVE ? State.ACTIVE : State.ASKED;
        return with(waiting, null, attempts + 1, again, leaseEnds);
    }

    /** Nothing was sent after all: it was not our turn at the hub. */
    public Subscription postponed(Instant until) {
        return with(state, detail, Math.max(0, attempts - 1), until, leaseEnds);
    }

    /** The hub would not take the request; a subscription that runs still does. */
    public Subscription refused(String reason) {
        return with(state == State.ACTIVE ? State.ACTIVE : State.REFUSED, reason, attempts, askAgainAt, leaseEnds);
    }

    /** The hub asked whether this is meant, and it is; renewed when half of the lease is over. */
    public Subscription confirmed(Instant now, Duration granted) {
        Duration lease = granted.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : granted;
        return with(State.ACTIVE, null, 0, now.plus(lease.dividedBy(2)), now.plus(lease));
    }

    /** The hub will not push, or no longer. */
    public Subscription denied(Instant now, String reason) {
        return with(State.DENIED, reason, attempts, now.plus(LONGEST_RETRY), null);
    }

    private Subscription with(
            State changed, @Nullable String reason, int asked, Instant again, @Nullable Instant ends) {
        return new Subscription(topic, key, secret, changed, reason, asked, again, ends);
    }
}
