package app.lede.bedrock;

import app.lede.aws.AwsClients;
import app.lede.aws.Environment;
import app.lede.json.Json;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * Answers {@code POST /model/<id>/converse} on 127.0.0.1 as Amazon Bedrock does, from a script. The last answer is repeated.
 *
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">Converse</a>
 */
final class ConverseServer implements AutoCloseable {

    /** Answer of the server: a status, the error's type or an empty string, and a body. */
    record Scripted(int status, String error, String body) {}

    /** A request as it arrived. */
    record Received(String path, JsonNode body, String authorization) {}

    private final HttpServer server;
    private final Deque<Scripted> script = new ArrayDeque<>();
    private final List<Received> received = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private boolean silent;

    ConverseServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    /** Answers with a text and the reason why the model stopped. */
    ConverseServer says(String text, String stopReason) {
        return answers(200, "", answer(text, stopReason).toString());
    }

    /** Answers with an error of the service. */
    ConverseServer fails(int status, String error) {
        return answers(status, error, "{\"message\":\"as the test wants it\"}");
    }

    synchronized ConverseServer answers(int status, String error, String body) {
        script.add(new Scripted(status, error, body));
        return this;
    }

    /** Takes requests and never answers them. */
    synchronized ConverseServer staysSilent() {
        silent = true;
        return this;
    }

    static ObjectNode answer(String text, String stopReason) {
        ObjectNode body = Json.object();
        ObjectNode message = body.putObject("output").putObject("message").put("role", "assistant");
        message.putArray("content").addObject().put("text", text);
        body.put("stopReason", stopReason);
        body.putObject("usage").put("inputTokens", 400).put("outputTokens", 60).put("totalTokens", 460);
        body.putObject("metrics").put("latencyMs", 812);
        return body;
    }

    synchronized List<Received> received() {
        return List.copyOf(received);
    }

    /** Returns the clients of an environment in which Bedrock is this server. */
    AwsClients clients() {
        return new AwsClients(environment(server.getAddress().getPort()));
    }

    static Environment environment(int port) {
        return new Environment(
                Map.of(
                        "AWS_REGION", "eu-central-1",
                        "AWS_ENDPOINT_URL", "http://127.0.0.1:" + port,
                        "AWS_ACCESS_KEY_ID", "test",
                        "AWS_SECRET_ACCESS_KEY", "test"),
                () -> Samples.NOON);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Scripted next = take(exchange);
        if (silent) {
            awaitClose();
            exchange.close();
            return;
        }
        byte[] body = next.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("x-amzn-RequestId", "5f0c-test");
        if (!next.error().isEmpty()) {
            exchange.getResponseHeaders()
                    .add("x-amzn-ErrorType", next.error() + ":http://internal.amazon.com/coral/com.amazon.bedrock/");
        }
        exchange.sendResponseHeaders(next.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized Scripted take(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestURI().getRawPath(),
                Json.read(exchange.getRequestBody().readAllBytes()),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))));
        if (script.isEmpty()) {
            return new Scripted(200, "", "{}");
        }
        return script.size() > 1 ? script.removeFirst() : script.getFirst();
    }

    private void awaitClose() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
