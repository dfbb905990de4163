package app.lede.aws.s3;

import app.lede.document.UploadClaims;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes an uploader's claims as user metadata of the object: id and canonical URL as they are, tags percent-encoded. */
final class UploadMetadata {

    private static final String SOURCE = "source";
    private static final String URL = "url";
    private static final String TAGS = "tags";

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
        return metadata;
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
                                    .toList());
        } catch (IllegalArgumentException e) {
            return UploadClaims.NONE;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
