package app.lede.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Validators for conditional polling, as sent by the server; stored only after the feed was read and every new entry
 * was queued.
 *
 * @param body the last body read
 */
public record Validators(
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable Body body) {

    public static final Validators NONE = new Validators(null, null, null);

    private static final Duration LONG_UNCHANGED = Duration.ofDays(7);
    private static final Duration ONE_A_DAY = Duration.ofDays(1);

    /**
     * A body that was read.
     *
     * @param hash SHA-256; a third of all 200 responses repeat the body
     * @param bytes decompressed
     * @param receivedAt last time this body was received
     * @param changedAt first time it was received
     */
    public record Body(String hash, int bytes, Instant receivedAt, Instant changedAt) {}

    /** Returns the validators after a response with a body. */
    public Validators with(
            @Nullable String newEtag, @Nullable String newModified, String hash, int bytes, Instant now) {
        Instant changed = body != null && body.hash.equals(hash) ? body.changedAt : now;
        return new Validators(newEtag, newModified, new Body(hash, bytes, now, changed));
    }

    /** Tests whether a body equals the last one read. */
    public boolean isKnown(String hash) {
        return body != null && body.hash.equals(hash);
    }

    /** Returns the size of the body saved by a 304. */
    public int bytes() {
        return body == null ? 0 : body.bytes;
    }

    /**
     * Returns the validators to send. Some servers answer 304 for ever. Of a feed that should have changed by now, and
     * has not for a week, one whole answer a day is asked for.
     *
     * @param overdue whether the feed's own frequency says that something is missing
     */
    public Validators toSend(boolean overdue, Instant now) {
        boolean doubtful = overdue
                && body != null
                && !body.changedAt.plus(LONG_UNCHANGED).isAfter(now)
                && !body.receivedAt.plus(ONE_A_DAY).isAfter(now);
        return doubtful ? NONE : this;
    }
}
