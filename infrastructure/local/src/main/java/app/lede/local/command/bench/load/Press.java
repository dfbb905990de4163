package app.lede.local.command.bench.load;

import app.lede.hash.Digest;
import app.lede.local.wiring.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves a made-up press on loopback ports: a feed for each newspaper and its pages, with validators. A feed shows the entries that
 * are published by its clock. Thread safe.
 */
final class Press implements AutoCloseable {
    /** Newspapers share hosts, as many blogs do. */
    private static final int MOST_HOSTS = 20;

    private final List<Newspaper> papers;
    private final long seed;
    private final InstantSource clock;
    private final List<LoopbackServer> servers = new ArrayList<>();
    private final Set<Integer> shown = ConcurrentHashMap.newKeySet();

    /**
     * A newspaper.
     *
     * @param first number of its first entry; numbers are unique in the press
     * @param published times of its entries, ascending
     * @param window number of latest entries that its feed shows
     * @param status of its feed's answers; 200 unless the feed is in trouble
     */
    record Newspaper(int first, List<Instant> published, int window, int status) {
        Newspaper {
            published = List.copyOf(published);
        }

        /** Returns the number of entries that are published by a time. */
        int entries(Instant now) {
            return (int) published.stream().filter(at -> !at.isAfter(now)).count();
        }
    }

    /** Starts its servers. */
    Press(List<Newspaper> papers, long seed, InstantSource clock) throws IOException {
        this.papers = List.copyOf(papers);
        this.seed = seed;
        this.clock = clock;
        for (int host = 0; host < Math.min(MOST_HOSTS, papers.size()); host++) {
            int number = host;
            servers.add(LoopbackServer.start(0, exchange -> answer(exchange, number)));
        }
    }

    /** Returns the seconds between two requests to each host, by {@code host:port}. */
    Map<String, Double> hosts(double gap) {
        Map<String, Double> hosts = new HashMap<>();
        servers.forEach(server -> hosts.put(server.endpoint().getAuthority(), gap));
        return hosts;
    }

    /** Returns the address of each newspaper's feed. */
    List<URI> feeds() {
        List<URI> feeds = new ArrayList<>();
        for (int paper = 0; paper < papers.size(); paper++) {
            feeds.add(at(paper, "feed.xml"));
        }
        return feeds;
    }

    /** Returns the addresses of the entries that any answered feed has shown so far. */
    List<URI> shown() {
        List<URI> all = new ArrayList<>();
        for (int paper = 0; paper < papers.size(); paper++) {
            Newspaper one = papers.get(paper);
            for (int entry = 0; entry < one.published().size(); entry++) {
                if (shown.contains(one.first() + entry)) {
                    all.add(page(paper, one.first() + entry));
                }
            }
        }
        return all;
    }

    /** Returns the number of entries published by now. */
    int published() {
        Instant now = clock.instant();
        return papers.stream().mapToInt(paper -> paper.entries(now)).sum();
    }

    private URI page(int paper, int number) {
        return at(paper, number + ".html");
    }

    private URI at(int paper, String file) {
        return servers.get(paper % servers.size()).endpoint().resolve("/" + paper + "/" + file);
    }

    private void answer(HttpExchange exchange, int host) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int slash = path.indexOf('/', 1);
        int paper = slash < 0 ? -1 : number(path.substring(1, slash));
        if (paper < 0 || paper >= papers.size() || paper % servers.size() != host) {
            LoopbackServer.send(exchange, 404, new byte[0]);
            return;
        }
        String file = path.substring(slash + 1);
        if (file.equals("feed.xml")) {
            feed(exchange, paper);
        } else {
            int number = number(file.substring(0, Math.max(0, file.indexOf('.'))));
            Newspaper one = papers.get(paper);
            boolean known = number >= one.first() && number < one.first() + one.entries(clock.instant());
            answer(exchange, "text/html; charset=utf-8", known ? MadeUpPage.html(seed, number) : new byte[0]);
        }
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    private void feed(HttpExchange exchange, int paper) throws IOException {
        Newspaper one = papers.get(paper);
        if (one.status() != 200) {
            LoopbackServer.send(exchange, one.status(), new byte[0]);
            return;
        }
        int entries = one.entries(clock.instant());
        StringBuilder rss = new StringBuilder("<rss version=\"2.0\"><channel><title>Newspaper " + paper + "</title>");
        for (int entry = entries - 1; entry >= Math.max(0, entries - one.window()); entry--) {
            int number = one.first() + entry;
            shown.add(number);
            rss.append("<item><title>Report ")
                    .append(number)
                    .append("</title><link>")
                    .append(page(paper, number))
                    .append("</link><pubDate>")
                    .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            one.published().get(entry).atOffset(ZoneOffset.UTC)))
                    .append("</pubDate></item>");
        }
        byte[] body = rss.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
        answer(exchange, "application/rss+xml; charset=utf-8", body);
    }

    /** Answers 404 for nothing, 304 for what the client has. */
    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        String etag = '"' + Digest.hex(body) + '"';
        if (body.length == 0) {
            LoopbackServer.send(exchange, 404, body);
        } else if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            LoopbackServer.send(exchange, 304, body);
        } else {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("ETag", etag);
            LoopbackServer.send(exchange, 200, body);
        }
    }

    @Override
    public void close() {
        servers.forEach(LoopbackServer::close);
    }
}
