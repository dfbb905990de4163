package app.lede.document;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores the raw objects. Thread safe; an exception means that the storage is out of reach. */
public interface DocumentStore {

    /** Stores a fetched document; writing the same again changes nothing. */
    void put(String key, byte[] body, String contentType, FetchedFrom from);

    /** Writes a fetched document again as gone since a time; false if there is none. */
    boolean gone(String key, Instant at);

    /** Stores the content of feed entries, HTML in UTF-8 by its key; writing the same again changes nothing. */
    void putEntries(Map<String, byte[]> entries);

    /** Returns the content of a feed's entry. */
    Optional<byte[]> entry(String key);

    /** Deletes the announced object for good, in all versions if the announcement names none. */
    void discard(ObjectCreated announced);

    /** Loads the very object that was announced, if it has at most {@link DocumentReader#MAX_BYTES}. */
    Found get(ObjectCreated announced);

    /** Result of reading an announced object. */
    sealed interface Found {

        /** The object; {@code from} is present only for fetched documents, {@code claims} only for uploads by ticket. */
        record Bytes(
                byte[] body,
                @Nullable String contentType,
                @Nullable FetchedFrom from,
                UploadClaims claims) implements Found {

            public Bytes(byte[] body, @Nullable String contentType, @Nullable FetchedFrom from) {
                this(body, contentType, from, UploadClaims.NONE);
            }
        }

        /** The object, which was not loaded. */
        record TooLarge(long size) implements Found {}

        /** The object was replaced or deleted. */
        record Replaced() implements Found {}
    }
}
