package app.lede.source;

import app.lede.websub.Subscription;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of pushes for a source. While pushes arrive, one poll a day suffices; a poll that finds entries the hub
 * missed ends the trust until the next push, and so does a lease that ends before the next day's poll.
 *
 * @param subscription subscription at the feed's hub; null if it names none
 * @param trusted whether one poll a day suffices
 * @param lastAt time of the last push
 * @param taken number of valid pushes
 * @param ignored number of rejected pushes
 */
public record Push(
        @Nullable Subscription subscription,
        boolean trusted,
        @Nullable Instant lastAt,
        long taken,
        long ignored) {

    public static final Push NONE = new Push(null, false, null, 0, 0);

    /** Minimum remaining lease: a day's poll and an hour's margin. */
    private static final Duration LEAST_LEFT = Duration.ofHours(25);

    /** Tests whether one poll a day suffices. */
    public boolean isTrusted() {
        return trusted;
    }

    /** Tests whether a request to the hub is due. */
    public boolean isDue(Instant now) {
        return subscription != null && subscription.isDue(now);
    }

    /** Records a valid push. */
    Push arrived(Instant now) {
        return new Push(subscription, lasts(now), now, taken + 1, ignored);
    }

    /** Records a rejected push. */
    Push refused() {
        return new Push(subscription, trusted, lastAt, taken, ignored + 1);
    }

    /**
     * Records a poll that read the feed.
     *
     * @param offered the subscription the feed names now; null if it names no hub
     * @param news whether the poll found entries that no push had brought
     */
    Push polled(@Nullable Subscription offered, boolean news, Instant now) {
        if (offered == null) {
            return NONE;
        }
        boolean known = subscription != null && subscription.topic().equals(offered.topic());
        return known ? confirmed(!news, now) : new Push(offered, false, null, 0, 0);
    }

    /** Records a poll without changes. */
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
