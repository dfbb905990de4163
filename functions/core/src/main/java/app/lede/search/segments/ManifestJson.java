package app.lede.search.segments;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.lede.json.ForeignJson;
import app.lede.json.Json;
import app.lede.json.OptionalFields;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads and writes manifests as JSON, field by field: a fresh process reads one before its first search. Invalid JSON is an IllegalArgumentException. Thread safe. */
final class ManifestJson {

    /** A mapper would load three hundred classes before the first search of a fresh process. */
    private static final ForeignJson READER = ForeignJson.valid(10);

    private ManifestJson() {}

    static byte[] write(Manifest manifest) {
        return Json.bytes(manifest);
    }

    static Manifest read(byte[] bytes) {
        JsonNode json = json(bytes);
        if (!json.path("segments").isArray()) {
            throw new IllegalArgumentException("not a manifest: it has no segments");
        }
        return new Manifest(
                json.path("commits").asLong(),
                OptionalFields.list(json, "segments", ManifestJson::segment),
                OptionalFields.list(
                        json,
                        "retired",
                        retired -> new Manifest.Retired(OptionalFields.text(retired, "name"), time(retired, "at"))));
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return READER.read(new String(bytes, UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a manifest: it is no JSON", e);
        }
    }

    private static Segment segment(JsonNode json) {
        return new Segment(
                OptionalFields.text(json, "name"),
                OptionalFields.text(json, "batch"),
                OptionalFields.whole(json, "articles"),
                OptionalFields.whole(json, "removals"),
                json.path("bytes").asLong(),
                span(json.path("arrival")),
                span(json.path("published")),
                span(json.path("removed")));
    }

    private static @Nullable TimeSpan span(JsonNode json) {
        return json.isObject() ? new TimeSpan(time(json, "first"), time(json, "last")) : null;
    }

    private static Instant time(JsonNode json, String name) {
        String text = OptionalFields.text(json, name);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a time: " + text, e);
        }
    }
}
