package app.lede.pipeline;

import app.lede.fetch.FetchOutcome.Redirect;
import app.lede.source.SourceId;
import java.time.Instant;
import java.util.List;
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
 * @param behind the redirects followed so far, null for none: each host is waited for in its turn
 */
public record FetchJob(
        @Nullable String url,
        String key,
        SourceId sourceId,
        Instant queuedAt,
        int attempts,
        @Nullable Instant notBefore,
        Entry entry,
        @Nullable List<Redirect> behind) {

    /** What the feed says of the page; all of it hostile until proven otherwise. */
    public record Entry(
            @Nullable String title,
            @Nullable String published,
            @Nullable String author,
            @Nullable String content) {}

    /** A job that nobody has begun. */
    public static FetchJob of(@Nullable String url, String key, SourceId sourceId, Instant queuedAt, Entry entry) {
        return new FetchJob(url, key, sourceId, queuedAt, 0, null, entry, null);
    }

    /** The same job for later, going on after redirects. */
    FetchJob heldUntil(Instant moment, List<Redirect> redirects) {
        return new FetchJob(
                url, key, sourceId, queuedAt, attempts, moment, entry, redirects.isEmpty() ? null : redirects);
    }

    List<Redirect> redirects() {
        return behind == null ? List.of() : behind;
    }

    /** The same job after a request that must be made again. */
    FetchJob afterAttempt(Instant again) {
        return new FetchJob(url, key, sourceId, queuedAt, attempts + 1, again, entry, behind);
    }
}
