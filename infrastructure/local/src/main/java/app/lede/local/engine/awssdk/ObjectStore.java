package app.lede.local.engine.awssdk;

import app.lede.local.engine.awssdk.Shelf.Received;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.SdkResponses;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Buckets and objects on a {@link Shelf}. Keys are any text up to 1,024 bytes and are not paths. Conditional writes hold under
 * any number of writers in this process, which is the only one. Without versions and access lists. Thread safe.
 */
public final class ObjectStore implements BlobStore {
    private static final long SMALLEST_PART = 5L << 20;

    private final Shelf shelf;
    private final InstantSource clock = InstantSource.system();
    private final Map<String, ObjectBucket> buckets = new ConcurrentHashMap<>();
    private final Uploads uploads = new Uploads();

    private ObjectStore(Shelf shelf) throws IOException {
        this.shelf = shelf;
        for (String bucket : shelf.buckets()) {
            buckets.put(bucket, new ObjectBucket(bucket, shelf.objects(bucket)));
        }
    }

    /** Creates a store in memory. */
    public static ObjectStore inMemory() throws IOException {
        return new ObjectStore(new MemoryShelf());
    }

    /**
     * Opens a store in a folder, which must not be shared with another process.
     *
     * @throws DamagedFolder when what it holds can't be read
     */
    public static ObjectStore in(Path folder) throws IOException {
        return new ObjectStore(new FolderShelf(folder));
    }

    private ObjectBucket bucket(String name) {
        return Optional.ofNullable(buckets.get(name))
                .orElseThrow(() -> S3Exceptions.noSuchBucket(name, "no such bucket"));
    }

    @Override
    public ListBucketsResponse list() {
        return ListBucketsResponse.builder()
                .buckets(buckets.keySet().stream()
                        .sorted()
                        .map(name -> SdkResponses.bucket(name, Instant.EPOCH))
                        .toList())
                .build();
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        return bucket(request.bucket()).list(request);
    }

    @Override
    public HeadBucketResponse headBucket(HeadBucketRequest request) {
        bucket(request.bucket());
        return HeadBucketResponse.builder().build();
    }

