package app.lede.local.proxy;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Carries the messages of an MCP client from standard input to {@code POST /mcp}, and the answers back: one message of JSON-RPC
 * 2.0 a line, in order. Knows nothing of MCP but the protocol version, which over HTTP is a header.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">MCP transports</a>
 */
public final class McpPipe {

    private static final int NOT_ANSWERED = -32_000;
    private static final int NOT_JSON = -32_700;

    private final SignedApi api;
    private final Consumer<String> answers;
    private final Consumer<String> messages;
    private Optional<String> version = Optional.empty();

    /**
     * Creates the pipe.
     *
     * @param answers takes each answer, one line without its end
     * @param messages takes what went wrong, for people
     */
    public McpPipe(SignedApi api, Consumer<String> answers, Consumer<String> messages) {
        this.api = api;
        this.answers = answers;
        this.messages = messages;
    }

    /** Carries messages until the client closes its end. */
    public void run(BufferedReader client) throws IOException, InterruptedException {
        for (String line = client.readLine(); line != null; line = client.readLine()) {
            if (!line.isBlank()) {
                carry(line);
            }
        }
    }

    private void carry(String line) throws InterruptedException {
        JsonNode message;
        try {
            message = Json.read(line);
        } catch (IllegalArgumentException e) {
            failed(Json.object(), NOT_JSON, "not JSON");
            return;
        }
        try {
            HttpResponse<byte[]> answer =
                    api.send("POST", "/mcp", headers(message), line.getBytes(StandardCharsets.UTF_8));
            answered(message, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException | SdkException e) {
            failed(message, NOT_ANSWERED, "the API did not answer: " + e);
        }
    }

    private Map<String, String> headers(JsonNode message) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("accept", "application/json, text/event-stream");
        headers.put("content-type", "application/json");
        String stated = message.at("/params/_meta/io.modelcontextprotocol~1protocolVersion")
                .asText();
        Optional.of(stated)
                .filter(words -> !words.isEmpty())
                .or(() -> version)
                .ifPresent(known -> headers.put("mcp-protocol-version", known));
        return headers;
    }

    /** Passes an answer on: JSON-RPC as it is, on one line; what is none of it as an error of the request. */
    private void answered(JsonNode message, int status, String body) {
        JsonNode answer;
        try {
            answer = body.isBlank() ? Json.object() : Json.read(body);
        } catch (IllegalArgumentException e) {
            answer = Json.object();
        }
        if (answer.has("jsonrpc") || answer.isArray()) {
            String agreed = answer.at("/result/protocolVersion").asText();
            version = agreed.isEmpty() ? version : Optional.of(agreed);
            answers.accept(answer.toString());
        } else if (status >= 300 || message.has("id")) {
            failed(message, NOT_ANSWERED, "the API answered " + status + ", and no message: " + words(answer));
        }
    }

    private static String words(JsonNode answer) {
        return answer.path("detail").asText(answer.path("message").asText());
    }

    /** Tells the client by an error of its request; a notification has none, so that people are told. */
    private void failed(JsonNode message, int code, String detail) {
        messages.accept("mcp: " + detail);
        if (message.has("id") || code == NOT_JSON) {
            ObjectNode answer = Json.object().put("jsonrpc", "2.0");
            answer.set("id", message.path("id"));
            answer.putObject("error").put("code", code).put("message", "lede proxy: " + detail);
            answers.accept(answer.toString());
        }
    }
}
