package app.lede.local.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Serves a small invented newspaper on a free loopback port: a feed, robots.txt and the feed's pages, one behind a
 * redirect and one missing. Files are in {@code samples/site}, where {@code {{site}}} stands for the site's own
 * address.
 */
public final class SampleSite implements AutoCloseable {

    private static final Pattern SERVED = Pattern.compile("(?:/[a-z0-9][a-z0-9-]*)*/[a-z0-9-]+\\.(?:xml|html|txt)");

    private static final Map<String, String> REDIRECTS = Map.of("/go/1006", "/2026/03/night-ferry.html");

    private static final Map<String, String> TYPES = Map.of(
            "xml", "application/rss+xml; charset=utf-8",
            "html", "text/html; charset=utf-8",
            "txt", "text/plain; charset=utf-8");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private SampleSite(HttpServer server) {
        this.server = server;
    }

    /** Starts the site. */
    public static SampleSite open() throws IOException {
        SampleSite site =
                new SampleSite(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        site.server.createContext("/", site::answer);
        site.server.setExecutor(site.threads);
        site.server.start();
        return site;
    }

    /** Returns the feed's URL. */
    public URI feed() {
        return URI.create("http://" + hostAndPort() + "/feed.xml");
    }

    /** Returns the site's host and port, as in {@code --allow}. */
    public String hostAndPort() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String target = REDIRECTS.get(path);
            if (target != null) {
                exchange.getResponseHeaders().set("Location", "http://" + hostAndPort() + target);
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            send(exchange, path);
        }
    }

    private void send(HttpExchange exchange, String path) throws IOException {
        Optional<byte[]> page = page(path);
        String type = page.isPresent() ? TYPES.get(path.substring(path.lastIndexOf('.') + 1)) : TYPES.get("txt");
        byte[] body = page.orElseGet(() -> "There is no such page.\n".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean headOnly = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(page.isPresent() ? 200 : 404, headOnly ? -1 : body.length);
        if (!headOnly) {
            exchange.getResponseBody().write(body);
        }
    }

    private Optional<byte[]> page(String path) throws IOException {
        if (!SERVED.matcher(path).matches()) {
            return Optional.empty();
        }
        try (InputStream in = SampleSite.class.getResourceAsStream("/samples/site" + path)) {
            if (in == null) {
                return Optional.empty();
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(
                    text.replace("{{site}}", "http://" + hostAndPort()).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
