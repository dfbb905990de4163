package app.lede.local.engine;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Proxies ElasticMQ, refusing requests that {@link LocalCaller} or the limits of SQS refuse. Everything else is handed on
 * as it is.
 */
final class SqsFront implements AutoCloseable {
    /** Of all messages of one request together, as SQS counts them. */
    private static final int MOST_OF_A_BATCH = 1 << 20;

    private static final int LONGEST_REQUEST = 8 << 20;
    private static final Set<String> NOT_HANDED_ON =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding", ":status");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("sqs-front-", 0).factory());
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile int port;

    private SqsFront(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts listening; answers once it is told where ElasticMQ is.
     *
     * @param port 0 for a free one
     */
    static SqsFront start(int port) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        InetAddress loopback = InetAddress.getLoopbackAddress();
        SqsFront front = new SqsFront(HttpServer.create(new InetSocketAddress(loopback, port), 0));
        front.server.createContext("/", front::handle);
        front.server.setExecutor(front.threads);
        front.server.start();
        return front;
    }

    int port() {
        return server.getAddress().getPort();
    }

    void elasticMqIsAt(int itsPort) {
        port = itsPort;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getRequestHeaders();
            Optional<String> refusal = LocalCaller.refusal(headers.getFirst("Host"), headers.getFirst("Origin"));
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST_REQUEST + 1);
            if (refusal.isPresent()) {
                answer(exchange, 403, refusal.get().getBytes(StandardCharsets.UTF_8));
            } else if (body.length > LONGEST_REQUEST) {
                answer(exchange, 413, new byte[0]);
            } else if (isTooLongABatch(headers, body)) {
                System.err.println(
                        "sqs: refused as on AWS, BatchRequestTooLong: the messages of one request have more than "
                                + MOST_OF_A_BATCH + " bytes");
                exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
                exchange.getResponseHeaders()
                        .set("x-amzn-query-error", "AWS.SimpleQueueService.BatchRequestTooLong;Sender");
                String problem = "{\"__type\":\"com.amazonaws.sqs#BatchRequestTooLong\",\"message\":"
                        + "\"Batch requests cannot be longer than " + MOST_OF_A_BATCH + " bytes.\"}";
                answer(exchange, 400, problem.getBytes(StandardCharsets.UTF_8));
            } else {
                handOn(exchange, body);
            }
        }
    }

    private static boolean isTooLongABatch(Headers headers, byte[] body) {
        if (body.length <= MOST_OF_A_BATCH || !"AmazonSQS.SendMessageBatch".equals(headers.getFirst("X-Amz-Target"))) {
            return false;
        }
        try {
            long total = 0;
            for (JsonNode entry : Json.read(body).path("Entries")) {
                total += entry.path("MessageBody").asText().getBytes(StandardCharsets.UTF_8).length;
            }
            return total > MOST_OF_A_BATCH;
        } catch (IllegalArgumentException notJson) {
            return false; // ElasticMQ says so.
        }
    }

    private void handOn(HttpExchange exchange, byte[] body) throws IOException {
        URI uri = URI.create("http://" + Engine.LOOPBACK + ":" + port
                + exchange.getRequestURI().toString());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_HANDED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            response.headers().map().forEach((name, values) -> copy(exchange.getResponseHeaders(), name, values));
            answer(exchange, response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopping", e);
        }
    }

    private static void copy(Headers headers, String name, List<String> values) {
        if (!NOT_HANDED_ON.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> headers.add(name, value));
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.shutdownNow();
    }
}
