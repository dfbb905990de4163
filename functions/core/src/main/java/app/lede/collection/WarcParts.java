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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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

    private static final int BUFFER = 32 * 1024;

    private static final Pattern FOUND = Pattern.compile("HTTP/\\S{1,8} 200\\b");

    private static final Pattern SECONDS =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-9]{2}:[0-5][0-9]Z");

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

    /** Reads the fields of a header up to its blank line, the first of each name. */
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
            if (colon > 0) {
                fields.putIfAbsent(
                        LowerCase.of(line.substring(0, colon)).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        return fields;
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
        boolean isPage = isText(http.getOrDefault("content-type", "text/html"))
                && FOUND.matcher(status).lookingAt()
                && in.position() < end;
        return isPage ? Optional.of(part(header, end, http)) : Optional.empty();
    }

    private static boolean isText(String contentType) {
        String type = LowerCase.of(contentType);
        return type.startsWith("text/html") || type.startsWith("application/xhtml") || type.startsWith("text/plain");
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
                    : SECONDS.matcher(date).matches() ? ofSeconds(date) : Instant.parse(date.toUpperCase(Locale.ROOT));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Reads the usual form, 2026-11-20T18:00:00Z; a formatter takes as long for it as all else for the record. */
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
