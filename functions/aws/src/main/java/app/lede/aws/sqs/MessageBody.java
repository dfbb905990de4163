package app.lede.aws.sqs;

import app.lede.json.Json;
import java.nio.charset.StandardCharsets;

/** Serialises a job as a message body. */
final class MessageBody {

    /** Maximum size of a request, and so of a message. */
    static final int MOST_BYTES = 256 * 1024;

    private MessageBody() {}

    /** Returns the body; throws IllegalArgumentException if it exceeds the maximum. */
    static String of(Object job) {
        String body = escaped(Json.text(job));
        if (bytes(body) > MOST_BYTES) {
            throw new IllegalArgumentException("a job of " + bytes(body) + " bytes does not fit in a message");
        }
        return body;
    }

    static int bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * Escapes characters outside XML 1.0, which SQS rejects. They can occur only in JSON strings, where an escape is
     * equivalent.
     */
    private static String escaped(String json) {
        if (json.codePoints().noneMatch(MessageBody::isRefused)) {
            return json;
        }
        StringBuilder out = new StringBuilder(json.length() + 64);
        json.codePoints().forEach(point -> {
            if (isRefused(point)) {
                out.append("\\u").append(Integer.toHexString(point));
            } else {
                out.appendCodePoint(point);
            }
        });
        return out.toString();
    }

    /** Tests for two non-characters and unpaired surrogates. */
    private static boolean isRefused(int point) {
        return point == 0xfffe
                || point == 0xffff
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
