package app.lede.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores the named objects of a search index with conditional writes, as Amazon S3 does. Objects are read and written whole,
 * at most a few hundred megabytes. Thread safe; an exception means that the storage is unavailable.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html">S3 conditional writes</a>
 */
public interface SegmentStore {

    /** Result of a conditional read. */
    sealed interface Reading {

        /**
         * The object with the version its bytes were read in.
         *
         * @param version for {@link #replace} and later reads
         */
        record Found(byte[] bytes, String version) implements Reading {}

        /** The object still has the known version. */
        record Unchanged() implements Reading {}

        record Missing() implements Reading {}
    }

    /** Result of a compare-and-swap. */
    enum Swap {
        DONE,
        /** The object has another version; nothing was written. */
        CONFLICT,
        /** The response was lost; only the object itself shows whether it was written. */
        UNKNOWN
    }

    /** An object's name and the time it was written. */
    record Listed(String name, Instant written) {}

    /**
     * Reads an object.
     *
     * @param known version the caller has already, null to read in any case
     */
    Reading read(String name, @Nullable String known);

    /** Writes an object unless one of that name exists; names follow from content, so an existing one has the same bytes. */
    void create(String name, byte[] bytes);

    /**
     * Replaces an object that still has a version.
     *
     * @param version from {@link Reading.Found}; null if the object must not exist
     */
    Swap replace(String name, @Nullable String version, byte[] bytes);

    /** Deletes an object, if it exists. */
    void delete(String name);

    /** Returns the objects whose names start with a prefix, in order of their names. */
    List<Listed> list(String prefix);
}
