package app.lede.document;

import app.lede.hash.Digest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notification of an object created in a bucket.
 *
 * @param key decoded
 * @param size in bytes, {@link #UNKNOWN_SIZE} where the announcement doesn't tell
 * @param etag of the object that was announced; what stands there by now may be another
 * @param versionId null where the bucket is not versioned
 * @param sequencer orders the announcements of one key; of an announcement {@link #again} the id of the document
 * @param at when the object was written
 */
public record ObjectCreated(
        String key, long size, String etag, @Nullable String versionId, String sequencer, Instant at) {

    public static final long UNKNOWN_SIZE = -1;

    /** The prefix of uploads by ticket; the id of the document follows, which was made with the ticket. */
    public static final String UPLOADS = "uploads/";

    /** The prefix of pages, and of feeds' words in place of a page, that fetch-article stores. */
    public static final String FETCHED = "web/";

    /** Sequencers of announcements that are made again, of a document whose id follows; those of S3 are hexadecimal. */
    private static final String AGAIN = "document:";

    private static final String ATTEMPT = "attempt:";

    /** Announces the object again as a document that it was announced as before. */
    public ObjectCreated again(DocumentId id) {
        return new ObjectCreated(key, size, etag, versionId, AGAIN + id, id.at());
    }

    /** Announces the object once more for another attempt at what could not be done before. */
    public ObjectCreated attempted(int attempt) {
        return new ObjectCreated(key, size, etag, versionId, ATTEMPT + attempt, at);
    }

    /** Returns the number of the attempt that is announced; 0 of the first announcement. */
    public int attempt() {
        String number = sequencer.startsWith(ATTEMPT) ? sequencer.substring(ATTEMPT.length()) : "";
        return number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : 0;
    }

    /** Returns the id of this arrival; redelivered announcements have the same id. */
    public DocumentId documentId() {
        if (sequencer.startsWith(AGAIN) && DocumentId.isValid(sequencer.substring(AGAIN.length()))) {
            return new DocumentId(sequencer.substring(AGAIN.length()));
        }
        if (isTicketed()) {
            return new DocumentId(key.substring(UPLOADS.length(), key.indexOf('/', UPLOADS.length())));
        }
        Optional<PartKey> part = PartKey.of(key);
        if (part.isPresent()) {
            return part.get().documentId();
        }
        String version = versionId == null ? etag : versionId;
        return DocumentId.of(at, Digest.base32(key + '\n' + version + '\n' + sequencer));
    }

    /** Tests for an upload by ticket, whose document has an id and a record before the object exists. */
    public boolean isTicketed() {
        int end = key.indexOf('/', UPLOADS.length());
        return key.startsWith(UPLOADS) && end > 0 && DocumentId.isValid(key.substring(UPLOADS.length(), end));
    }

    /** Tests for a part of a collection, which is a document of its own. */
    public boolean isPart() {
        return PartKey.of(key).isPresent();
    }

    /** Tests for a folder marker, as written by consoles. */
    public boolean isFolder() {
        return key.endsWith("/");
    }

    /** Tests for an object that one function stores for another: the content of a feed's entry. No document of its own. */
    public boolean isInternal() {
        return key.startsWith("entries/");
    }

    /** Tests for an object written by fetch-article; only its metadata is trusted. */
    public boolean isFetched() {
        return key.startsWith(FETCHED);
    }
}
