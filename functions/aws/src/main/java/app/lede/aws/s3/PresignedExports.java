package app.lede.aws.s3;

import app.lede.api.ExportLinks;
import app.lede.export.ExportId;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Presigns GET requests of exported files. Thread safe. */
public final class PresignedExports implements ExportLinks {

    private static final Duration VALID = Duration.ofMinutes(15);

    private final Supplier<S3Presigner> presigner;
    private final String bucket;

    public PresignedExports(Supplier<S3Presigner> presigner, String libraryBucket) {
        this.presigner = presigner;
        this.bucket = libraryBucket;
    }

    @Override
    public String link(ExportId id, String name) {
        return presigner
                .get()
                .presignGetObject(presign -> presign.signatureDuration(VALID)
                        .getObjectRequest(get -> get.bucket(bucket).key(S3ExportFiles.prefix(id) + name)))
                .url()
                .toString();
    }

    @Override
    public String location(ExportId id) {
        return "s3://" + bucket + "/" + S3ExportFiles.prefix(id);
    }
}
