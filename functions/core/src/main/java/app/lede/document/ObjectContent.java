package app.lede.document;

import java.io.InputStream;

/**
 * The bytes of one stored object, read in ranges, so that a large one is never held whole. An exception means that the storage is
 * out of reach. Thread safe.
 */
public interface ObjectContent {

    /** Returns the size in bytes. */
    long size();

    /** Returns {@code length} bytes from an offset; fewer where the object ends before. */
    byte[] range(long offset, int length);

    /** Opens the bytes from an offset to the end; the stream holds one stretch of them at a time. */
    default InputStream from(long offset) {
        return new RangedStream(this, offset);
    }

    /** Wraps bytes in memory, which must not be modified. */
    static ObjectContent of(byte[] bytes) {
        return new BytesInMemory(bytes);
    }
}
