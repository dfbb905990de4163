package app.lede.queryarticles;

import app.lede.json.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One invocation of a handler: event bytes in, answer bytes out, and the lines it logged meanwhile. */
final class Invocation implements LambdaLogger {

    private final List<JsonNode> lines = new CopyOnWriteArrayList<>();
    private final JsonNode answer;

    private Invocation(RequestStreamHandler handler, byte[] event, Duration left) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), out, context(left));
        this.answer = Json.read(out.toByteArray());
    }

    static Invocation of(RequestStreamHandler handler, byte[] event) throws IOException {
        return new Invocation(handler, event, Duration.ofMinutes(1));
    }

    JsonNode answer() {
        return answer;
    }

    /** The log lines, in the order they were written. */
    List<JsonNode> lines() {
        return List.copyOf(lines);
    }

    /** The outcomes of the log lines, sorted, since messages may be worked on side by side. */
    List<String> outcomes() {
        return lines.stream()
                .map(line -> line.path("outcome").asText())
                .sorted()
                .toList();
    }

    @Override
    public void log(String message) {
        lines.add(Json.read(message));
    }

    @Override
    public void log(byte[] message) {
        log(new String(message, StandardCharsets.UTF_8));
    }

    private Context context(Duration left) {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getLogger" -> this;
                    case "getRemainingTimeInMillis" -> Math.toIntExact(left.toMillis());
                    case "getAwsRequestId" -> "request-1";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
