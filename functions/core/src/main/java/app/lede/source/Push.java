package app.lede.source;

import app.lede.websub.Subscription;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a hub tells us what is new. While it does, one poll a day is enough; a poll that finds what the hub missed ends
 * the trust until the next push, and so does a lease that would end before the next day's poll.
 *
 * @param subscription at the hub that the feed names, null where it names none
 * @param trusted whether a poll a day is enough
 * @param lastAt when the last push came
 * @param taken pushes that were signed and read
 * @param ignored pushes that were not
 */
public record Push(
        @Nullable Subscription subscription,
        boolean trusted,
        @Nullable Instant lastAt,
        long taken,
        long ignored) {

    public static final Push NONE = new Push(null, false, null, 0, 0);

    /** A day's poll must come, with an hour to spare, before the hub stops. */
    private static final Duration LEAST_LEFT = Duration.ofHours(25);

    /** Whether a poll a day is enough. */
    public boolean isTrusted() {
        return trusted;
    }

    /** Whether it is time to ask the hub. */
    public boolean isDue(Instant now) {
        return subscription != null && subscription.isDue(now);
    }

    /** A push came that was signed and could be read. */
    Push arrived(Instant now) {
        return new Push(subscription, lasts(now), now, taken + 1, ignored);
    }

    /** A push came that was not. */
    Push refused() {
        return new Push(subscription, trusted, lastAt, taken, ignored + 1);
    }

    /**
     * After a poll that read the feed.
     *
     * @param offered what the feed names now, to be asked for where it is new; null where it names no hub
     * @param news whether the poll found what no push had brought
     */
    Push polled(@Nullable Subscription offered, boolean news, Instant now) {
        if (offered == null) {
            return NONE;
        }
        boolean known = subscription != null && subscription.topic().equals(offered.topic());
        return known ? confirmed(!news, now) : new Push(offered, false, null, 0, 0);
    }

    /** After a poll that found nothing changed. */
    Push unchanged(Instant now) {
        return confirmed(true, now);
    }

    Push with(Subscription changed) {
        boolean runs = changed.state() == Subscription.State.ACTIVE;
        return new Push(changed, trusted && runs, lastAt, taken, ignored);
    }

    private Push confirmed(boolean keptUp, Instant now) {
        return new Push(subscription, trusted && keptUp && lasts(now), lastAt, taken, ignored);
    }

    private boolean lasts(Instant now) {
        return subscription != null && subscription.lasts(now.plus(LEAST_LEFT));
    }
}
