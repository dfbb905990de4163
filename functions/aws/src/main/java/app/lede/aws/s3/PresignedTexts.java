package app.lede.aws.s3;

import app.lede.api.TextLinks;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.GetObjectPresignRequest;

/** Presigns GET requests of the library bucket. Thread safe. */
public final class PresignedTexts implements TextLinks {

    private static final Duration VALID = Duration.ofMinutes(5);

    private final Supplier<S3Presigner> presigner;
    private final String bucket;

    public PresignedTexts(Supplier<S3Presigner> presigner, String bucket) {
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public String link(String textKey) {
        GetObjectRequest get = GetObjectRequest.builder()
                .bucket(bucket)
                .key(textKey)
                .responseCacheControl("private, no-store")
                .build();
        return presigner
                .get()
                .presignGetObject(GetObjectPresignRequest.builder()
                        .signatureDuration(VALID)
                        .getObjectRequest(get)
                        .build())
                .url()
                .toString();
    }
}
