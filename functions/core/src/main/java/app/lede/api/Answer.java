package app.lede.api;

import app.lede.hash.Digest;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer as the routes give it.
 *
 * @param headers by lower-case name
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {

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

    /** Gives the answer its strong validator, and leaves the body out where the client has it (RFC 9110, 13.1.2). */
    Answer validated(Request request) {
        if (status != 200) {
            return this;
        }
        String etag = '"' + Digest.hex(body).substring(0, 32) + '"';
        Answer tagged = with("etag", etag).with("cache-control", "private, no-cache");
        return request.header("if-none-match")
                        .filter(seen -> matches(seen, etag))
                        .isPresent()
                ? new Answer(304, Map.of("etag", etag, "cache-control", "private, no-cache"), new byte[0])
                : tagged;
    }

    private static boolean matches(String seen, String etag) {
        return List.of(seen.split(",", -1)).stream()
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }

    /** The body as text, for tests and logs. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
