package app.lede.aws.s3;

import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.json.ArticleJson;
import app.lede.json.Json;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** The library bucket's articles, one JSON object per sighting. Thread safe. */
public final class S3Articles implements ArticleTexts {

    private final S3Client s3;
    private final String bucket;

    public S3Articles(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void put(ParsedArticle article) {
        s3.putObject(
                PutObjectRequest.builder()
                        .bucket(bucket)
                        .key(article.key())
                        .contentType("application/json")
                        .build(),
                RequestBody.fromBytes(Json.bytes(ArticleJson.toJson(article))));
    }

    @Override
    public Optional<ParsedArticle> get(String key) {
        GetObjectRequest request =
                GetObjectRequest.builder().bucket(bucket).key(key).build();
        try {
            return Optional.of(ArticleJson.parsedArticle(
                    Json.read(s3.getObjectAsBytes(request).asByteArrayUnsafe())));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }
}
