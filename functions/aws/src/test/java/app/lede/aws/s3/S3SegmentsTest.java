package app.lede.aws.s3;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.search.SegmentStore.Reading;
import app.lede.search.SegmentStore.Swap;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Checks the meaning of errors of S3 and of the connection for conditional writes. */
class S3SegmentsTest {

    private final SdkClientException broken = SdkClientException.create("Error writing request body");

    private final List<PutObjectRequest> puts = new ArrayList<>();

    private static RuntimeException status(int status) {
        return S3Exception.builder()
                .statusCode(status)
                .message("status " + status)
                .build();
    }

    /** A client that fails writes, and whose one object, announced with one byte, exists or not. */
    private final class Scripted implements S3Client {
        private final @Nullable RuntimeException onPut;
        private final byte @Nullable [] object;

        Scripted(@Nullable RuntimeException onPut, byte @Nullable [] object) {
            this.onPut = onPut;
            this.object = object;
        }

        @Override
        public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
            puts.add(request);
            if (onPut != null) {
                throw onPut;
            }
            return PutObjectResponse.builder().build();
        }

        @Override
        public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> reading) {
            if (object == null) {
                throw NoSuchKeyException.builder().statusCode(404).build();
            }
            GetObjectResponse response =
                    GetObjectResponse.builder().eTag("\"v1\"").contentLength(1L).build();
            try {
                return reading.transform(response, AbortableInputStream.create(new ByteArrayInputStream(object)));
            } catch (Exception e) {
                throw e instanceof RuntimeException thrown ? thrown : new IllegalStateException(e);
            }
        }

        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {}
    }

    private S3Segments store(@Nullable RuntimeException onPut, boolean exists) {
        return new S3Segments(new Scripted(onPut, exists ? new byte[] {1} : null), "index");
    }

    @Test
    void an_object_of_another_length_than_announced_is_read_again() {
        for (byte[] object : List.of(new byte[0], new byte[2])) {
            S3Segments store = new S3Segments(new Scripted(null, object), "index");
            assertThrows(RetryableException.class, () -> store.read("segment", null));
        }
    }

    @ParameterizedTest
    @CsvSource({"412, CONFLICT", "409, CONFLICT", "404, CONFLICT", "500, UNKNOWN", "503, UNKNOWN"})
    void a_refused_swap_is_a_conflict_and_an_error_of_the_server_may_have_written(int status, Swap swap) {
        assertEquals(swap, store(status(status), true).replace("manifest", "\"v1\"", new byte[] {2}));
    }

    @Test
    void a_repeated_swap_that_was_done_the_first_time_is_done() {
        assertEquals(Swap.DONE, store(status(412), true).replace("manifest", "\"v0\"", new byte[] {1}));
    }

    @Test
    void a_broken_connection_leaves_a_swap_unknown() {
        assertEquals(Swap.UNKNOWN, store(broken, true).replace("manifest", "\"v1\"", new byte[] {2}));
    }

    @Test
    void other_errors_are_thrown() {
        assertThrows(S3Exception.class, () -> store(status(403), true).replace("manifest", "\"v1\"", new byte[] {2}));
        RuntimeException noBucket =
                NoSuchBucketException.builder().statusCode(404).build();
        assertThrows(S3Exception.class, () -> store(noBucket, true).replace("manifest", "\"v1\"", new byte[] {2}));
    }

    @Test
    void a_swap_names_the_version_or_that_there_must_be_none() {
        S3Segments store = store(null, true);
        assertEquals(Swap.DONE, store.replace("manifest", "\"v1\"", new byte[] {2}));
        assertEquals("\"v1\"", puts.getFirst().ifMatch());
        assertEquals(null, puts.getFirst().ifNoneMatch());
        store.replace("manifest", null, new byte[] {2});
        assertEquals(null, puts.getLast().ifMatch());
        assertEquals("*", puts.getLast().ifNoneMatch());
    }

    @Test
    void creating_what_exists_is_done_even_if_the_refusal_looks_like_a_broken_connection() {
        assertDoesNotThrow(() -> store(status(412), true).create("segment", new byte[] {2}));
        assertDoesNotThrow(() -> store(broken, true).create("segment", new byte[] {2}));
        assertThrows(SdkClientException.class, () -> store(broken, false).create("segment", new byte[] {2}));
        assertThrows(S3Exception.class, () -> store(status(500), true).create("segment", new byte[] {2}));
    }

    @Test
    void a_missing_object_is_no_error() {
        assertInstanceOf(Reading.Missing.class, store(null, false).read("manifest", null));
        Reading.Found found =
                assertInstanceOf(Reading.Found.class, store(null, true).read("manifest", null));
        assertEquals("\"v1\"", found.version());
    }
}
