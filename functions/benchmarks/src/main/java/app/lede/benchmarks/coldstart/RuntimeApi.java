package app.lede.benchmarks.coldstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Serves the Lambda runtime API to one process: hands out one event and takes its answer. A second request for an event waits
 * until the API closes. Source: the runtime API of 2018-06-01, as the runtime interface client calls it.
 */
final class RuntimeApi implements AutoCloseable {

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String REQUEST = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final byte[] event;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean handedOut = new AtomicBoolean();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CompletableFuture<Boolean> asked = new CompletableFuture<>();
    private final CompletableFuture<String> answer = new CompletableFuture<>();

    RuntimeApi(byte[] event) throws IOException {
        this.event = event.clone();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(ROOT, this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** Returns host and port, as {@code AWS_LAMBDA_RUNTIME_API} holds them. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Completes when the process has started and asks for its event; the event is held back until what depends on this has run. */
    CompletableFuture<Boolean> asked() {
        return asked;
    }

    /** Completes with the answer to the event, or with {@code error: …} where the process reported a failure. */
    CompletableFuture<String> answer() {
        return answer;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (path.endsWith("/restore/next")) {
                // Asked after the start of a snapshot, and answered when one is restored: here, at once.
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            if (path.endsWith("/next")) {
                next(exchange);
                return;
            }
            answer.complete(path.endsWith("/response") ? body : "error: " + body);
            exchange.sendResponseHeaders(202, -1);
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        if (handedOut.getAndSet(true)) {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return;
        }
        asked.complete(true);
        long deadline = System.currentTimeMillis() + TIMEOUT.toMillis();
        exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", REQUEST);
        exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:123456789012:function:lede");
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Trace-Id", "Root=1-695735a5-0ce2b27c8af6666259bbc471;Sampled=0");
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
