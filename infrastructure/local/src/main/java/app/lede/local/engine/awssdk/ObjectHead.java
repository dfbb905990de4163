package app.lede.local.engine.awssdk;

import app.lede.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Describes an object without its bytes.
 *
 * @param size in bytes
 * @param eTag without quotes
 * @param modified in milliseconds since the epoch
 * @param metadata user metadata, names without {@code x-amz-meta-}
 */
record ObjectHead(
        String key,
        long size,
        String eTag,
        long modified,
        @Nullable String contentType,
        @Nullable String contentEncoding,
        @Nullable String contentLanguage,
        @Nullable String contentDisposition,
        @Nullable String cacheControl,
        Map<String, String> metadata) {

    /** The type S3 assigns to objects stored without one. */
    private static final String NO_TYPE = "binary/octet-stream";

    ObjectHead {
        metadata = Map.copyOf(metadata);
    }

    byte[] toJson() {
        return Json.bytes(this);
    }

    /** Parses the output of {@link #toJson}; throws IOException if it is damaged. */
    static ObjectHead ofJson(byte[] json) throws IOException {
        try {
            return Json.of(Json.read(json), ObjectHead.class);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    String quotedETag() {
        return '"' + eTag + '"';
    }

    Instant lastModified() {
        return Instant.ofEpochMilli(modified);
    }

    /** Returns this description with another key or time. */
    ObjectHead as(String otherKey, long otherSize, String otherETag, long at) {
        return new ObjectHead(
                otherKey,
                otherSize,
                otherETag,
                at,
                contentType,
                contentEncoding,
                contentLanguage,
                contentDisposition,
                cacheControl,
                metadata);
    }

    GetObjectResponse.Builder response() {
        return GetObjectResponse.builder()
                .contentLength(size)
                .eTag(quotedETag())
                .lastModified(lastModified())
                .contentType(contentType == null ? NO_TYPE : contentType)
                .contentEncoding(contentEncoding)
                .contentLanguage(contentLanguage)
                .contentDisposition(contentDisposition)
                .cacheControl(cacheControl)
                .metadata(metadata);
    }
}
