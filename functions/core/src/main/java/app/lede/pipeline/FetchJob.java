package app.lede.pipeline;

import app.lede.source.SourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The order to fetch the page of a feed's entry.
 *
 * @param url as the feed gives it; null where the entry has no link and is itself the document
 * @param key what the entry is known by: the canonical URL, or the feed's with the entry's own mark
 * @param sourceId whose feed named it
 * @param queuedAt when it was first sent; names the job when it fails
 * @param attempts requests made so far
 * @param notBefore no request before this; null for at once
 */
public record FetchJob(
        @Nullable String url,
        String key,
        SourceId sourceId,
        Instant queuedAt,
        int attempts,
        @Nullable Instant notBefore,
        Entry entry) {

    /** What the feed says of the page; all of it hostile until proven otherwise. */
    public record Entry(
            @Nullable String title,
            @Nullable String published,
            @Nullable String author,
            @Nullable String content) {}

    /** The same job for later. */
    FetchJob heldUntil(Instant moment) {
        return new FetchJob(url, key, sourceId, queuedAt, attempts, moment, entry);
    }

    /** The same job after a request that must be made again. */
    FetchJob afterAttempt(Instant again) {
        return new FetchJob(url, key, sourceId, queuedAt, attempts + 1, again, entry);
    }
}
