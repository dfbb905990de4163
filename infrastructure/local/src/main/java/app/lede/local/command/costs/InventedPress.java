package app.lede.local.command.costs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves invented newspapers on free loopback ports: each a feed and its pages, of 500 words in all. */
final class InventedPress implements AutoCloseable {
    private static final int PARAGRAPHS = 10;
    private static final int WORDS = 50;
    private static final List<String> VOCABULARY = List.of(
            "the",
            "harbour",
            "council",
            "said",
            "that",
            "bridge",
            "would",
            "open",
            "before",
            "winter",
            "and",
            "a",
            "new",
            "ferry",
            "from",
            "northern",
            "islands",
            "had",
            "been",
            "paid",
            "for",
            "by",
            "fishers",
            "who",
            "asked",
            "minister",
            "to",
            "build",
            "school",
            "near",
            "old",
            "market",
            "after",
            "long",
            "dispute",
            "over",
            "water",
            "prices",
            "in",
            "valley",
            "while",
            "engineers",
            "measured",
            "road",
            "with",
            "patience",
            "farmers",
            "sold",
            "apples",
            "on",
            "Tuesday",
            "morning",
            "as",
            "rain",
            "fell",
            "of",
            "this",
            "year",
            "is",
            "was");

    private final List<HttpServer> servers = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile int shown;

    /**
     * Starts the servers.
     *
     * @param papers newspapers, each a host of its own
     * @param shown entries of each feed at first
     */
    InventedPress(int papers, int shown) throws IOException {
        this.shown = shown;
        for (int paper = 0; paper < papers; paper++) {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            int number = paper;
            server.createContext("/", exchange -> answer(exchange, number));
            server.setExecutor(threads);
            server.start();
            servers.add(server);
        }
    }

    /** Publishes: the feeds show this number of entries from now on. */
    void show(int entries) {
        shown = entries;
    }

    /** Returns {@code host:port} of each newspaper. */
    List<String> hosts() {
        return servers.stream()
                .map(server -> "127.0.0.1:" + server.getAddress().getPort())
                .toList();
    }

    /** Returns the address of each feed. */
    List<URI> feeds() {
        return hosts().stream()
                .map(host -> URI.create("http://" + host + "/feed.xml"))
                .toList();
    }

    private void answer(HttpExchange exchange, int paper) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/feed.xml")) {
                send(
                        exchange,
                        "application/rss+xml; charset=utf-8",
                        feed(exchange.getLocalAddress().getPort()));
            } else if (path.startsWith("/news/")) {
                send(exchange, "text/html; charset=utf-8", page(paper, path));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String feed(int port) {
        StringBuilder items = new StringBuilder();
        for (int page = 0; page < shown; page++) {
            items.append("<item><title>Report ")
                    .append(page)
                    .append("</title><link>http://127.0.0.1:")
                    .append(port)
                    .append("/news/")
                    .append(page)
                    .append(".html</link></item>");
        }
        return "<rss version=\"2.0\"><channel><title>Paper</title><link>http://127.0.0.1:" + port + "/</link>" + items
                + "</channel></rss>";
    }

    private static String page(int paper, String path) {
        Random random = new Random(paper * 1_000_003L + path.hashCode());
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"en\"><head><title>")
                .append(words(random, 7))
                .append("</title></head><body><article><h1>")
                .append(words(random, 7))
                .append("</h1>");
        for (int i = 0; i < PARAGRAPHS; i++) {
            page.append("<p>")
                    .append(words(random, WORDS / 2))
                    .append(' ')
                    .append(words(random, WORDS / 2))
                    .append("</p>");
        }
        return page.append("</article></body></html>").toString();
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String word = VOCABULARY.get(random.nextInt(VOCABULARY.size()));
            words.append(i == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : " " + word);
        }
        return words.append('.').toString();
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
        threads.close();
    }
}
