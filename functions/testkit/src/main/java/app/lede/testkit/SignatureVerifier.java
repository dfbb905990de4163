package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Verifies HTTP message signatures with another implementation of RFC 9421, npm http-message-signatures 1.0.6 (ISC, 24 kB) over
 * structured-headers 2.1.0 (MIT), both in {@code functions/testkit/verifier}. Runs in this machine's Node.
 */
public final class SignatureVerifier {

    /** Verdict on a message whose signatures are all valid. */
    public static final String VERIFIED = "verified";

    /** Verdict on a message without signatures. */
    public static final String UNSIGNED = "unsigned";

    private final ArrayNode questions = Json.object().putArray("questions");
    private final String tag;

    /** Creates a verifier of signatures of one tag. */
    public SignatureVerifier(String tag) {
        this.tag = tag;
    }

    /** Adds a request; header names are in any case. */
    public void request(Instant now, JsonNode keys, String method, String url, Map<String, String> headers) {
        message(now, keys, request(method, url, headers), null);
    }

    /** Adds a response to a GET. */
    public void response(Instant now, JsonNode keys, int status, Map<String, String> headers, String url) {
        ObjectNode response = Json.object().put("status", status);
        response.set("headers", Json.tree(headers));
        message(now, keys, response, request("GET", url, Map.of()));
    }

    private static ObjectNode request(String method, String url, Map<String, String> headers) {
        ObjectNode request = Json.object().put("method", method).put("url", url);
        request.set("headers", Json.tree(headers));
        return request;
    }

    private void message(Instant now, JsonNode keys, ObjectNode message, @Nullable ObjectNode request) {
        ObjectNode question =
                questions.addObject().put("now", now.getEpochSecond()).put("tag", tag);
        question.set("keys", keys);
        question.set("message", message);
        question.set("request", request);
    }

    /** Returns the verdict on each message, in order; skips the test where there is no Node. */
    public List<String> verdicts() {
        Optional<Path> node = node();
        assumeTrue(node.isPresent(), "signatures are verified independently where Node is on the PATH");
        Path script = EventFiles.repository().resolve("functions/testkit/verifier/verify.cjs");
        try {
            Process process = new ProcessBuilder(node.orElseThrow().toString(), script.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(Json.bytes(questions));
            }
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), "the verifier failed");
            List<String> verdicts = new ArrayList<>();
            Json.read(answer).forEach(verdict -> verdicts.add(verdict.asText()));
            return verdicts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> node() {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
