package app.lede.source;

import org.jspecify.annotations.Nullable;

/**
 * What tells an unchanged feed: kept byte for byte as the server sent it, and only after the feed was read and every new
 * entry was queued.
 *
 * @param bodyHash SHA-256 of the last body; a third of all 200 answers repeat it
 */
public record Validators(
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String bodyHash) {

    public static final Validators NONE = new Validators(null, null, null);
}
