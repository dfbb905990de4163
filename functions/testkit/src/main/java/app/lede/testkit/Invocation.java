package app.lede.testkit;

import app.lede.json.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One invocation of a Lambda handler: event bytes in, answer bytes and log lines out. Safe for handlers that process
 * messages in parallel.
 */
public final class Invocation {

    private final Lines lines = new Lines();
    private final JsonNode event;
    private final JsonNode answer;

    private Invocation(RequestStreamHandler handler, byte[] event, Duration left) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), out, context(left, lines));
        this.answer = Json.read(out.toByteArray());
        this.event = Json.read(event);
        ApiContract.check(this.event, answer);
    }

    /** Invokes the handler with a minute left. */
    public static Invocation of(RequestStreamHandler handler, byte[] event) throws IOException {
        return new Invocation(handler, event, Duration.ofMinutes(1));
    }

    /** Invokes the handler with this much time left. */
    public static Invocation withTimeLeft(Duration left, RequestStreamHandler handler, byte[] event)
            throws IOException {
        return new Invocation(handler, event, left);
    }

    /**
     * Invokes a handler that throws, with a minute left, and returns the log lines that it wrote before.
     *
     * @throws AssertionError if it throws nothing
     */
    public static List<JsonNode> failing(RequestStreamHandler handler, byte[] event) throws IOException {
        Lines lines = new Lines();
        Context context = context(Duration.ofMinutes(1), lines);
        try {
            handler.handleRequest(new ByteArrayInputStream(event), new ByteArrayOutputStream(), context);
        } catch (RuntimeException expected) {
            return List.copyOf(lines.written);
        }
        throw new AssertionError("the handler throws nothing");
    }

    /** Returns the handler's answer. */
    public JsonNode answer() {
        return answer;
    }

    /** Returns the body of an answer of the HTTP API as text, decompressed. */
    public String text() {
        return ApiExchange.of(event, answer).text();
    }

    /** Returns the log lines in order. */
    public List<JsonNode> lines() {
        return List.copyOf(lines.written);
    }

    /** Returns the outcomes of the log lines, sorted, since messages may be processed in parallel. */
    public List<String> outcomes() {
        return lines.written.stream()
                .map(line -> line.path("outcome").asText())
                .sorted()
                .toList();
    }

    /** Returns the ids of messages reported as failed. */
    public List<String> failures() {
        return answer.path("batchItemFailures").findValuesAsText("itemIdentifier");
    }

    /** Returns the event with an unreadable message before the others. */
    public static byte[] withABrokenMessage(byte[] event) {
        ObjectNode batch = (ObjectNode) Json.read(event);
        ArrayNode messages = batch.withArray("Records");
        ObjectNode broken = messages.get(0).deepCopy();
        messages.insert(0, broken.put("messageId", "broken").put("body", "{"));
        return Json.bytes(batch);
    }

    private static Context context(Duration left, LambdaLogger logger) {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getLogger" -> logger;
                    case "getRemainingTimeInMillis" -> Math.toIntExact(left.toMillis());
                    case "getAwsRequestId" -> "request-1";
                    case "getFunctionName" -> "lede";
                    case "getMemoryLimitInMB" -> 1_024;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static final class Lines implements LambdaLogger {

        private final List<JsonNode> written = new CopyOnWriteArrayList<>();

        @Override
        public void log(String message) {
            written.add(Json.read(message));
        }

        @Override
        public void log(byte[] message) {
            log(new String(message, StandardCharsets.UTF_8));
        }
    }
}
