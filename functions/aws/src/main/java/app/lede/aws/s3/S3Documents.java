package app.lede.aws.s3;

import app.lede.aws.SideBySide;
import app.lede.document.DocumentReader;
import app.lede.document.DocumentStore;
import app.lede.document.Erasure;
import app.lede.document.FetchedFrom;
import app.lede.document.ObjectCreated;
import app.lede.document.PartKey;
import app.lede.document.UploadClaims;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Reads and writes the documents bucket. Thread safe. */
public final class S3Documents implements DocumentStore, Erasure {

    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;

    /** Status returned for a version that is a delete marker. */
    private static final int DELETED = 405;

    private final S3Client s3;
    private final String bucket;
    private final ObjectVersions versions;

    public S3Documents(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
        this.versions = new ObjectVersions(s3, bucket);
    }

    @Override
    public void put(String key, byte[] body, String contentType, FetchedFrom from) {
        s3.putObject(
                PutObjectRequest.builder()
                        .bucket(bucket)
                        .key(key)
                        .contentType(ContentTypes.headerSafe(contentType))
                        .metadata(FetchMetadata.of(from))
                        .build(),
                RequestBody.fromBytes(body));
    }

    /** Fetches and writes again rather than copies, as one object in thousands is ever gone. */
    @Override
    public boolean gone(String key, Instant at) {
        Optional<ResponseBytes<GetObjectResponse>> object = object(key);
        Optional<FetchedFrom> from =
                object.flatMap(found -> FetchMetadata.read(found.response().metadata()));
        from.ifPresent(known -> put(
                key,
                object.orElseThrow().asByteArrayUnsafe(),
                object.orElseThrow().response().contentType(),
                known.goneAt(at)));
        return from.isPresent();
    }

    @Override
    public void putEntries(Map<String, byte[]> entries) {
        SideBySide.forEach(
                entries.entrySet(),
                entry -> s3.putObject(
                        PutObjectRequest.builder()
                                .bucket(bucket)
                                .key(entry.getKey())
                                .contentType("text/html; charset=utf-8")
                                .build(),
                        RequestBody.fromBytes(entry.getValue())));
    }

    @Override
    public void putParts(List<PartObject> parts) {
        SideBySide.forEach(parts, this::putPart);
    }

    private void putPart(PartObject part) {
        try {
            s3.putObject(
                    PutObjectRequest.builder()
                            .bucket(bucket)
                            .key(part.key().key())
                            .contentType(
                                    part.contentType() == null ? null : ContentTypes.headerSafe(part.contentType()))
                            .metadata(UploadMetadata.of(part.claims()))
                            .ifNoneMatch("*")
                            .build(),
                    RequestBody.fromBytes(part.body()));
        } catch (S3Exception e) {
            if (e.statusCode() != PRECONDITION_FAILED) {
                throw e;
            }
            // An earlier attempt has stored it, and that was announced.
        }
    }

    @Override
    public Optional<byte[]> entry(String key) {
        return object(key).map(ResponseBytes::asByteArrayUnsafe);
    }

    @Override
    public List<String> entries(String folder, int most) {
        return s3.listObjectsV2(list -> list.bucket(bucket).prefix(folder).maxKeys(most)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private Optional<ResponseBytes<GetObjectResponse>> object(String key) {
        try {
            return Optional.of(s3.getObjectAsBytes(
                    GetObjectRequest.builder().bucket(bucket).key(key).build()));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    @Override
    public void discard(ObjectCreated announced) {
        String version = announced.versionId();
        if (version == null) {
            // Only a store without versions announces none.
            s3.deleteObject(request -> request.bucket(bucket).key(announced.key()));
        } else {
            versions.delete(announced.key(), version);
        }
    }

    @Override
    public void delete(String key, @Nullable String versionId) {
        if (versionId == null) {
            versions.deleteAll(key, key::equals);
        } else {
            versions.delete(key, versionId);
        }
    }

    @Override
    public void deleteAll(String folder) {
        versions.deleteAll(folder, key -> true);
    }

    @Override
    public Found get(ObjectCreated announced) {
        try {
            return s3.getObject(
                    version(bucket, announced).build(), (response, body) -> loaded(announced, response, body));
        } catch (S3Exception e) {
            if (isReplaced(e)) {
                return new Found.Replaced();
            }
            throw e;
        }
    }

    /** Asks for the very object that was announced. */
    static GetObjectRequest.Builder version(String bucket, ObjectCreated announced) {
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().bucket(bucket).key(announced.key());
        return announced.versionId() == null
                ? request.ifMatch('"' + announced.etag() + '"')
                : request.versionId(announced.versionId());
    }

    /** Reads an object with its size, which the announcement may lack. */
    private Found loaded(ObjectCreated announced, GetObjectResponse response, AbortableInputStream body)
            throws IOException {
        if (response.contentLength() > DocumentReader.MAX_BYTES) {
            body.abort();
            return new Found.Large(
                    new S3Content(s3, bucket, announced, response.contentLength()),
                    contentType(response),
                    claims(announced, response));
        }
        return new Found.Bytes(
                body.readAllBytes(), contentType(response), from(announced, response), claims(announced, response));
    }

    private static boolean isReplaced(S3Exception e) {
        return switch (e.statusCode()) {
            case NOT_FOUND -> !"NoSuchBucket".equals(e.awsErrorDetails().errorCode());
            case DELETED, PRECONDITION_FAILED -> true;
            default -> false;
        };
    }

    /** Returns the declared content type, ignoring the defaults of clients that do not know it. */
    private static @Nullable String contentType(GetObjectResponse object) {
        String type = object.contentType();
        return type == null || type.endsWith("/octet-stream") ? null : type;
    }

    private static UploadClaims claims(ObjectCreated announced, GetObjectResponse object) {
        return announced.key().startsWith(ObjectCreated.UPLOADS)
                        || announced.key().startsWith(PartKey.PREFIX)
                ? UploadMetadata.read(object.metadata())
                : UploadClaims.NONE;
    }

    private static @Nullable FetchedFrom from(ObjectCreated announced, GetObjectResponse object) {
        return announced.isFetched() ? FetchMetadata.read(object.metadata()).orElse(null) : null;
    }
}
