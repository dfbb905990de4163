package app.lede.local.proxy;

import app.lede.json.Json;
import app.lede.local.wiring.LoopbackServer;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Forwards the requests of a browser on this machine to an API, signed. It answers its own page only: any other page, of this
 * machine or the web, would act with the credentials of whoever runs it.
 */
public final class ApiProxy implements AutoCloseable {

    /** API Gateway takes 10 MB. */
    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    /** Headers of a request that mean something to the API. */
    private static final Set<String> ASKED =
            Set.of("accept", "accept-encoding", "content-type", "if-none-match", "mcp-protocol-version");

    /** Headers of an answer that are about the connection, or are set anew. */
    private static final Set<String> HOP = Set.of(
            ":status", "connection", "content-length", "date", "keep-alive", "transfer-encoding", "upgrade", "trailer");

    private static final Set<String> OWN_PAGE = Set.of("same-origin", "none");

    private final SignedApi api;
    private final LoopbackServer server;

    private ApiProxy(SignedApi api, int port) throws IOException {
        this.api = api;
        this.server = LoopbackServer.start(port, this::handle);
    }

    /**
     * Starts the proxy on 127.0.0.1.
     *
     * @param port 0 for a free one
     */
    public static ApiProxy start(SignedApi api, int port) throws IOException {
        return new ApiProxy(api, port);
    }

    public URI endpoint() {
        return server.endpoint();
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (!isOfOwnPage(exchange.getRequestHeaders())) {
            problem(exchange, 403, "This proxy answers its own page only.");
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            problem(exchange, 413, "A request may have 10 MB.");
            return;
        }
        try {
            answer(exchange, api.send(exchange.getRequestMethod(), target(exchange), asked(exchange), body));
        } catch (SdkException e) {
            problem(exchange, 502, "The request was not signed: " + e.getMessage());
        } catch (IOException e) {
            problem(exchange, 502, "The API did not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem(exchange, 503, "The proxy is being stopped.");
        }
    }

    /** Programs send neither header; a browser sends what it knows of the page behind the request. */
    private static boolean isOfOwnPage(Headers headers) {
        String origin = headers.getFirst("Origin");
        String site = headers.getFirst("Sec-Fetch-Site");
        boolean opened = "navigate".equals(headers.getFirst("Sec-Fetch-Mode")) && origin == null;
        String host = headers.getFirst("Host");
        return (origin == null || origin.equals("http://" + host))
                && (site == null || OWN_PAGE.contains(site) || opened);
    }

    private static String target(HttpExchange exchange) {
        URI asked = exchange.getRequestURI();
        return asked.getRawPath()
                + Optional.ofNullable(asked.getRawQuery())
                        .map(query -> "?" + query)
                        .orElse("");
    }

    private static Map<String, String> asked(HttpExchange exchange) {
        Map<String, String> headers = new TreeMap<>();
        ASKED.forEach(name -> Optional.ofNullable(exchange.getRequestHeaders().get(name))
                .ifPresent(values -> headers.put(name, String.join(", ", values))));
        return headers;
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!HOP.contains(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        LoopbackServer.send(exchange, answer.statusCode(), answer.body());
    }

    private static void problem(HttpExchange exchange, int status, String detail) throws IOException {
        LoopbackServer.json(
                exchange,
                status,
                Json.object()
                        .put("title", "lede proxy")
                        .put("status", status)
                        .put("detail", detail)
                        .toString());
    }

    @Override
    public void close() {
        server.close();
    }
}
