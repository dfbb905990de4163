package app.lede.aws.s3;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
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

    /**
     * Deletes the objects below a prefix whose keys are wanted, a page of the listing at once; all of them, or only the one
     * whose key is the prefix, which is listed first. Each listing begins anew, as a marker would name a version that was just
     * deleted. IllegalStateException names a version that could not be deleted; those after it may stand, so that the deletion
     * must be repeated.
     */
    void deleteAll(String prefix, Predicate<String> wanted) {
        try {
            boolean more;
            do {
                ListObjectVersionsResponse page = s3.listObjectVersions(
                        list -> list.bucket(bucket).prefix(prefix).encodingType(EncodingType.URL));
                List<ObjectIdentifier> versions = versions(page)
                        .filter(version -> wanted.test(version.key()))
                        .toList();
                if (!versions.isEmpty()) {
                    delete(versions);
                }
                more = Boolean.TRUE.equals(page.isTruncated()) && !versions.isEmpty();
            } while (more);
        } catch (S3Exception e) {
            if (e.statusCode() != NOT_IMPLEMENTED) {
                throw e;
            }
            deleteUnversioned(prefix, wanted);
        }
    }

    private void deleteUnversioned(String prefix, Predicate<String> wanted) {
        s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                .filter(object -> wanted.test(object.key()))
                .forEach(object ->
                        s3.deleteObject(request -> request.bucket(bucket).key(object.key())));
    }

    private static Stream<ObjectIdentifier> versions(ListObjectVersionsResponse page) {
        return Stream.concat(
                page.versions().stream().map(version -> version(version.key(), version.versionId())),
                page.deleteMarkers().stream().map(marker -> version(marker.key(), marker.versionId())));
    }

    private static ObjectIdentifier version(String key, String versionId) {
        return ObjectIdentifier.builder().key(key).versionId(versionId).build();
    }

    /** Deletes the versions of a page; a key that XML 1.0 cannot carry only stands in the address of a request of its own. */
    private void delete(List<ObjectIdentifier> versions) {
        Map<Boolean, List<ObjectIdentifier>> withControls = versions.stream()
                .collect(Collectors.partitioningBy(
                        version -> version.key().chars().anyMatch(c -> Character.isISOControl(c) || c >= 0xFFFE)));
        withControls.getOrDefault(true, List.of()).forEach(version -> delete(version.key(), version.versionId()));
        List<ObjectIdentifier> others = withControls.getOrDefault(false, List.of());
        if (!others.isEmpty()) {
            deleteTogether(others);
        }
    }

    /** Deletes up to a thousand versions, as many as a page has; S3 reports failures in an answer of status 200. */
    private void deleteTogether(List<ObjectIdentifier> versions) {
        DeleteObjectsResponse answer = s3.deleteObjects(request ->
                request.bucket(bucket).delete(all -> all.objects(versions).quiet(true)));
        if (answer.hasErrors() && !answer.errors().isEmpty()) {
            S3Error first = answer.errors().getFirst();
            throw new IllegalStateException(answer.errors().size() + " versions were not deleted, such as "
                    + first.versionId() + " of " + first.key() + ": " + first.code());
        }
    }
}
