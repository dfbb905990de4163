package app.lede.aws.s3;

import app.lede.document.FetchedFrom;
import app.lede.document.FetchedFrom.Discovery;
import app.lede.document.FetchedFrom.Entry;
import app.lede.document.FetchedFrom.Form;
import app.lede.document.FetchedFrom.Refusal;
import app.lede.document.TraceId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Encodes {@link FetchedFrom} as S3 user metadata: percent-encoded ASCII, at most 2 KB. The URL is kept whole or
 * dropped; the feed's texts are cut to fit.
 */
final class FetchMetadata {

    /** Maximum size of all names and values together, as S3 counts them, with room within 2 KB for its own additions. */
    private static final int MAX_SIZE = 2_000;

    private static final int MAX_TITLE = 400;
    private static final int MAX_USAGE = 400;
    private static final int MAX_FIELD = 150;

    private FetchMetadata() {}

    /** Returns the metadata; empty if the URL alone is too long, since a truncated URL would name another page. */
    static Map<String, String> of(FetchedFrom from) {
        Map<String, String> metadata = new LinkedHashMap<>();
        put(metadata, "fetched-at", from.at().toString(), MAX_FIELD);
        put(metadata, "source", from.discovery().sourceId(), MAX_FIELD);
        put(metadata, "url", from.url(), MAX_SIZE);
        if (!from.url().equals(get(metadata, "url"))) {
            return Map.of();
        }
        Discovery discovery = from.discovery();
        putWhole(
                metadata,
                "trace",
                discovery.trace() == null ? null : discovery.trace().value());
        put(metadata, "form", from.form() == Form.PAGE ? null : from.form().name(), MAX_FIELD);
        put(metadata, "gone", from.gone() ? "true" : null, MAX_FIELD);
        put(metadata, "backfilled", discovery.backfilled() ? "true" : null, MAX_FIELD);
        put(metadata, "first", discovery.first() ? "true" : null, MAX_FIELD);
        putWhole(metadata, "entry-content", from.entry().content());
        putWhole(metadata, "feed", from.entry().feed());
        putWhole(metadata, "requested", from.requested());
        put(metadata, "refusal", refusal(from.refusal()), MAX_FIELD);
        RightsMetadata.lines(from.rights()).forEach((name, line) -> putWhole(metadata, name, line));
        put(metadata, "entry-published", from.entry().published(), MAX_FIELD);
        put(metadata, "usage-info", from.usageInfo(), MAX_USAGE);
        put(metadata, "entry-author", from.entry().author(), MAX_FIELD);
        put(metadata, "entry-title", from.entry().title(), MAX_TITLE);
        return metadata;
    }

    /** Parses metadata; empty unless written by {@link #of}. */
    static Optional<FetchedFrom> read(Map<String, String> metadata) {
        try {
            return written(metadata);
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<FetchedFrom> written(Map<String, String> metadata) {
        String url = get(metadata, "url");
        String at = get(metadata, "fetched-at");
        String source = get(metadata, "source");
        if (url == null || at == null || source == null) {
            return Optional.empty();
        }
        String form = get(metadata, "form");
        return Optional.of(new FetchedFrom(
                form == null ? Form.PAGE : Form.valueOf(form),
                url,
                get(metadata, "requested"),
                Instant.parse(at),
                entry(metadata),
                discovery(metadata, source),
                get(metadata, "usage-info"),
                RightsMetadata.read(metadata.keySet(), name -> get(metadata, name), Instant.parse(at)),
                refusal(get(metadata, "refusal")),
                metadata.containsKey("gone")));
    }

    private static Entry entry(Map<String, String> metadata) {
        return new Entry(
                get(metadata, "entry-title"),
                get(metadata, "entry-published"),
                get(metadata, "entry-author"),
                get(metadata, "entry-content"),
                get(metadata, "feed"));
    }

    private static Discovery discovery(Map<String, String> metadata, String source) {
        return new Discovery(
                source,
                TraceId.read(get(metadata, "trace")).orElse(null),
                metadata.containsKey("backfilled"),
                metadata.containsKey("first"));
    }

    private static @Nullable String refusal(@Nullable Refusal refusal) {
        return refusal == null ? null : refusal.status() + " " + refusal.reason();
    }

    private static @Nullable Refusal refusal(@Nullable String written) {
        int space = written == null ? -1 : written.indexOf(' ');
        return written == null || space < 0
                ? null
                : new Refusal(Integer.parseInt(written.substring(0, space)), written.substring(space + 1));
    }

    /** Adds a value that must not be cut, such as a URL, or leaves it out. */
    private static void putWhole(Map<String, String> metadata, String name, @Nullable String value) {
        put(metadata, name, value, MAX_SIZE);
        if (value != null && !value.equals(get(metadata, name))) {
            metadata.remove(name);
        }
    }

    private static void put(Map<String, String> metadata, String name, @Nullable String value, int most) {
        if (value == null) {
            return;
        }
        int used = metadata.entrySet().stream()
                .mapToInt(field -> field.getKey().length() + field.getValue().length())
                .sum();
        int room = Math.min(most, MAX_SIZE - used - name.length());
        String encoded = cut(value, room);
        if (!encoded.isEmpty()) {
            metadata.put(name, encoded);
        }
    }

    /** Cuts a value between characters, never inside an escape. */
    private static String cut(String value, int room) {
        StringBuilder encoded = new StringBuilder();
        int[] points = value.codePoints().toArray();
        for (int point : points) {
            String next = encoded(point);
            if (encoded.length() + next.length() > room) {
                break;
            }
            encoded.append(next);
        }
        return encoded.toString();
    }

    /** Percent-encodes a code point; printable ASCII stays, so that ordinary URLs do not grow. */
    private static String encoded(int point) {
        boolean plain = point > ' ' && point < 0x7f && point != '%' && point != '+';
        String character = Character.toString(point);
        return plain ? character : URLEncoder.encode(character, StandardCharsets.UTF_8);
    }

    private static @Nullable String get(Map<String, String> metadata, String name) {
        String value = metadata.get(name);
        return value == null ? null : URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
