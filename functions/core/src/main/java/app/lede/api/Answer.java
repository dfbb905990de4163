package app.lede.api;

import app.lede.hash.Digest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * An HTTP response.
 *
 * @param headers by lower-case name
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    /** Header that names the trace of a document; see the log lines of the functions. */
    public static final String TRACE = "lede-trace";

    /** Bytes from which a body is compressed; below, the header of gzip and its CPU time gain nothing. */
    static final int COMPRESSED_FROM = 1_024;

    private static final int MOST_BYTES = 4_000_000;
    private static final int MOST_ESCAPED = 5_500_000;

    private static final String REVALIDATED = "private, no-cache";
    private static final String GZIP_TAG = "-gzip\"";

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer json(int status, JsonNode json) {
        return text(status, "application/json", json.toString());
    }

    public static Answer text(int status, String contentType, String text) {
        return new Answer(status, Map.of("content-type", contentType), text.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0]);
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    /** Leaves out the body where the request is a HEAD. */
    Answer bodyFor(Request request) {
        return request.method().equals("HEAD") ? new Answer(status, headers, new byte[0]) : this;
    }

    /** Adds a strong validator, or answers 304 without a body where the client has it (RFC 9110, 13.1.2). */
    Answer validated(Request request) {
        if (status != 200 || headers.containsKey("etag")) {
            return this;
        }
        String etag = '"' + Digest.hex(body).substring(0, 32) + '"';
        return known(request, etag).map(answer -> varying(answer)).orElseGet(() -> tagged(etag));
    }

    /** Returns a strong validator of what a text determines. */
    static String etag(String determines) {
        return '"' + Digest.hex(determines).substring(0, 32) + '"';
    }

    /** Adds a validator to an answer that has a body. */
    Answer tagged(String etag) {
        return status == 200 ? with("etag", etag).with("cache-control", REVALIDATED) : this;
    }

    private Answer varying(Answer notModified) {
        return header("vary").map(vary -> notModified.with("vary", vary)).orElse(notModified);
    }

    /** Answers 304 without a body if the client has what the validator stands for. */
    static Optional<Answer> known(Request request, String etag) {
        return request.header("if-none-match")
                .flatMap(seen -> known(seen, etag))
                .map(tag -> new Answer(304, Map.of("etag", tag, "cache-control", REVALIDATED), new byte[0]));
    }

    /** Returns the validator that the client has of this body; that of the compressed body has an ending of its own. */
    private static Optional<String> known(String seen, String etag) {
        String compressed = compressed(etag);
        return Stream.of(seen.split(",", -1))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .filter(tag -> tag.equals("*") || tag.equals(etag) || tag.equals(compressed))
                .map(tag -> tag.equals("*") ? etag : tag)
                .findFirst();
    }

    /** Tests whether the body has at most 4 MB, and as a string of JSON no more than Lambda may return, 6 MB. */
    boolean fitsEvent() {
        long escaped = 0;
        for (byte each : body) {
            escaped += each == '"' || each == '\\' || each == '\n' ? 2 : each >= 0 && each < ' ' ? 6 : 1;
        }
        return body.length <= MOST_BYTES && escaped <= MOST_ESCAPED;
    }

    private static String compressed(String etag) {
        return etag.substring(0, etag.length() - 1) + GZIP_TAG;
    }

    /**
     * Returns the answer as it goes out: never stored by shared caches nor guessed at by browsers, and compressed where the
     * client takes gzip and the body has {@value #COMPRESSED_FROM} bytes or more (RFC 9110, 8.4 and 12.5.3).
     */
    public Answer sent(Request request) {
        Answer marked = headers.containsKey("cache-control") ? this : with("cache-control", "no-store");
        marked = marked.with("x-content-type-options", "nosniff");
        boolean compressible = body.length >= COMPRESSED_FROM;
        if (!compressible && status != 200 && status != 304) {
            return marked;
        }
        // Whatever its size, and also without a body: 304 and HEAD say what the 200 of GET says (RFC 9110, 15.4.5).
        Answer varied = marked.with(
                "vary", header("vary").map(names -> names + ", accept-encoding").orElse("accept-encoding"));
        return compressible && takesGzip(request) ? varied.gzipped() : varied;
    }

    private Answer gzipped() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put("content-encoding", "gzip");
        more.computeIfPresent("etag", (name, etag) -> compressed(etag));
        return new Answer(status, more, bytes.toByteArray());
    }

    /** Tests for gzip in Accept-Encoding; a weight of zero excludes it. */
    private static boolean takesGzip(Request request) {
        return Stream.of(request.header("accept-encoding")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .replace(" ", "")
                        .split(",", -1))
                .anyMatch(coding ->
                        coding.equals("gzip") || coding.matches("gzip;q=(1(\\.0{0,3})?|0\\.\\d{0,3}[1-9]\\d{0,3})"));
    }

    /** Returns the body as text, for tests and logs. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
