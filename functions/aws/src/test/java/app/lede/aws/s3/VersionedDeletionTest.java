package app.lede.aws.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Deletes from a bucket with versions through the SDK's own client. */
class VersionedDeletionTest {

    private final VersionedBucket bucket;
    private final S3Client s3;
    private final S3Documents documents;

    VersionedDeletionTest() throws IOException {
        bucket = new VersionedBucket(3);
        s3 = S3Client.builder()
                .endpointOverride(bucket.endpoint())
                .forcePathStyle(true)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        documents = new S3Documents(s3, "documents");
    }

    @AfterEach
    void close() {
        s3.close();
        bucket.close();
    }

    @Test
    void a_folder_is_deleted_with_every_version_and_marker_over_several_pages() {
        bucket.marker("web/a/1", "m2");
        bucket.version("web/a/1", "v1");
        for (int i = 9; i > 0; i--) {
            bucket.version("web/a/2", "w" + i);
        }
        bucket.version("web/a/\u00fc b+c & <d>", "null");
        bucket.version("web/ab/1", "v1");
        documents.deleteAll("web/a/");
        assertEquals(List.of("web/ab/1 v1"), bucket.left());
        assertEquals(
                List.of(
                        "list",
                        "delete several",
                        "list",
                        "delete several",
                        "list",
                        "delete several",
                        "list",
                        "delete several"),
                bucket.requests());
    }

    @Test
    void all_versions_of_one_key_are_deleted_and_none_of_a_key_that_begins_alike() {
        bucket.marker("inbox/a", "m2");
        bucket.version("inbox/a", "v1");
        bucket.version("inbox/a.html", "v1");
        bucket.marker("inbox/a/b", "m1");
        documents.delete("inbox/a", null);
        assertEquals(List.of("inbox/a.html v1", "inbox/a/b m1"), bucket.left());
    }

    @Test
    void a_named_version_is_deleted_alone() {
        bucket.version("inbox/a", "v2");
        bucket.version("inbox/a", "v1");
        documents.delete("inbox/a", "v1");
        assertEquals(List.of("inbox/a v2"), bucket.left());
        assertEquals(List.of("delete one"), bucket.requests());
    }

    @Test
    void a_version_that_could_not_be_deleted_is_named_and_asking_again_finishes() {
        for (int i = 7; i > 0; i--) {
            bucket.version("web/a/1", "v" + i);
        }
        bucket.refuse("v5");
        IllegalStateException failed = assertThrows(IllegalStateException.class, () -> documents.deleteAll("web/a/"));
        assertTrue(String.valueOf(failed.getMessage()).contains("v5 of web/a/1: InternalError"), failed::toString);
        assertTrue(bucket.left().contains("web/a/1 v5"));
        bucket.relent();
        documents.deleteAll("web/a/");
        assertEquals(List.of(), bucket.left());
    }

    @Test
    void nothing_is_asked_to_be_deleted_where_there_is_nothing() {
        documents.deleteAll("web/a/");
        assertEquals(List.of("list"), bucket.requests());
    }

    @Test
    void a_key_that_xml_cannot_carry_is_deleted_by_its_address_and_the_others_of_the_page_together() {
        bucket.version("web/a/1", "v1");
        bucket.version("web/a/\u0001\r\n\t", "v1");
        bucket.marker("web/a/\u0001\r\n\t", "m1");
        documents.deleteAll("web/a/");
        assertEquals(List.of(), bucket.left());
        assertEquals(List.of("list", "delete one", "delete one", "delete several"), bucket.requests());
    }

    @Test
    void the_next_page_is_asked_for_without_the_marker_of_a_version_that_was_just_deleted() {
        bucket.forgetDeletedMarkers();
        for (int i = 7; i > 0; i--) {
            bucket.version("web/a/1", "v" + i);
        }
        documents.deleteAll("web/a/");
        assertEquals(List.of(), bucket.left());
    }
}
