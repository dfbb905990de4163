package app.lede.aws.s3;

import app.lede.article.ArticleId;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.aws.SideBySide;
import app.lede.json.Json;
import app.lede.library.ArticleJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Keeps article texts in the library bucket, one JSON object per document and parser. Thread safe. */
public final class S3Articles implements ArticleTexts {

    /** The response to {@code If-None-Match: *} for an existing object. */
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client s3;
    private final String bucket;

    public S3Articles(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void put(ParsedArticle article) {
        PutObjectRequest put = PutObjectRequest.builder()
                .bucket(bucket)
                .key(article.key())
                .contentType("application/json")
                .build();
        try {
            s3.putObject(
                    put.toBuilder().ifNoneMatch("*").build(),
                    RequestBody.fromBytes(Json.bytes(ArticleJson.toJson(article))));
        } catch (S3Exception e) {
            if (e.statusCode() != PRECONDITION_FAILED) {
                throw e;
            }
            bytes(article.key()).ifPresent(standing -> s3.putObject(put, RequestBody.fromBytes(standing)));
        }
    }

    @Override
    public List<String> keys(ArticleId id) {
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix("articles/" + id + "/")).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    @Override
    public void delete(String key) {
        s3.deleteObject(request -> request.bucket(bucket).key(key));
    }

    @Override
    public Optional<ParsedArticle> get(String key) {
        return bytes(key).map(Json::read).map(ArticleJson::parsedArticle);
    }

    @Override
    public Map<String, ParsedArticle> getAll(List<String> keys) {
        Map<String, ParsedArticle> found = new ConcurrentHashMap<>();
        SideBySide.forEach(keys, key -> get(key).ifPresent(text -> found.put(key, text)));
        return found;
    }

    private Optional<byte[]> bytes(String key) {
        GetObjectRequest request =
                GetObjectRequest.builder().bucket(bucket).key(key).build();
        try {
            return Optional.of(s3.getObjectAsBytes(request).asByteArrayUnsafe());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }
}
