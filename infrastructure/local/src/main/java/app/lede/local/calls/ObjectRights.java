package app.lede.local.calls;

import app.lede.local.policy.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.S3Request;

/** Names the rights of requests to S3. A key counts up to its first slash, or by a folder further down that a right is bound to. */
final class ObjectRights {
    private static final Context NOTHING = new Context(Map.of());

    /** Folder that a right is bound to. */
    private static final String KEPT_PAGES = "entries/backfill/";

    private final Map<String, String> buckets;
    /** ARNs of buckets with versions. The store here keeps none, so a deletion in them stands for that of a version. */
    private final Set<String> versioned;
    /** Functions and buckets where a listing stands for one of versions. */
    private final Set<String> unlisted = ConcurrentHashMap.newKeySet();

    /**
     * Creates the reader.
     *
     * @param buckets ARNs, as the template has them, by name
     * @param versioned ARNs of those with versions
     */
    ObjectRights(Map<String, String> buckets, Set<String> versioned) {
        this.buckets = Map.copyOf(buckets);
        this.versioned = Set.copyOf(versioned);
    }

    List<Call> of(String function, S3Request request) {
        boolean version = field(request, "VersionId") != null;
        return switch (operation(request)) {
            case "GetObject", "HeadObject" ->
                List.of(object(function, version ? "s3:GetObjectVersion" : "s3:GetObject", request, NOTHING));
            case "PutObject", "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload" ->
                List.of(object(function, "s3:PutObject", request, condition(request)));
            case "DeleteObject" ->
                List.of(object(
                        function,
                        version || versioned.contains(bucket(request)) ? "s3:DeleteObjectVersion" : "s3:DeleteObject",
                        request,
                        NOTHING));
            case "DeleteObjects" -> deletions(function, (DeleteObjectsRequest) request);
            case "ListObjectsV2" ->
                List.of(listing(
                        function,
                        unlisted.contains(place(function, request)) ? "s3:ListBucketVersions" : "s3:ListBucket",
                        request));
            case "ListObjectVersions" -> List.of(listing(function, "s3:ListBucketVersions", request));
            default -> List.of(object(function, "s3:" + operation(request), request, NOTHING));
        };
    }

    /** Notes that a store did not list versions: further listings of the function stand for those of versions. */
    void keepsNoVersions(String function, SdkRequest request) {
        if (request.getClass().getSimpleName().equals("ListObjectVersionsRequest")) {
            unlisted.add(place(function, request));
        }
    }

    private String place(String function, SdkRequest request) {
        return function + " " + bucket(request);
    }

    /** Returns the ARN of the request's bucket. */
    String bucket(SdkRequest request) {
        String name = request.getValueForField("Bucket", String.class).orElse("");
        return buckets.getOrDefault(name, "unknown bucket " + name);
    }

    private Call object(String function, String action, S3Request request, Context context) {
        return new Call(function, action, bucket(request) + "/" + kind(field(request, "Key")), context);
    }

    private List<Call> deletions(String function, DeleteObjectsRequest request) {
        return request.delete().objects().stream()
                .map(object -> new Call(
                        function,
                        object.versionId() == null ? "s3:DeleteObject" : "s3:DeleteObjectVersion",
                        bucket(request) + "/" + kind(object.key()),
                        NOTHING))
                .distinct()
                .toList();
    }

    private Call listing(String function, String action, S3Request request) {
        String prefix = field(request, "Prefix");
        Context context = prefix == null ? NOTHING : new Context(Map.of("s3:prefix", List.of(kind(prefix))));
        return new Call(function, action, bucket(request), context);
    }

    private static Context condition(S3Request request) {
        String ifNoneMatch = field(request, "IfNoneMatch");
        return ifNoneMatch == null ? NOTHING : new Context(Map.of("s3:if-none-match", List.of(ifNoneMatch)));
    }

    private static String kind(@Nullable String key) {
        if (key == null) {
            return "";
        }
        return key.startsWith(KEPT_PAGES) ? KEPT_PAGES + "…" : Call.kind(key, '/');
    }

    private static @Nullable String field(S3Request request, String name) {
        return request.getValueForField(name, String.class).orElse(null);
    }

    private static String operation(S3Request request) {
        return request.getClass().getSimpleName().replaceAll("Request$", "");
    }
}
