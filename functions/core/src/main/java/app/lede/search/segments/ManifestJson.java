package app.lede.search.segments;

import app.lede.json.Json;
import app.lede.json.OptionalFields;
import com.fasterxml.jackson.databind.JsonNode;

/** Reads and writes manifests as JSON. Invalid JSON is an IllegalArgumentException. Thread safe. */
final class ManifestJson {

    private ManifestJson() {}

    static byte[] write(Manifest manifest) {
        return Json.bytes(manifest);
    }

    static Manifest read(byte[] bytes) {
        JsonNode json = Json.read(bytes);
        if (!json.path("segments").isArray()) {
            throw new IllegalArgumentException("not a manifest: it has no segments");
        }
        return new Manifest(
                json.path("commits").asLong(),
                OptionalFields.list(json, "segments", segment -> Json.of(segment, Segment.class)),
                OptionalFields.list(json, "retired", retired -> Json.of(retired, Manifest.Retired.class)));
    }
}
