package app.lede.local.wiring;

import app.lede.json.Json;
import app.lede.local.template.Secret;
import app.lede.local.template.Template;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** Serves Secrets Manager's reads, lists and rotations: each secret begins random and lasts as long as the stack, or its data folder. */
final class SecretsFront {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LONGEST_REQUEST = 131_072;
    private static final String NOT_FOUND = "ResourceNotFoundException";

    /** By name. */
    private final Map<String, HeldSecret> secrets = new ConcurrentSkipListMap<>();

    private final InstantSource clock;
    private final Optional<SecretsFile> file;

    /**
     * Makes the template's secrets, but for those that a file keeps.
     *
     * @param file absent for secrets that end with the stack
     */
    SecretsFront(Template template, SecureRandom random, InstantSource clock, Optional<SecretsFile> file)
            throws IOException {
        this.clock = clock;
        this.file = file;
        Map<String, HeldSecret> kept = file.isPresent() ? file.get().read() : Map.of();
        for (Secret secret : template.secrets()) {
            HeldSecret before = kept.get(secret.name());
            HeldSecret.Version first = before == null
                    ? new HeldSecret.Version(characters(secret.length(), random), clock.instant())
                    : before.current();
            secrets.put(
                    secret.name(),
                    new HeldSecret(
                            PhysicalNames.arn(secret),
                            secret.name(),
                            first,
                            before == null ? null : before.previous(),
                            before == null ? List.of() : before.earlier()));
        }
        keep();
    }

    private synchronized void keep() throws IOException {
        if (file.isPresent()) {
            file.get().write(secrets.values());
        }
    }

    private static String characters(int length, SecureRandom random) {
        return random.ints(length, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining());
    }

    void handle(HttpExchange exchange) throws IOException {
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        JsonNode request = Json.read(exchange.getRequestBody().readNBytes(LONGEST_REQUEST));
        switch (target) {
            case "secretsmanager.GetSecretValue" -> get(exchange, request);
            case "secretsmanager.ListSecretVersionIds" -> versions(exchange, request);
            case "secretsmanager.PutSecretValue" -> put(exchange, request);
            case "secretsmanager.ListSecrets" -> send(exchange, 200, list());
            default -> fail(exchange, "InvalidRequestException", target + " is not available on this machine");
        }
    }

    private Optional<HeldSecret> named(JsonNode request) {
        String id = request.path("SecretId").asText();
        return secrets.values().stream()
                .filter(secret -> secret.name().equals(id) || secret.arn().equals(id))
                .findFirst();
    }

    private void get(HttpExchange exchange, JsonNode request) throws IOException {
        HeldSecret secret = named(request).orElse(null);
        HeldSecret.Version version =
                secret == null ? null : asked(secret, request).orElse(null);
        if (secret == null || version == null) {
            fail(exchange, NOT_FOUND, "Secrets Manager can't find the specified secret value.");
            return;
        }
        ObjectNode answer = answer(secret, version)
                .put("SecretString", version.value())
                .put("CreatedDate", version.created().toEpochMilli() / 1e3);
        ArrayNode stages = answer.putArray("VersionStages");
        secret.stages(version).forEach(stages::add);
        send(exchange, 200, answer);
    }

    /** Returns the version of an id or a stage, the current one where neither is named. */
    private static Optional<HeldSecret.Version> asked(HeldSecret secret, JsonNode request) {
        String id = request.path("VersionId").asText();
        String stage = request.path("VersionStage").asText("AWSCURRENT");
        return secret.versions().stream()
                .filter(version -> id.isEmpty()
                        ? secret.stages(version).contains(stage)
                        : version.id().equals(id))
                .findFirst();
    }

    private void versions(HttpExchange exchange, JsonNode request) throws IOException {
        Optional<HeldSecret> secret = named(request);
        if (secret.isEmpty()) {
            fail(exchange, NOT_FOUND, "Secrets Manager can't find the specified secret.");
            return;
        }
        HeldSecret held = secret.get();
        ObjectNode answer = Json.object().put("ARN", held.arn()).put("Name", held.name());
        ArrayNode list = answer.putArray("Versions");
        for (HeldSecret.Version version : held.versions()) {
            List<String> stages = held.stages(version);
            if (!stages.isEmpty() || request.path("IncludeDeprecated").asBoolean()) {
                ObjectNode entry = list.addObject()
                        .put("VersionId", version.id())
                        .put("CreatedDate", version.created().toEpochMilli() / 1e3);
                stages.forEach(stage -> entry.withArray("VersionStages").add(stage));
            }
        }
        send(exchange, 200, answer);
    }

    private void put(HttpExchange exchange, JsonNode request) throws IOException {
        Optional<HeldSecret> secret = named(request);
        if (secret.isEmpty()) {
            fail(exchange, NOT_FOUND, "Secrets Manager can't find the specified secret.");
            return;
        }
        HeldSecret rotated = secret.get().rotated(request.path("SecretString").asText(), clock.instant());
        secrets.put(rotated.name(), rotated);
        keep();
        ObjectNode answer = answer(rotated, rotated.current());
        answer.putArray("VersionStages").add("AWSCURRENT");
        send(exchange, 200, answer);
    }

    private ObjectNode list() {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("SecretList");
        secrets.values()
                .forEach(secret -> list.addObject().put("ARN", secret.arn()).put("Name", secret.name()));
        return answer;
    }

    private static ObjectNode answer(HeldSecret secret, HeldSecret.Version version) {
        return Json.object().put("ARN", secret.arn()).put("Name", secret.name()).put("VersionId", version.id());
    }

    private static void fail(HttpExchange exchange, String type, String message) throws IOException {
        send(exchange, 400, Json.object().put("__type", type).put("Message", message));
    }

    private static void send(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        LoopbackServer.send(exchange, status, Json.bytes(body));
    }
}
