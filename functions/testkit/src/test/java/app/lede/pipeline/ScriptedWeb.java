package app.lede.pipeline;

import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchOutcome.Redirect;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.Fetcher;
import app.lede.fetch.HostGaps;
import app.lede.fetch.HttpHeaders;
import app.lede.fetch.HttpMeta;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A web of a few pages that records each request and its time. Unknown URLs are 404. */
final class ScriptedWeb implements Fetcher {

    record Asked(String url, Instant at) {

        String host() {
            return HostGaps.host(URI.create(url));
        }
    }

    private final InstantSource clock;
    private final Map<String, String> bodies = new HashMap<>();
    private final Map<String, String> redirects = new HashMap<>();
    private final Map<String, FetchOutcome> others = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();

    ScriptedWeb(InstantSource clock) {
        this.clock = clock;
    }

    ScriptedWeb page(String url, String body) {
        bodies.put(url, body);
        return this;
    }

    ScriptedWeb redirect(String from, String to) {
        redirects.put(from, to);
        return this;
    }

    ScriptedWeb answer(String url, FetchOutcome outcome) {
        others.put(url, outcome);
        return this;
    }

    List<Asked> asked() {
        return asked;
    }

    List<String> urls() {
        return asked.stream().map(Asked::url).toList();
    }

    @Override
    public FetchOutcome fetch(FetchRequest request) {
        List<Redirect> hops = new ArrayList<>(request.behind());
        URI url = request.current();
        while (true) {
            asked.add(new Asked(url.toString(), clock.instant()));
            String location = redirects.get(url.toString());
            if (location == null) {
                return end(request, hops, url);
            }
            hops.add(new Redirect(url, 301, URI.create(location)));
            url = URI.create(location);
            if (!request.follow().test(url) || request.pace().endsAtRedirect(false)) {
                return new FetchOutcome.Moved(request.url(), hops);
            }
        }
    }

    private FetchOutcome end(FetchRequest request, List<Redirect> hops, URI url) {
        FetchOutcome other = others.get(url.toString());
        if (other != null) {
            return other;
        }
        String body = bodies.get(url.toString());
        if (body == null) {
            return new FetchOutcome.Refused(url, 404, "status 404");
        }
        HttpHeaders headers = new HttpHeaders(List.of(Map.entry("Content-Type", "text/html")));
        HttpMeta meta = HttpMeta.of(200, headers, clock.instant());
        return new FetchOutcome.Fetched(request.url(), url, hops, body.getBytes(StandardCharsets.UTF_8), meta);
    }
}
