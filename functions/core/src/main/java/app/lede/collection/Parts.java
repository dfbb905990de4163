package app.lede.collection;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Streams the parts of a collection, in their order there: the same each time, since a part's place is its name. Not thread safe.
 */
public interface Parts extends Closeable {

    /** Largest part in bytes. */
    int MAX_PART = 20 * 1024 * 1024;

    /** Says why a collection without parts is empty, and what to do. */
    String NOTHING = "nothing in it is a document: folders, pictures, styles and scripts are left out; pack the texts"
            + " themselves";

    /**
     * Returns the next part, empty after the last.
     *
     * @throws IOException if the collection itself is broken from here on; {@link app.lede.document.ReadingRefused} says how
     */
    Optional<Part> next() throws IOException;

    /** Lets go of buffers; the default has none. */
    @Override
    default void close() {}
}
