package app.lede.document;

import java.time.Instant;
import java.util.List;
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

    /**
     * Returns the keys of entries in a folder, the first of them in order.
     *
     * @param most at most so many, from 1 to 1000
     */
    List<String> entries(String folder, int most);

    /** Deletes the announced object for good, in all versions if the announcement names none. */
    void discard(ObjectCreated announced);

    /** Loads the very object that was announced; one of more than {@link DocumentReader#MAX_BYTES} can be read in ranges. */
    Found get(ObjectCreated announced);

    /** Stores parts of a collection; one whose key stands already is left as it is. */
    void putParts(List<PartObject> parts);

    /** A part of a collection as it is stored, with the claims that it is read with later. */
    @SuppressWarnings("ArrayRecordComponent") // written once and never compared
    record PartObject(PartKey key, byte[] body, @Nullable String contentType, UploadClaims claims) {}

    /** Result of reading an announced object. */
    sealed interface Found {

        /** The object; {@code from} is present only for fetched documents, {@code claims} only for uploads by ticket and parts of collections. */
        record Bytes(
                byte[] body,
                @Nullable String contentType,
                @Nullable FetchedFrom from,
                UploadClaims claims) implements Found {

            public Bytes(byte[] body, @Nullable String contentType, @Nullable FetchedFrom from) {
                this(body, contentType, from, UploadClaims.NONE);
            }

            /** Returns the object as one of this source. */
            public Bytes ofSource(String source, @Nullable String language) {
                return new Bytes(body, contentType, from, claims.ofSource(source, language));
            }
        }

        /** The object, which was not loaded. */
        record Large(ObjectContent content, @Nullable String contentType, UploadClaims claims) implements Found {}

        /** The object was replaced or deleted. */
        record Replaced() implements Found {}
    }
}
