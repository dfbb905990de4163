package app.lede.collection;

import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import app.lede.text.LowerCase;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Streams the pages of a web archive: HTML answered with status 200, pages stored without HTTP, and extracted texts. Other
 * records, such as pictures and repeated visits, are passed over unread. Not thread safe.
 *
 * @see <a href="https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/">WARC 1.1</a>
 */
final class WarcParts implements Parts {

    /** Longest header in bytes, of a record or of an HTTP response. */
    private static final int MAX_HEADER = 64 * 1024;

    /** In bytes: room for most headers. What a page is longer than that, is read without a copy. */
    private static final int BUFFER = 4 * 1024;

    /** The fields that are read; others are passed over, which are most. */
    private static final List<String> FIELDS = List.of(
            "content-length",
            "content-type",
            "content-encoding",
            "transfer-encoding",
            "warc-type",
            "warc-target-uri",
            "warc-date");

    /** Form of most dates: {@code 2026-11-20T18:00:00Z}. */
    private static final String USUAL = "0000-00-00T00:00:00Z";

    private final ByteSource in;
    private boolean over;

    WarcParts(InputStream in) {
        this.in = new ByteSource(in, BUFFER);
    }

    static boolean isWarc(String head) {
        return head.startsWith("WARC/");
    }

    @Override
    public Optional<Part> next() throws IOException {
        while (!over) {
            Optional<Map<String, String>> header = recordHeader();
            if (header.isEmpty()) {
                over = true;
                break;
            }
            Optional<Part> part = record(header.get());
            if (part.isPresent()) {
                return part;
            }
        }
        return Optional.empty();
    }

    private Optional<Map<String, String>> recordHeader() throws IOException {
        String version = in.line(MAX_HEADER);
        while (version != null && version.isEmpty()) {
            version = in.line(MAX_HEADER);
        }
        if (version == null) {
            return Optional.empty();
        }
        if (!version.startsWith("WARC/")) {
            over = true;
            throw new ReadingRefused(Problem.UNREADABLE, "no record where one should begin");
        }
        return Optional.of(fields(MAX_HEADER));
    }