    @Override
    public CreateBucketResponse createContainer(CreateBucketRequest request) {
        String name = request.bucket();
        try {
            shelf.createBucket(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (buckets.putIfAbsent(name, new ObjectBucket(name, List.of())) != null) {
            throw S3Exceptions.bucketAlreadyOwnedByYou(name);
        }
        return CreateBucketResponse.builder().build();
    }

    @Override
    public void deleteBucket(String name) {
        if (!bucket(name).isEmpty()) {
            throw S3Exceptions.bucketNotEmpty(name);
        }
        buckets.remove(name);
        try {
            shelf.deleteBucket(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        S3Limits.check(request.key(), request.contentType(), request.metadata());
        ObjectHead described = new ObjectHead(
                request.key(),
                0,
                "",
                0,
                request.contentType(),
                request.contentEncoding(),
                request.contentLanguage(),
                request.contentDisposition(),
                request.cacheControl(),
                request.metadata());
        Write write = new Write(request.bucket(), described, request.ifMatch(), request.ifNoneMatch());
        return SdkResponses.putResponse(
                write(write, content, null, request.contentMD5()).quotedETag());
    }

    /** An object to be written if its conditions hold; size, ETag and time of the head are yet to be known. */
    private record Write(
            String bucket,
            ObjectHead described,
            @Nullable String ifMatch,
            @Nullable String ifNoneMatch) {}

    private ObjectHead write(Write write, InputStream content, @Nullable String eTag, @Nullable String contentMd5) {
        ObjectBucket bucket = bucket(write.bucket());
        try {
            Received received = shelf.receive(content);
            try {
                checkMd5(received, contentMd5, write.described().key());
                String tag = eTag == null ? HexFormat.of().formatHex(received.md5()) : eTag;
                String key = write.described().key();
                ObjectHead head = write.described().as(key, received.size(), tag, clock.millis());
                received.settle(head);
                bucket.put(key, received, write.ifMatch(), write.ifNoneMatch());
                return head;
            } finally {
                received.discard();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkMd5(Received received, @Nullable String contentMd5, String key) {
        if (contentMd5 != null
                && !Base64.getEncoder().encodeToString(received.md5()).equals(contentMd5)) {
            throw S3Limits.refused("BadDigest", "The Content-MD5 you specified did not match what we received.", key);
        }
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        try {
            ObjectBucket.Opened source = bucket(request.sourceBucket()).open(request.sourceKey());
            try (InputStream content = source.content()) {
                Conditions.ofCopySource(source.head(), request);
                ObjectHead described = copied(source.head(), request);
                S3Limits.check(described.key(), described.contentType(), described.metadata());
                Write write =
                        new Write(request.destinationBucket(), described, request.ifMatch(), request.ifNoneMatch());
                ObjectHead head = write(write, content, null, null);
                return SdkResponses.copyResponse(head.quotedETag(), head.lastModified());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectHead copied(ObjectHead source, CopyObjectRequest request) {
        if (!"REPLACE".equals(request.metadataDirectiveAsString())) {
            return source.as(request.destinationKey(), 0, "", 0);
        }
        return new ObjectHead(
                request.destinationKey(),
                0,
                "",
                0,
                request.contentType(),
                request.contentEncoding(),
                request.contentLanguage(),
                request.contentDisposition(),
                request.cacheControl(),
                request.metadata());
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
        ObjectHead head = bucket(request.bucket()).head(request.key());
        return SdkResponses.toHead(head.response().build());
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        try {
            ObjectBucket.Opened opened = bucket(request.bucket()).open(request.key());
            boolean handedOn = false;
            try {
                Conditions.ofRead(opened.head(), request);
                ByteRange range = ByteRange.of(request.range(), opened.head().size());
                opened.content().skipNBytes(range.first());
                GetObjectResponse.Builder response = opened.head().response().contentLength(range.length());
                range.header().ifPresent(response::contentRange);
                handedOn = true;
                return SdkResponses.getResponse(response.build(), new Portion(opened.content(), range.length()));
            } finally {
                if (!handedOn) {
                    opened.content().close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        try {
            bucket(request.bucket()).delete(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DeleteObjectResponse.builder().build();
    }

    @Override
    public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
        bucket(request.bucket());
        S3Limits.check(request.key(), request.contentType(), request.metadata());
        return uploads.begin(request);
    }

    @Override
    public UploadPartResponse uploadMultipartPart(
            MultipartUpload upload, UploadPartRequest request, InputStream content) {
        uploads.request(upload.id());
        try {
            Received received = shelf.receive(content);
            checkMd5(received, request.contentMD5(), upload.blobName());
            return SdkResponses.uploadedPart(uploads.keep(upload.id(), request.partNumber(), received));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        CreateMultipartUploadRequest begun = uploads.request(upload.id());
        ObjectHead described = new ObjectHead(
                begun.key(),
                0,
                "",
                0,
                begun.contentType(),
                begun.contentEncoding(),
                begun.contentLanguage(),
                begun.contentDisposition(),
                begun.cacheControl(),
                begun.metadata());
        try {
            Uploads.Joined joined =
                    uploads.join(upload.id(), request.multipartUpload().parts());
            try (InputStream content = joined.content()) {
                Write write = new Write(begun.bucket(), described, request.ifMatch(), request.ifNoneMatch());
                ObjectHead head = write(write, content, joined.eTag(), null);
                uploads.end(upload.id());
                return SdkResponses.completeResponse(head.quotedETag());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void abortMultipartUpload(MultipartUpload upload) {
        uploads.request(upload.id());
        uploads.end(upload.id());
    }

    @Override
    public List<Part> listMultipartUpload(MultipartUpload upload) {
        return uploads.parts(upload.id());
    }

    @Override
    public List<software.amazon.awssdk.services.s3.model.MultipartUpload> listMultipartUploads(String bucket) {
        bucket(bucket);
        return uploads.of(bucket);
    }

    @Override
    public long getMinimumMultipartPartSize() {
        return SMALLEST_PART;
    }

    @Override
    public BucketCannedACL getContainerAccess(String bucket) {
        bucket(bucket);
        return BucketCannedACL.PRIVATE;
    }

    @Override
    public void setContainerAccess(String bucket, BucketCannedACL access) {
        if (access != BucketCannedACL.PRIVATE) {
            throw new UnsupportedOperationException("buckets of this machine are private");
        }
    }

    @Override
    public ObjectCannedACL getBlobAccess(String bucket, String key) {
        bucket(bucket).head(key);
        return ObjectCannedACL.PRIVATE;
    }

    @Override
    public void setBlobAccess(String bucket, String key, ObjectCannedACL access) {
        if (access != ObjectCannedACL.PRIVATE) {
            throw new UnsupportedOperationException("objects of this machine are private");
        }
    }
}
