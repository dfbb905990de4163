package app.lede.local.wiring;

import app.lede.json.Json;
import app.lede.local.template.Secret;
import app.lede.local.template.Template;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Serves reads of Secrets Manager: each secret is random and lasts as long as the stack. */
final class SecretsFront {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LONGEST_REQUEST = 65_536;

    private final Map<String, ObjectNode> answers = new HashMap<>();

    SecretsFront(Template template, SecureRandom random) {
        for (Secret secret : template.secrets()) {
            ObjectNode answer = Json.object()
                    .put("ARN", PhysicalNames.arn(secret))
                    .put("Name", secret.name())
                    .put("SecretString", characters(secret.length(), random))
                    .put("VersionId", "00000000-0000-0000-0000-000000000001");
            answer.putArray("VersionStages").add("AWSCURRENT");
            answers.put(secret.name(), answer);
            answers.put(PhysicalNames.arn(secret), answer);
        }
    }

    private static String characters(int length, SecureRandom random) {
        return random.ints(length, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining());
    }

    void handle(HttpExchange exchange) throws IOException {
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        if (!target.equals("secretsmanager.GetSecretValue")) {
            fail(exchange, "InvalidRequestException", target + " is not available on this machine");
            return;
        }
        JsonNode request = Json.read(exchange.getRequestBody().readNBytes(LONGEST_REQUEST));
        ObjectNode answer = answers.get(request.path("SecretId").asText());
        if (answer == null) {
            fail(exchange, "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
            return;
        }
        send(exchange, 200, answer);
    }

    private static void fail(HttpExchange exchange, String type, String message) throws IOException {
        send(exchange, 400, Json.object().put("__type", type).put("Message", message));
    }

    private static void send(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        LoopbackServer.send(exchange, status, Json.bytes(body));
    }
}
