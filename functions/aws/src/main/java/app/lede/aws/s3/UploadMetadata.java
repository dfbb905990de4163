package app.lede.aws.s3;

import app.lede.document.PartOrigin;
import app.lede.document.UploadClaims;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an uploader's claims as user metadata of the object: id and canonical URL as they are, tags percent-encoded; and where a part
 * stood in its collection. What does not fit the 2 KB of an object's metadata is left out.
 */
final class UploadMetadata {

    private static final String SOURCE = "source";
    private static final String URL = "url";
    private static final String TAGS = "tags";
    private static final String NAME = "part-name";
    private static final String DEPTH = "part-depth";
    private static final String AT = "part-at";

    /** Longest address, and most characters of encoded tags, beside a part's name. */
    private static final int MAX_URL = 1_000;

    private static final int MAX_TAGS = 400;

    /** Most characters of an encoded name; a longer one loses its letters beyond ASCII. */
    private static final int MAX_NAME = 400;

    private UploadMetadata() {}

    static Map<String, String> of(UploadClaims claims) {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (claims.sourceId() != null) {
            metadata.put(SOURCE, claims.sourceId());
        }
        if (claims.url() != null) {
            metadata.put(URL, claims.url());
        }
        if (!claims.tags().isEmpty()) {
            metadata.put(
                    TAGS,
                    String.join(
                            ",",
                            claims.tags().stream().map(UploadMetadata::encoded).toList()));
        }
        if (claims.part() != null) {
            addPart(claims.part(), metadata);
        }
        return metadata;
    }

    /** Adds a part's place; its address comes from a file of anybody, so it is held to the characters of a header. */
    private static void addPart(PartOrigin part, Map<String, String> metadata) {
        metadata.computeIfPresent(URL, (key, url) -> isHeaderSafe(url) ? url : null);
        metadata.computeIfPresent(TAGS, (key, tags) -> tags.length() <= MAX_TAGS ? tags : null);
        String name = encoded(part.name());
        metadata.put(NAME, name.length() <= MAX_NAME ? name : encoded(plain(part.name())));
        metadata.put(DEPTH, Integer.toString(part.depth()));
        if (part.at() != null) {
            metadata.put(AT, part.at().toString());
        }
    }

    private static boolean isHeaderSafe(String url) {
        return url.length() <= MAX_URL && url.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    private static String plain(String name) {
        return name.replaceAll("[^\\x20-\\x7e]", "_");
    }

    /** Parses the metadata written by {@link #of}; malformed entries are skipped. */
    static UploadClaims read(Map<String, String> metadata) {
        try {
            String tags = metadata.getOrDefault(TAGS, "");
            return new UploadClaims(
                    metadata.get(SOURCE),
                    metadata.get(URL),
                    tags.isEmpty()
                            ? List.of()
                            : Stream.of(tags.split(",", -1))
                                    .map(UploadMetadata::text)
                                    .toList(),
                    part(metadata));
        } catch (IllegalArgumentException | DateTimeException e) {
            return UploadClaims.NONE;
        }
    }

    private static @Nullable PartOrigin part(Map<String, String> metadata) {
        String depth = metadata.get(DEPTH);
        String at = metadata.get(AT);
        return depth == null
                ? null
                : new PartOrigin(
                        text(metadata.getOrDefault(NAME, "")),
                        Integer.parseInt(depth),
                        at == null ? null : Instant.parse(at));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
