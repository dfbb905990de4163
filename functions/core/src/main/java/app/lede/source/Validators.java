package app.lede.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What tells an unchanged feed: kept byte for byte as the server sent it, and only after the feed was read and every new
 * entry was queued.
 *
 * @param body the last body that was read
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
     * @param hash SHA-256; a third of all 200 answers repeat it
     * @param bytes decompressed
     * @param receivedAt when these very bytes last came whole
     * @param changedAt when they first came
     */
    public record Body(String hash, int bytes, Instant receivedAt, Instant changedAt) {}

    /** After an answer with a body. */
    public Validators with(
            @Nullable String newEtag, @Nullable String newModified, String hash, int bytes, Instant now) {
        Instant changed = body != null && body.hash.equals(hash) ? body.changedAt : now;
        return new Validators(newEtag, newModified, new Body(hash, bytes, now, changed));
    }

    /** Whether these are the bytes that were read last. */
    public boolean isKnown(String hash) {
        return body != null && body.hash.equals(hash);
    }

    /** The size of the body a 304 saves. */
    public int bytes() {
        return body == null ? 0 : body.bytes;
    }

    /**
     * What to ask with: some servers say 304 for ever. Of a feed that should have changed by now, and has not for a week,
     * one whole answer a day is asked for.
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
