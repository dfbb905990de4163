package app.lede.local.wiring;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the values of secrets in a stack's data folder, so that signing keys and cursors outlive the process. Only its owner may
 * read the file. Not thread safe.
 */
final class SecretsFile {

    private final Path folder;
    private final Path path;

    /** Keeps them in {@code secrets.json} of a folder, which need not exist. */
    SecretsFile(Path folder) {
        this.folder = folder;
        this.path = folder.resolve("secrets.json");
    }

    /** Returns the secrets by name; none without a file. */
    Map<String, HeldSecret> read() throws IOException {
        if (!Files.exists(path)) {
            return Map.of();
        }
        try {
            Map<String, HeldSecret> secrets = new HashMap<>();
            for (JsonNode each : Json.read(Files.readAllBytes(path)).path("secrets")) {
                HeldSecret secret = new HeldSecret(
                        each.path("arn").asText(),
                        each.path("name").asText(),
                        version(each.path("current")),
                        each.has("previous") ? version(each.path("previous")) : null,
                        earlier(each));
                secrets.put(secret.name(), secret);
            }
            return secrets;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException(path + " is no file of secrets; without it, new ones are made", e);
        }
    }

    private static List<HeldSecret.Version> earlier(JsonNode secret) {
        List<HeldSecret.Version> versions = new ArrayList<>();
        secret.path("earlier").forEach(each -> versions.add(version(each)));
        return versions;
    }

    private static HeldSecret.Version version(JsonNode json) {
        return new HeldSecret.Version(
                json.path("id").asText(),
                json.path("value").asText(),
                Instant.parse(json.path("created").asText()));
    }

    /** Replaces the file as a whole. */
    void write(Collection<HeldSecret> secrets) throws IOException {
        ObjectNode json = Json.object();
        for (HeldSecret secret : secrets) {
            ObjectNode each = json.withArray("secrets")
                    .addObject()
                    .put("arn", secret.arn())
                    .put("name", secret.name());
            put(each, "current", secret.current());
            put(each, "previous", secret.previous());
            secret.earlier().forEach(version -> write(each.withArray("earlier").addObject(), version));
        }
        Files.createDirectories(folder);
        // Temporary files are made for their owner alone, and stay so when they are moved.
        Path written = Files.createTempFile(folder, "secrets", ".tmp");
        try {
            Files.write(written, Json.bytes(json));
            Files.move(written, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void write(ObjectNode json, HeldSecret.Version version) {
        json.put("id", version.id())
                .put("value", version.value())
                .put("created", version.created().toString());
    }

    private static void put(ObjectNode secret, String stage, HeldSecret.@Nullable Version version) {
        if (version != null) {
            write(secret.putObject(stage), version);
        }
    }
}