    /** Reads the fields of a header up to its blank line, the first of each name in {@link #FIELDS}. */
    private Map<String, String> fields(long most) throws IOException {
        Map<String, String> fields = new HashMap<>();
        long left = most;
        for (String line = in.line(MAX_HEADER); line != null && !line.isEmpty(); line = in.line(MAX_HEADER)) {
            left -= line.length() + 2L;
            if (left < 0) {
                over = true;
                throw new ReadingRefused(Problem.UNREADABLE, "a header without an end");
            }
            int colon = line.indexOf(':');
            String name = colon > 0 ? field(line, colon) : null;
            if (name != null) {
                fields.putIfAbsent(name, line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    /** Returns the name in front of a colon as it is in {@link #FIELDS}; null if it is not there. */
    private static @Nullable String field(String line, int colon) {
        int end = colon;
        while (end > 0 && line.charAt(end - 1) <= ' ') {
            end--;
        }
        for (String name : FIELDS) {
            if (name.length() == end && line.regionMatches(true, 0, name, 0, end)) {
                return name;
            }
        }
        return null;
    }

    private Optional<Part> record(Map<String, String> header) throws IOException {
        long length;
        try {
            length = Long.parseLong(header.getOrDefault("content-length", ""));
        } catch (NumberFormatException e) {
            over = true;
            throw new ReadingRefused(Problem.UNREADABLE, "a record without a length");
        }
        if (length < 0 || length > UnpackBounds.MAX_UNPACKED) {
            over = true;
            throw new ReadingRefused(Problem.UNREADABLE, "a record that lies about its length");
        }
        long end = in.position() + length;
        try {
            return switch (LowerCase.of(header.getOrDefault("warc-type", ""))) {
                case "response" -> response(header, end);
                case "resource", "conversion" ->
                    isText(header.getOrDefault("content-type", ""))
                            ? Optional.of(
                                    part(header, end, Map.of("content-type", header.getOrDefault("content-type", ""))))
                            : Optional.empty();
                default -> Optional.empty();
            };
        } finally {
            if (!over) {
                in.skipTo(end);
            }
        }
    }

    private Optional<Part> response(Map<String, String> header, long end) throws IOException {
        String status = in.line(MAX_HEADER);
        if (status == null || in.position() > end || !status.startsWith("HTTP/")) {
            return Optional.empty();
        }
        Map<String, String> http = fields(Math.min(MAX_HEADER, end - in.position()));
        boolean isPage =
                isText(http.getOrDefault("content-type", "text/html")) && isFound(status) && in.position() < end;
        return isPage ? Optional.of(part(header, end, http)) : Optional.empty();
    }

    /** Tests for a status line such as {@code HTTP/1.1 200 OK}. */
    private static boolean isFound(String status) {
        int code = status.indexOf(' ') + 1;
        int end = code + 3;
        return code > 0
                && status.startsWith("200", code)
                && (status.length() == end || !Character.isLetterOrDigit(status.charAt(end)));
    }

    private static boolean isText(String type) {
        return begins(type, "text/html") || begins(type, "application/xhtml") || begins(type, "text/plain");
    }

    private static boolean begins(String text, String start) {
        return text.regionMatches(true, 0, start, 0, start.length());
    }

    private Part part(Map<String, String> header, long end, Map<String, String> http) throws IOException {
        String url = address(header.getOrDefault("warc-target-uri", ""));
        String name = url.isEmpty() ? "a page without an address" : url;
        long size = Math.max(0, end - in.position());
        if (size > MAX_PART) {
            return new Part.Broken(name, Problem.TOO_LARGE, size + " bytes, at most " + MAX_PART + " are read");
        }
        byte[] body = in.bytes((int) size);
        if (body.length < size) {
            over = true;
            return new Part.Broken(name, Problem.ENCODING, "the archive was cut in its middle");
        }
        try {
            byte[] page = HttpBody.decoded(body, http);
            return new Part.Document(name, page, http.get("content-type"), url, time(header.get("warc-date")));
        } catch (IOException e) {
            return Named.broken(name, e);
        }
    }

    /** Some writers put the address in angle brackets, as the grammar of WARC 1.0 does. */
    private static String address(String uri) {
        return uri.startsWith("<") && uri.endsWith(">") ? uri.substring(1, uri.length() - 1) : uri;
    }

    private static @Nullable Instant time(@Nullable String date) {
        try {
            return date == null
                    ? null
                    : isOfSeconds(date) ? ofSeconds(date) : Instant.parse(date.toUpperCase(Locale.ROOT));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Tests for the usual form of a moment within a day; 24:00:00 and leap seconds are left to a formatter. */
    private static boolean isOfSeconds(String date) {
        if (date.length() != USUAL.length()) {
            return false;
        }
        for (int i = 0; i < date.length(); i++) {
            char c = date.charAt(i);
            if (USUAL.charAt(i) == '0' ? c < '0' || c > '9' : c != USUAL.charAt(i)) {
                return false;
            }
        }
        return date.charAt(11) <= '2' && !date.startsWith("24", 11) && date.charAt(17) < '6';
    }

    /** Reads the usual form; a formatter takes as long for it as all else for the record. */
    private static Instant ofSeconds(String date) {
        return LocalDateTime.of(
                        Integer.parseInt(date, 0, 4, 10),
                        Integer.parseInt(date, 5, 7, 10),
                        Integer.parseInt(date, 8, 10, 10),
                        Integer.parseInt(date, 11, 13, 10),
                        Integer.parseInt(date, 14, 16, 10),
                        Integer.parseInt(date, 17, 19, 10))
                .toInstant(ZoneOffset.UTC);
    }
}
