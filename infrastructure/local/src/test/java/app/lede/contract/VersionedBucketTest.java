package app.lede.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.aws.SideBySide;
import app.lede.aws.s3.S3Documents;
import app.lede.testkit.LongRunning;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** Runs the S3 contracts on buckets that keep versions, as those of the template do, and deletes every version from them. */
@LongRunning
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VersionedBucketTest extends BucketPorts {

    @RegisterExtension
    static final VersionedStore STORE = new VersionedStore();

    /** More than S3 lists or deletes at once. */
    private static final int MORE_THAN_A_PAGE = 1_100;

    private CloudServices services;

    @BeforeAll
    void connect() {
        services = CloudServices.at(new CloudServices.Place(
                STORE.endpoint(), STORE.endpoint(), STORE.endpoint(), "us-east-1", "key", "secret"));
    }

    @AfterAll
    void close() {
        services.close();
    }

    @Override
    S3Client client() {
        return services.s3();
    }

    @Override
    String freshBucket() {
        String bucket = super.freshBucket();
        client().putBucketVersioning(put -> put.bucket(bucket)
                .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
        return bucket;
    }

    @Override
    boolean keepsVersions() {
        return true;
    }

    /** Deletes raw documents: a version that is left could be read by anybody with its id. */
    @Nested
    class Versions {
        private final String bucket = freshBucket();
        private final S3Documents documents = new S3Documents(client(), bucket);

        @Test
        void a_key_of_more_versions_than_a_page_lists_is_deleted_with_all_of_them() {
            puts(Collections.nCopies(MORE_THAN_A_PAGE, "inbox/a.html"));
            put("inbox/a.html.bak");
            documents.delete("inbox/a.html", null);
            assertEquals(List.of("inbox/a.html.bak"), left());
        }

        @Test
        void a_folder_of_more_keys_than_a_page_lists_is_deleted_whole() {
            puts(IntStream.range(0, MORE_THAN_A_PAGE)
                    .mapToObj(i -> "web/a/" + i)
                    .toList());
            put("web/ab/1");
            documents.deleteAll("web/a/");
            assertEquals(List.of("web/ab/1"), left());
        }

        @Test
        void versions_below_a_delete_marker_are_deleted_with_it() {
            put("inbox/a.html");
            remove("inbox/a.html");
            put("inbox/a.html");
            remove("inbox/a.html");
            documents.delete("inbox/a.html", null);
            assertEquals(List.of(), left());
        }

        @Test
        void one_version_of_a_key_is_deleted_and_the_others_stay() {
            String first = put("inbox/a.html");
            String second = put("inbox/a.html");
            documents.delete("inbox/a.html", first);
            assertEquals(
                    second,
                    client().listObjectVersions(list -> list.bucket(bucket))
                            .versions()
                            .getFirst()
                            .versionId());
            documents.delete("inbox/a.html", second);
            assertEquals(List.of(), left());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "inbox/ü b+c & <d> \"e\" 'f'.html",
                    "inbox/100%25.html",
                    "inbox/\uD83D\uDCF0/新聞.html",
                    "inbox//a//.html",
                    "inbox/a?versionId=b#c.html",
                    "inbox/ blanks "
                })
        void a_key_of_any_characters_is_deleted_with_versions_and_markers(String key) {
            put(key);
            put(key);
            remove(key);
            documents.delete(key, null);
            assertEquals(List.of(), left());
        }

        private String put(String key) {
            return client().putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString("words"))
                    .versionId();
        }

        private void puts(List<String> keys) {
            SideBySide.forEach(keys, this::put);
        }

        private void remove(String key) {
            client().deleteObject(delete -> delete.bucket(bucket).key(key));
        }

        /** Returns the keys of all versions and markers. */
        private List<String> left() {
            List<String> left = new ArrayList<>();
            client().listObjectVersionsPaginator(list -> list.bucket(bucket)).forEach(page -> {
                page.versions().forEach(version -> left.add(version.key()));
                page.deleteMarkers().forEach(marker -> left.add(marker.key() + " (marker)"));
            });
            return left;
        }
    }
}
