package app.lede.aws.s3;

import app.lede.document.ObjectContent;
import app.lede.document.ObjectCreated;
import java.util.Locale;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** Reads one object, or one version of it, by ranges. Thread safe. */
record S3Content(S3Client s3, String bucket, ObjectCreated object, long size) implements ObjectContent {

    @Override
    public byte[] range(long offset, int length) {
        long end = Math.min(size, offset + length);
        if (offset >= end) {
            return new byte[0];
        }
        GetObjectRequest.Builder request =
                S3Documents.version(bucket, object).range(String.format(Locale.ROOT, "bytes=%d-%d", offset, end - 1));
        return s3.getObjectAsBytes(request.build()).asByteArrayUnsafe();
    }
}
