package app.lede.benchmarks.coldstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers for DynamoDB (empty tables), SQS, Secrets Manager and S3 on one port. Buckets keep what is put there; a read
 * under {@code articles/} returns the article that was put last, whatever its key. Thread safe.
 */
final class StubServices implements AutoCloseable {

    private static final String ARTICLES = "/articles/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

    StubServices() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Puts an object; {@code path} is {@code /bucket/key}. */
    void put(String path, byte[] content) {
        objects.put(place(path), content.clone());
    }

    private static String place(String path) {
        return path.contains(ARTICLES) ? ARTICLES : path;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Optional<String> target =
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
            String path = exchange.getRequestURI().getPath();
            if (target.isPresent()) {
                answer(exchange, 200, json(target.get()).getBytes(StandardCharsets.UTF_8));
            } else if (exchange.getRequestMethod().equals("PUT")) {
                put(
                        path,
                        exchange.getRequestHeaders().containsKey("X-Amz-Decoded-Content-Length") ? joined(body) : body);
                exchange.getResponseHeaders().set("ETag", "\"0\"");
                answer(exchange, 200, new byte[0]);
            } else {
                read(exchange, Optional.ofNullable(objects.get(place(path))));
            }
        }
    }

    /** Joins the chunks of content coding {@code aws-chunked}: a line with the size in hex, the bytes, a line end; 0 is the last. */
    private static byte[] joined(byte[] chunked) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int end = at;
            while (chunked[end] != '\r') {
                end++;
            }
            String line = new String(chunked, at, end - at, StandardCharsets.US_ASCII);
            int extension = line.indexOf(';');
            int size = Integer.parseInt(extension < 0 ? line : line.substring(0, extension), 16);
            if (size == 0) {
                return whole.toByteArray();
            }
            whole.write(chunked, end + 2, size);
            at = end + 2 + size + 2;
        }
    }

    private static void read(HttpExchange exchange, Optional<byte[]> object) throws IOException {
        exchange.getResponseHeaders().set("ETag", "\"0\"");
        if (object.isPresent()) {
            answer(exchange, 200, object.get());
            return;
        }
        answer(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.UTF_8));
    }

    private static String json(String target) {
        return switch (target.substring(target.indexOf('.') + 1)) {
            case "Query" -> "{\"Items\":[],\"Count\":0}";
            case "GetSecretValue" -> "{\"SecretString\":\"a secret of thirty-two characters\"}";
            case "BatchGetItem" -> "{\"Responses\":{},\"UnprocessedKeys\":{}}";
            default -> "{}";
        };
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
