package app.lede.aws.s3;

import app.lede.api.UploadTickets;
import app.lede.document.UploadClaims;
import java.net.URL;
import java.time.Duration;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.model.PutObjectPresignRequest;

/**
 * Presigns PUT requests. Content type, length, the uploader's claims and {@code If-None-Match: *} are part of the signature,
 * so a ticket is good for one object. Thread safe.
 */
public final class PresignedUploads implements UploadTickets {

    private static final Duration VALID = Duration.ofMinutes(15);

    private static final String ANY_KEY = "any";

    private final Supplier<S3Presigner> presigner;
    private final String bucket;

    public PresignedUploads(Supplier<S3Presigner> presigner, String bucket) {
        this.presigner = presigner;
        this.bucket = bucket;
    }

    /** Returns where uploads go, as a source expression of a content security policy: origin and path of the bucket. */
    public static String place(S3Client s3, String bucket) {
        URL any = s3.utilities().getUrl(url -> url.bucket(bucket).key(ANY_KEY));
        return any.getProtocol() + "://" + any.getAuthority() + any.getPath().replaceFirst(ANY_KEY + "$", "");
    }

    @Override
    public Ticket issue(String key, String contentType, long size, UploadClaims claims) {
        PutObjectRequest put = PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentType(contentType)
                .contentLength(size)
                .ifNoneMatch("*")
                .metadata(UploadMetadata.of(claims))
                .build();
        PresignedPutObjectRequest signed = presigner
                .get()
                .presignPutObject(PutObjectPresignRequest.builder()
                        .signatureDuration(VALID)
                        .putObjectRequest(put)
                        .build());
        SortedMap<String, String> headers = new TreeMap<>();
        signed.signedHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        headers.remove("host");
        return new Ticket(signed.url().toString(), headers, signed.expiration());
    }
}
