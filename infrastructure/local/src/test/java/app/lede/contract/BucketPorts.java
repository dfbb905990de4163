package app.lede.contract;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.lede.article.ArticleTexts;
import app.lede.aws.s3.S3Articles;
import app.lede.aws.s3.S3DocumentList;
import app.lede.aws.s3.S3Documents;
import app.lede.aws.s3.S3ExportFiles;
import app.lede.aws.s3.S3Segments;
import app.lede.document.DocumentList;
import app.lede.document.DocumentStore;
import app.lede.document.DocumentStore.Found;
import app.lede.document.Erasure;
import app.lede.document.ObjectCreated;
import app.lede.export.ExportFiles;
import app.lede.export.ExportId;
import app.lede.search.SegmentStore;
import app.lede.testkit.ArticleTextsContract;
import app.lede.testkit.DocumentListContract;
import app.lede.testkit.DocumentStoreContract;
import app.lede.testkit.ErasureContract;
import app.lede.testkit.ExportFilesContract;
import app.lede.testkit.SegmentStoreContract;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Contract tests of the S3 adapters; subclasses choose the engine. */
abstract class BucketPorts {

    /** Returns a client of the engine. */
    abstract S3Client client();

    /** Returns a unique bucket name, which must be shorter and plainer than a table's. */
    String freshBucket() {
        String name = "lede-" + UUID.randomUUID();
        client().createBucket(CreateBucketRequest.builder().bucket(name).build());
        return name;
    }

    /** Tests whether the engine still has an object that was announced with its version, and overwritten or deleted since. */
    boolean keepsVersions() {
        return false;
    }

    @Nested
    class Documents extends DocumentStoreContract {
        private String bucket = "";

        @Override
        protected DocumentStore emptyStore() {
            bucket = freshBucket();
            return new S3Documents(client(), bucket);
        }

        @Override
        protected ObjectCreated upload(String key, byte[] body, @Nullable String contentType) {
            PutObjectRequest request = PutObjectRequest.builder()
                    .bucket(bucket)
                    .key(key)
                    .contentType(contentType)
                    .build();
            client().putObject(request, RequestBody.fromBytes(body));
            return announced(key);
        }

        @Override
        protected ObjectCreated announced(String key) {
            HeadObjectResponse head = client().headObject(
                            HeadObjectRequest.builder().bucket(bucket).key(key).build());
            return new ObjectCreated(
                    key,
                    head.contentLength(),
                    head.eTag().replace("\"", ""),
                    head.versionId(),
                    "00",
                    head.lastModified());
        }

        @Override
        protected void assertOvertaken(Found found) {
            if (keepsVersions()) {
                assertInstanceOf(Found.Bytes.class, found);
            } else {
                super.assertOvertaken(found);
            }
        }

        @Override
        protected void delete(String key) {
            client().deleteObject(DeleteObjectRequest.builder()
                    .bucket(bucket)
                    .key(key)
                    .build());
        }
    }

    @Nested
    class Lists extends DocumentListContract {
        private String bucket = "";

        @Override
        protected DocumentList emptyList() {
            bucket = freshBucket();
            return new S3DocumentList(client(), bucket);
        }

        @Override
        protected ObjectCreated upload(String key, byte[] body) {
            client().putObject(
                            PutObjectRequest.builder().bucket(bucket).key(key).build(), RequestBody.fromBytes(body));
            HeadObjectResponse head = client().headObject(
                            HeadObjectRequest.builder().bucket(bucket).key(key).build());
            return new ObjectCreated(
                    key, head.contentLength(), head.eTag().replace("\"", ""), null, "", head.lastModified());
        }
    }

    @Nested
    class Erasing extends ErasureContract {
        private String bucket = "";

        @Override
        protected Erasure emptyStore() {
            bucket = freshBucket();
            return new S3Documents(client(), bucket);
        }

        @Override
        protected void upload(String key) {
            client().putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString("words"));
        }

        @Override
        protected Set<String> keys() {
            return client().listObjectsV2(list -> list.bucket(bucket)).contents().stream()
                    .map(S3Object::key)
                    .collect(Collectors.toSet());
        }
    }

    @Nested
    class Exported extends ExportFilesContract {
        private String bucket = "";

        @Override
        protected ExportFiles empty() {
            bucket = freshBucket();
            return new S3ExportFiles(client(), bucket);
        }

        @Override
        protected Set<String> names(ExportId id) {
            String prefix = "exports/" + id + "/";
            return client().listObjectsV2(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                    .map(object -> object.key().substring(prefix.length()))
                    .collect(Collectors.toSet());
        }

        @Override
        protected byte[] read(ExportId id, String name) {
            return client().getObjectAsBytes(get -> get.bucket(bucket).key("exports/" + id + "/" + name))
                    .asByteArray();
        }
    }

    @Nested
    class Texts extends ArticleTextsContract {
        @Override
        protected ArticleTexts emptyTexts() {
            return new S3Articles(client(), freshBucket());
        }
    }

    @Nested
    class Segments extends SegmentStoreContract {
        @Override
        protected SegmentStore emptyStore() {
            return new S3Segments(client(), freshBucket());
        }
    }
}
