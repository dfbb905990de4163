package app.lede.simulation;

import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchOutcome.Failure;
import app.lede.fetch.FetchOutcome.Hold;
import app.lede.fetch.FetchOutcome.Redirect;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.Fetcher;
import app.lede.fetch.HostGaps;
import app.lede.fetch.HttpHeaders;
import app.lede.fetch.HttpMeta;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers as the publishers would, and records how politely a poller behaves. */
final class SimulatedWeb implements Fetcher {

    private static final Duration STRICT_WAIT = Duration.ofHours(1);
    private static final Duration OVERLOADED_WAIT = Duration.ofMinutes(100);

    private final Map<String, Publisher> publishers = new HashMap<>();
    private final InstantSource clock;
    private final Manners manners;

    SimulatedWeb(List<Publisher> all, InstantSource clock, Manners manners) {
        all.forEach(publisher -> {
            publishers.put(publisher.address(), publisher);
            publishers.put(publisher.movedTo(), publisher);
        });
        this.clock = clock;
        this.manners = manners;
    }

    @Override
    public FetchOutcome fetch(FetchRequest request) {
        Instant now = clock.instant();
        Publisher publisher =
                Optional.ofNullable(publishers.get(request.url().toString())).orElseThrow();
        manners.asked(publisher, request.url(), now);
        FetchOutcome outcome = answer(publisher, request, now);
        manners.answered(publisher, HostGaps.host(request.url()), outcome, now);
        return outcome;
    }

    private static FetchOutcome answer(Publisher publisher, FetchRequest request, Instant now) {
        URI url = request.url();
        boolean old = url.toString().equals(publisher.address());
        if (!publisher.isTroubled(now)) {
            return feed(publisher, request, List.of(), now);
        }
        return switch (publisher.trouble()) {
            case NO_ADDRESS -> new FetchOutcome.Failed(url, Failure.DNS, "no address");
            case MISSING -> new FetchOutcome.Refused(url, 404, "answered 404");
            case GONE -> new FetchOutcome.Gone(url, 410);
            case OVERLOADED -> new FetchOutcome.Later(url, Hold.URL, now.plus(OVERLOADED_WAIT), 503);
            case STRICT -> new FetchOutcome.Later(url, Hold.HOST, now.plus(STRICT_WAIT), 429);
            case MOVED, NONE -> {
                Redirect hop = new Redirect(url, 301, URI.create(publisher.movedTo()));
                yield feed(publisher, request, old ? List.of(hop) : List.of(), now);
            }
        };
    }

    private static FetchOutcome feed(Publisher publisher, FetchRequest request, List<Redirect> hops, Instant now) {
        int entries = publisher.entries(now);
        String etag = "\"" + entries + "\"";
        HttpHeaders headers = new HttpHeaders(List.of(Map.entry("ETag", etag)));
        URI url = hops.isEmpty() ? request.url() : hops.getLast().target();
        return etag.equals(request.etag())
                ? new FetchOutcome.NotModified(request.url(), url, hops, HttpMeta.of(304, headers, now))
                : new FetchOutcome.Fetched(
                        request.url(), url, hops, body(publisher, entries), HttpMeta.of(200, headers, now));
    }

    private static byte[] body(Publisher publisher, int entries) {
        StringBuilder rss = new StringBuilder("<rss version=\"2.0\"><channel><title>A feed</title>");
        for (int entry = entries - 1; entry >= Math.max(0, entries - Publisher.WINDOW); entry--) {
            rss.append("<item><link>").append(Discoveries.url(publisher, entry));
            rss.append("</link><pubDate>")
                    .append(Instant.ofEpochSecond(publisher.published()[entry]));
            rss.append("</pubDate></item>");
        }
        return rss.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    }
}
