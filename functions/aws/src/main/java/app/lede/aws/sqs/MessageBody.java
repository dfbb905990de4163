package app.lede.aws.sqs;

import app.lede.json.Json;
import java.nio.charset.StandardCharsets;

/** A job as the text of a message. */
final class MessageBody {

    /** What one request, and so one message, may hold in total. */
    static final int MOST_BYTES = 256 * 1024;

    private MessageBody() {}

    /** Refuses what does not fit in a message with IllegalArgumentException. */
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
     * SQS takes the characters of XML 1.0 only. Control characters are escaped in JSON anyway; what is left can stand in
     * JSON's strings alone, where an escape means the same.
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

    /** Two non-characters, and halves of pairs. */
    private static boolean isRefused(int point) {
        return point == 0xfffe
                || point == 0xffff
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
