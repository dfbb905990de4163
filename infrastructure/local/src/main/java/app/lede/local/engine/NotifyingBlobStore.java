package app.lede.local.engine;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Reports every stored object, which no Java S3 emulator does. Placed behind S3Proxy, which handles signatures,
 * presigned URLs, chunked uploads and checksums; failed uploads never arrive here.
 */
final class NotifyingBlobStore extends ForwardingBlobStore {
    private final Consumer<StoredObject> listener;

    NotifyingBlobStore(BlobStore store, Consumer<StoredObject> listener) {
        super(store);
        this.listener = listener;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        PutObjectResponse response = super.putBlob(request, content);
        tell("ObjectCreated:Put", request.bucket(), request.key(), request.contentLength(), response.eTag());
        return response;
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        CopyObjectResponse response = super.copyBlob(request);
        String eTag = response.copyObjectResult().eTag();
        tell("ObjectCreated:Copy", request.destinationBucket(), request.destinationKey(), null, eTag);
        return response;
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
        tell("ObjectCreated:CompleteMultipartUpload", upload.containerName(), upload.blobName(), null, response.eTag());
        return response;
    }

    private void tell(String eventName, String bucket, String key, @Nullable Long length, String eTag) {
        long size = Optional.ofNullable(length).orElseGet(() -> blobMetadata(
                        HeadObjectRequest.builder().bucket(bucket).key(key).build())
                .contentLength());
        listener.accept(new StoredObject(eventName, bucket, key, size, eTag.replace("\"", "")));
    }
}
