package app.lede.aws.s3;

import app.lede.search.SegmentStore;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Keeps the objects of a search index in a bucket; a version is an ETag. Thread safe. */
public final class S3Segments implements SegmentStore {

    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;

    /** Another conditional write of the same key was under way. */
    private static final int CONFLICT = 409;

    private static final int PRECONDITION_FAILED = 412;
    private static final int SERVER_ERROR = 500;

    private final Supplier<S3Client> s3;
    private final String bucket;

    public S3Segments(S3Client s3, String bucket) {
        this(() -> s3, bucket);
    }

    /**
     * Keeps objects with a client that need not exist yet.
     *
     * @param s3 asked at each call, for the same client
     */
    public S3Segments(Supplier<S3Client> s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public Reading read(String name, @Nullable String known) {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(bucket)
                .key(name)
                .ifNoneMatch(known)
                .build();
        try {
            return s3.get().getObject(request, S3Segments::found);
        } catch (NoSuchKeyException e) {
            return new Reading.Missing();
        } catch (S3Exception e) {
            if (e.statusCode() != NOT_MODIFIED) {
                throw e;
            }
            return new Reading.Unchanged();
        }
    }

    /** Reads an object into an array of its length: one that grows is copied several times, and segments have megabytes. */
    private static Reading.Found found(GetObjectResponse object, AbortableInputStream content) {
        @Nullable Long length = object.contentLength();
        try {
            if (length == null) {
                return new Reading.Found(content.readAllBytes(), object.eTag());
            }
            byte[] bytes = new byte[Math.toIntExact(length)];
            // Read to the end, where the client compares the checksum.
            if (content.readNBytes(bytes, 0, bytes.length) < bytes.length || content.read() >= 0) {
                throw new EOFException("not the length that was announced: " + bytes.length);
            }
            return new Reading.Found(bytes, object.eTag());
        } catch (IOException e) {
            throw RetryableException.create("an object was not read to its end", e);
        }
    }

    @Override
    public void create(String name, byte[] bytes) {
        try {
            s3.get().putObject(put(name).ifNoneMatch("*").build(), RequestBody.fromBytes(bytes));
        } catch (S3Exception e) {
            // 412: it exists; the name follows from the bytes, so there is nothing to write.
            if (e.statusCode() != PRECONDITION_FAILED) {
                throw e;
            }
        } catch (SdkClientException e) {
            // A 412 sent before the body was read may look like a broken connection.
            if (read(name, null) instanceof Reading.Missing) {
                throw e;
            }
        }
    }

    @Override
    public Swap replace(String name, @Nullable String version, byte[] bytes) {
        PutObjectRequest request = put(name)
                .ifMatch(version)
                .ifNoneMatch(version == null ? "*" : null)
                .build();
        try {
            s3.get().putObject(request, RequestBody.fromBytes(bytes));
            return Swap.DONE;
        } catch (NoSuchBucketException e) {
            throw e;
        } catch (S3Exception e) {
            Swap swap = failed(e).orElseThrow(() -> e);
            // The client repeats a write whose answer was lost; if that one was done, the repetition is refused.
            return swap == Swap.CONFLICT && stands(name, bytes) ? Swap.DONE : swap;
        } catch (SdkClientException e) {
            // The write may have happened; a 412 sent before the body was read also looks like a broken connection.
            return Swap.UNKNOWN;
        }
    }

    private boolean stands(String name, byte[] bytes) {
        return read(name, null) instanceof Reading.Found found && Arrays.equals(found.bytes(), bytes);
    }

    /** Reads an error; 404 answers an If-Match for a deleted object, and an error of the server may follow a write. */
    private static Optional<Swap> failed(S3Exception e) {
        return switch (e.statusCode()) {
            case NOT_FOUND, CONFLICT, PRECONDITION_FAILED -> Optional.of(Swap.CONFLICT);
            default -> e.statusCode() >= SERVER_ERROR ? Optional.of(Swap.UNKNOWN) : Optional.empty();
        };
    }

    private PutObjectRequest.Builder put(String name) {
        return PutObjectRequest.builder().bucket(bucket).key(name);
    }

    @Override
    public void delete(String name) {
        s3.get().deleteObject(request -> request.bucket(bucket).key(name));
    }

    @Override
    public List<Listed> list(String prefix) {
        return s3.get().listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                .map(object -> new Listed(object.key(), object.lastModified()))
                .toList();
    }
}
