package app.lede.aws.s3;

import app.lede.api.UploadTickets;
import java.time.Duration;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.model.PutObjectPresignRequest;

/** Uploads by presigned PUT: content type and length are part of the signature. Thread safe. */
public final class PresignedUploads implements UploadTickets {

    private static final Duration VALID = Duration.ofMinutes(15);

    private final S3Presigner presigner;
    private final String bucket;

    public PresignedUploads(S3Presigner presigner, String bucket) {
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public Ticket issue(String key, String contentType, long size) {
        PutObjectRequest put = PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentType(contentType)
                .contentLength(size)
                .build();
        PresignedPutObjectRequest signed = presigner.presignPutObject(PutObjectPresignRequest.builder()
                .signatureDuration(VALID)
                .putObjectRequest(put)
                .build());
        return new Ticket(signed.url().toString(), signed.expiration());
    }
}
