package app.lede.local.wiring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A site on the loopback address whose pages tests set; others are missing. It takes everything that is posted. Thread safe. */
final class TestSite implements AutoCloseable {

    private record Page(int status, String type, String body) {}

    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    TestSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Returns {@code host:port}. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String url(String path) {
        return "http://" + address() + path;
    }

    void page(String path, String html) {
        pages.put(path, new Page(200, "text/html; charset=utf-8", html));
    }

    void status(String path, int status) {
        pages.put(path, new Page(status, "text/plain", ""));
    }

    void json(String path, String json) {
        pages.put(path, new Page(200, "application/json", json));
    }

    /** Sets a feed at a path. */
    void feed(String path, String head, String items) {
        String feed =
                "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><title>Fishguard News</title>"
                        + head + items + "</channel></rss>";
        pages.put(path, new Page(200, "application/rss+xml; charset=utf-8", feed));
    }

    /** Returns an item of a feed. */
    String item(String title, String path, String words) {
        return "<item><title>" + title + "</title><link>" + url(path) + "</link>"
                + (words.isEmpty() ? "" : "<description>" + words + "</description>") + "</item>";
    }

    /** Removes and returns the bodies that were posted. */
    List<String> posted() {
        List<String> bodies = List.copyOf(posted);
        posted.clear();
        return bodies;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!body.isEmpty()) {
                posted.add(body);
            }
            Page page = pages.getOrDefault(exchange.getRequestURI().getPath(), new Page(404, "text/plain", ""));
            byte[] bytes = page.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", page.type());
            exchange.sendResponseHeaders(page.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
