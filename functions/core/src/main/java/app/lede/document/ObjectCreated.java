package app.lede.document;

import app.lede.hash.Digest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The announcement that an object stands in a bucket.
 *
 * @param key decoded
 * @param size in bytes, {@link #UNKNOWN_SIZE} where the announcement doesn't tell
 * @param etag of the object that was announced; what stands there by now may be another
 * @param versionId null where the bucket is not versioned
 * @param sequencer orders the announcements of one key
 * @param at when the object was written
 */
public record ObjectCreated(
        String key, long size, String etag, @Nullable String versionId, String sequencer, Instant at) {

    public static final long UNKNOWN_SIZE = -1;

    /** Names this arrival; the same announcement delivered twice gives the same id. */
    public DocumentId documentId() {
        String version = versionId == null ? etag : versionId;
        return DocumentId.of(at, Digest.base32(key + '\n' + version + '\n' + sequencer));
    }

    /** A folder marker, as consoles write them. */
    public boolean isFolder() {
        return key.endsWith("/");
    }

    /** Whether a function keeps it for another: words of feed entries, parts of archives. No document of its own. */
    public boolean isInternal() {
        return key.startsWith("entries/") || key.startsWith("unpacked/");
    }

    /** What fetch-article wrote; only there is the object's own metadata to be trusted. */
    public boolean isFetched() {
        return key.startsWith("web/");
    }
}
