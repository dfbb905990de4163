package app.lede.aws.s3;

import java.util.function.Predicate;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Deletes all versions of objects, and the delete markers on top of them; a plain DELETE would only add a marker. */
final class ObjectVersions {

    /** The answer of stores that keep no versions, such as the one of the local stack. */
    private static final int NOT_IMPLEMENTED = 501;

    private final S3Client s3;
    private final String bucket;

    ObjectVersions(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    void delete(String key, String versionId) {
        s3.deleteObject(request -> request.bucket(bucket).key(key).versionId(versionId));
    }

    /** Deletes the objects below a prefix whose keys are wanted. */
    void deleteAll(String prefix, Predicate<String> wanted) {
        try {
            s3.listObjectVersionsPaginator(list -> list.bucket(bucket).prefix(prefix)).stream()
                    .forEach(page -> {
                        page.versions().stream()
                                .filter(version -> wanted.test(version.key()))
                                .forEach(version -> delete(version.key(), version.versionId()));
                        page.deleteMarkers().stream()
                                .filter(marker -> wanted.test(marker.key()))
                                .forEach(marker -> delete(marker.key(), marker.versionId()));
                    });
        } catch (S3Exception e) {
            if (e.statusCode() != NOT_IMPLEMENTED) {
                throw e;
            }
            s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                    .filter(object -> wanted.test(object.key()))
                    .forEach(object ->
                            s3.deleteObject(request -> request.bucket(bucket).key(object.key())));
        }
    }
}
