package app.lede.aws.s3;

import app.lede.document.DocumentList;
import app.lede.document.ObjectCreated;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Lists the documents bucket with ListObjectsV2, whose times are in whole seconds. Thread safe. */
public final class S3DocumentList implements DocumentList {

    private final S3Client s3;
    private final String bucket;

    public S3DocumentList(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public Page after(@Nullable String key, int limit) {
        ListObjectsV2Response page = s3.listObjectsV2(ListObjectsV2Request.builder()
                .bucket(bucket)
                .startAfter(key)
                .encodingType(EncodingType.URL) // Keys may have characters that XML cannot carry.
                .maxKeys(limit)
                .build());
        List<ObjectCreated> objects =
                page.contents().stream().map(S3DocumentList::announced).toList();
        boolean more = Boolean.TRUE.equals(page.isTruncated()) && !objects.isEmpty();
        return new Page(objects, more ? objects.getLast().key() : null);
    }

    private static ObjectCreated announced(S3Object object) {
        return new ObjectCreated(
                object.key(), object.size(), object.eTag().replace("\"", ""), null, "", object.lastModified());
    }
}
