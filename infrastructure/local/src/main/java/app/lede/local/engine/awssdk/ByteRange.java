package app.lede.local.engine.awssdk;

import java.util.Optional;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.SdkRequests;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an object that a read asks for.
 *
 * @param header the value of Content-Range, absent for the whole object
 */
record ByteRange(long first, long length, Optional<String> header) {
    private static final int NOT_SATISFIABLE = 416;

    /** Reads a Range header of one range, such as {@code bytes=0-99} or {@code bytes=-100}; 416 where it names no byte. */
    static ByteRange of(@Nullable String range, long size) {
        SdkRequests.ByteRange asked = SdkRequests.parseRange(range);
        if (asked == null) {
            return new ByteRange(0, size, Optional.empty());
        }
        Long from = asked.first();
        Long to = asked.last();
        long first = from == null ? Math.max(0, size - Optional.ofNullable(to).orElse(0L)) : from;
        long last = from == null || to == null ? size - 1 : Math.min(to, size - 1);
        if (first >= size || last < first) {
            throw S3Exceptions.fromStatusCode(NOT_SATISFIABLE);
        }
        return new ByteRange(first, last - first + 1, Optional.of("bytes " + first + "-" + last + "/" + size));
    }
}
