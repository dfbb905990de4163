package app.lede.local.engine.awssdk;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Enforces limits of S3 that emulators ignore: keys of 1,024 bytes, user metadata of 2 KB, and header values that AWS
 * clients can sign. Each refusal is a line of the log.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html">Working with object metadata</a>
 */
final class S3Limits {
    private static final int LONGEST_KEY = 1024;
    private static final int MOST_METADATA = 2048;
    private static final int BAD_REQUEST = 400;

    private S3Limits() {}

    static void check(String key, @Nullable String contentType, Map<String, String> metadata) {
        int keyBytes = bytes(key);
        if (keyBytes > LONGEST_KEY) {
            throw refused("KeyTooLongError", "Your key is too long: " + keyBytes + " bytes of " + LONGEST_KEY, key);
        }
        int total = 0;
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            total += bytes(entry.getKey()) + bytes(entry.getValue());
            checkHeader("x-amz-meta-" + entry.getKey(), entry.getValue(), key);
        }
        if (total > MOST_METADATA) {
            throw refused(
                    "MetadataTooLarge",
                    "Your metadata headers exceed the maximum allowed metadata size: " + total + " bytes of "
                            + MOST_METADATA,
                    key);
        }
        if (contentType != null) {
            checkHeader("Content-Type", contentType, key);
        }
    }

    private static void checkHeader(String name, String value, String key) {
        if (!value.chars().allMatch(character -> character >= ' ' && character <= '~')) {
            throw refused("InvalidArgument", name + " has characters beyond printable ASCII", key);
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns the error S3 would answer, and logs it. */
    static S3Exception refused(String code, String message, String key) {
        String shown = key.length() > 100 ? key.substring(0, 100) + "…" : key;
        System.err.println("s3: refused as on AWS, " + code + ": " + message + " (" + shown + ")");
        return (S3Exception) S3Exception.builder()
                .message(message)
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
