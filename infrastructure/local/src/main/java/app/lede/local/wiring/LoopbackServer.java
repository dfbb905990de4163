package app.lede.local.wiring;

import app.lede.local.engine.LocalCaller;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on 127.0.0.1 that accepts only loopback host names; others get 403, which stops DNS rebinding. */
public final class LoopbackServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("http-", 0).factory());

    private LoopbackServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts a server.
     *
     * @param port 0 for a free one
     */
    public static LoopbackServer start(int port, HttpHandler handler) throws IOException {
        // Without it every response waits 40 ms for the client's delayed ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpServer server = bound(new InetSocketAddress(loopback, port));
        LoopbackServer started = new LoopbackServer(server);
        server.createContext("/", exchange -> guarded(exchange, handler));
        server.setExecutor(started.threads);
        server.start();
        return started;
    }

    private static HttpServer bound(InetSocketAddress address) throws IOException {
        try {
            return HttpServer.create(address, 0);
        } catch (BindException e) {
            throw new IOException(
                    "port " + address.getPort() + " of this machine is not free (" + e.getMessage() + ")", e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void guarded(HttpExchange exchange, HttpHandler handler) throws IOException {
        try (exchange) {
            Headers headers = exchange.getRequestHeaders();
            Optional<String> refusal = LocalCaller.refusal(headers.getFirst("Host"), headers.getFirst("Origin"));
            if (refusal.isEmpty()) {
                answered(exchange, handler);
            } else {
                json(exchange, 403, "{\"message\":\"" + refusal.get() + "\"}");
            }
        }
    }

    /** Answers 500 for whatever a handler throws, unless it has begun an answer. */
    private static void answered(HttpExchange exchange, HttpHandler handler) throws IOException {
        try {
            handler.handle(exchange);
        } catch (RuntimeException | Error e) {
            System.err.println("http: " + StackTrace.of(e));
            if (exchange.getResponseCode() < 0) {
                json(exchange, 500, "{\"message\":\"Internal Server Error\"}");
            }
        }
    }

    public static void json(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
    }

    public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean bodiless =
                exchange.getRequestMethod().equals("HEAD") || body.length == 0 || status == 204 || status == 304;
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
