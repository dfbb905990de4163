package app.lede.local.engine.awssdk;

import java.time.Instant;
import java.util.Map;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/**
 * Judges conditional requests as S3 does.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html">S3 conditional requests</a>
 */
final class Conditions {
    private static final int NOT_MODIFIED = 304;
    private static final int PRECONDITION_FAILED = 412;

    private Conditions() {}

    /** Refuses a write with 412, or with 404 where If-Match names an object that is not there. */
    static void ofWrite(
            String bucket,
            String key,
            @Nullable ObjectHead present,
            @Nullable String ifMatch,
            @Nullable String ifNoneMatch) {
        if (ifMatch != null && present == null) {
            throw S3Exceptions.noSuchKey(bucket, key, "If-Match");
        }
        if ((ifMatch != null && !names(ifMatch, present)) || (ifNoneMatch != null && names(ifNoneMatch, present))) {
            throw S3Exceptions.preconditionFailed(null);
        }
    }

    /** Refuses a read with 412 or 304; If-Match outranks If-Unmodified-Since, and If-None-Match If-Modified-Since. */
    static void ofRead(ObjectHead present, GetObjectRequest request) {
        if (request.ifMatch() != null
                ? !names(request.ifMatch(), present)
                : isAfter(present, request.ifUnmodifiedSince())) {
            throw S3Exceptions.fromStatusCode(PRECONDITION_FAILED);
        }
        if (request.ifNoneMatch() != null
                ? names(request.ifNoneMatch(), present)
                : request.ifModifiedSince() != null && !isAfter(present, request.ifModifiedSince())) {
            throw S3Exceptions.fromStatusCode(NOT_MODIFIED, present.quotedETag(), Map.of(), null);
        }
    }

    static void ofCopySource(ObjectHead source, CopyObjectRequest request) {
        String ifMatch = request.copySourceIfMatch();
        String ifNoneMatch = request.copySourceIfNoneMatch();
        Instant modifiedSince = request.copySourceIfModifiedSince();
        if ((ifMatch != null && !names(ifMatch, source))
                || (ifNoneMatch != null && names(ifNoneMatch, source))
                || (modifiedSince != null && !isAfter(source, modifiedSince))
                || isAfter(source, request.copySourceIfUnmodifiedSince())) {
            throw S3Exceptions.preconditionFailed(null);
        }
    }

    static void ofDelete(@Nullable ObjectHead present, DeleteObjectRequest request) {
        boolean conditional =
                request.ifMatch() != null || request.ifMatchSize() != null || request.ifMatchLastModifiedTime() != null;
        if (!conditional || present == null) {
            return;
        }
        Long size = request.ifMatchSize();
        Instant time = request.ifMatchLastModifiedTime();
        if ((request.ifMatch() != null && !names(request.ifMatch(), present))
                || (size != null && size != present.size())
                || (time != null
                        && time.getEpochSecond() != present.lastModified().getEpochSecond())) {
            throw S3Exceptions.preconditionFailed(null);
        }
    }

    private static boolean names(String condition, @Nullable ObjectHead present) {
        return present != null
                && (condition.equals("*") || condition.replace("\"", "").equals(present.eTag()));
    }

    /** Compares at a precision of seconds, as HTTP dates have no milliseconds. */
    private static boolean isAfter(ObjectHead present, @Nullable Instant since) {
        return since != null && present.lastModified().getEpochSecond() > since.getEpochSecond();
    }
}
