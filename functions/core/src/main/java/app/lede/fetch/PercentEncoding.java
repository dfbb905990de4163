package app.lede.fetch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Percent-encodes and decodes unchecked text (RFC 3986, section 2). */
final class PercentEncoding {

    private static final String UNRESERVED_MARKS = "-._~";
    private static final String PATH_MARKS = UNRESERVED_MARKS + "!$&'()*+,;=:@/";
    private static final String QUERY_MARKS = PATH_MARKS + "?[]";

    private PercentEncoding() {}

    /** Encodes the characters not allowed in a path; keeps existing encodings. */
    static String ofPath(String path) {
        return encode(path, PATH_MARKS);
    }

    /** Encodes the characters not allowed in a query; keeps existing encodings. */
    static String ofQuery(String query) {
        return encode(query, QUERY_MARKS);
    }

    /** Normalises equivalent encodings (RFC 3986, 6.2.2): unreserved characters decoded, hex digits in upper case. */
    static String normalise(String encoded) {
        StringBuilder out = new StringBuilder(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c != '%' || !isTriplet(encoded, i)) {
                out.append(c);
                continue;
            }
            char decoded = (char) Integer.parseInt(encoded, i + 1, i + 3, 16);
            if (isAllowed(decoded, UNRESERVED_MARKS)) {
                out.append(decoded);
            } else {
                out.append('%').append(encoded.substring(i + 1, i + 3).toUpperCase(Locale.ROOT));
            }
            i += 2;
        }
        return out.toString();
    }

    /** Decodes as UTF-8; a percent sign that starts no triplet is kept. */
    static String decode(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded;
        }
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (isTriplet(latin, i)) {
                out.write(Integer.parseInt(latin, i + 1, i + 3, 16));
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String encode(String text, String marks) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (isAllowed(point, marks) || isTriplet(text, i)) {
                out.appendCodePoint(point);
            } else {
                for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                    out.append(String.format(Locale.ROOT, "%%%02X", b));
                }
            }
            i += Character.charCount(point);
        }
        return out.toString();
    }

    private static boolean isAllowed(int c, String marks) {
        return isAsciiLetterOrDigit(c) || (c < 0x80 && marks.indexOf(c) >= 0);
    }

    private static boolean isAsciiLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isTriplet(String text, int at) {
        return text.charAt(at) == '%'
                && at + 2 < text.length()
                && isHexDigit(text.charAt(at + 1))
                && isHexDigit(text.charAt(at + 2));
    }

    private static boolean isHexDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
