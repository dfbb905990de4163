package app.lede.aws.s3;

import app.lede.export.ExportFiles;
import app.lede.export.ExportFormat;
import app.lede.export.ExportId;
import app.lede.export.Part;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Keeps exports under {@code exports/<id>/} of the library bucket; a part's facts are its user metadata. Thread safe. */
public final class S3ExportFiles implements ExportFiles {

    /** The response to {@code If-None-Match: *} for an existing object. */
    private static final int PRECONDITION_FAILED = 412;

    private static final String ARTICLES = "articles";
    private static final String AFTER = "after";

    private final S3Client s3;
    private final String bucket;

    public S3ExportFiles(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    static String prefix(ExportId id) {
        return "exports/" + id + "/";
    }

    @Override
    public Part put(ExportId id, ExportFormat format, Part part, byte[] body) {
        Map<String, String> facts = new HashMap<>(Map.of(ARTICLES, Long.toString(part.articles())));
        if (part.after() != null) {
            facts.put(AFTER, part.after());
        }
        String key = prefix(id) + part.name(format);
        PutObjectRequest put = PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentType(format.contentType())
                .metadata(facts)
                .ifNoneMatch("*")
                .build();
        try {
            s3.putObject(put, RequestBody.fromBytes(body));
            return part;
        } catch (S3Exception e) {
            if (e.statusCode() != PRECONDITION_FAILED) {
                throw e;
            }
            return standing(key, part);
        }
    }

    private Part standing(String key, Part part) {
        HeadObjectResponse head =
                s3.headObject(request -> request.bucket(bucket).key(key));
        Map<String, String> facts = head.metadata();
        long articles = Long.parseLong(Objects.requireNonNull(facts.get(ARTICLES), key));
        return new Part(part.day(), part.number(), articles, head.contentLength(), facts.get(AFTER));
    }

    @Override
    public void describe(ExportId id, String name, String contentType, byte[] body) {
        s3.putObject(
                put -> put.bucket(bucket).key(prefix(id) + name).contentType(contentType), RequestBody.fromBytes(body));
    }

    @Override
    public void retain(ExportId id, Collection<String> names) {
        Set<String> kept = Set.copyOf(names);
        List<String> leftover =
                s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix(id))).contents().stream()
                        .map(S3Object::key)
                        .filter(key -> !kept.contains(key.substring(prefix(id).length())))
                        .toList();
        leftover.forEach(key -> s3.deleteObject(delete -> delete.bucket(bucket).key(key)));
    }

    @Override
    public String location(ExportId id) {
        return "s3://" + bucket + "/" + prefix(id);
    }
}
