package app.lede.aws.s3;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes content types of strangers fit for a signed header: S3 refuses a request whose signature covers other bytes than were
 * sent, and clients send controls and characters beyond ASCII as something else.
 */
final class ContentTypes {

    private static final String UNKNOWN = "application/octet-stream";
    private static final int MAX_LENGTH = 255;
    private static final Pattern TYPE =
            Pattern.compile("[ \\t]*([\\w!#$&^.+-]{1,127}/[\\w!#$&^.+-]{1,127})[ \\t]*(?:;.*)?", Pattern.DOTALL);
    private static final Pattern CHARSET = Pattern.compile(
            ";[ \\t]*charset[ \\t]*=[ \\t]*\"?([\\w.:-]{1,40})\"?[ \\t]*(?:;|$)", Pattern.CASE_INSENSITIVE);

    private ContentTypes() {}

    /** Returns type and charset if they are tokens of RFC 9110; all else is dropped. */
    static String headerSafe(String contentType) {
        String text = contentType.length() <= MAX_LENGTH ? contentType : contentType.substring(0, MAX_LENGTH);
        Matcher type = TYPE.matcher(text);
        if (!type.matches()) {
            return UNKNOWN;
        }
        Matcher charset = CHARSET.matcher(text);
        return type.group(1) + (charset.find() ? "; charset=" + charset.group(1) : "");
    }
}
