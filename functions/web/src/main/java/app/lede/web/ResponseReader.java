package app.lede.web;

import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchOutcome.Failed;
import app.lede.fetch.FetchOutcome.Failure;
import app.lede.fetch.FetchOutcome.Fetched;
import app.lede.fetch.FetchOutcome.Gone;
import app.lede.fetch.FetchOutcome.Hold;
import app.lede.fetch.FetchOutcome.Later;
import app.lede.fetch.FetchOutcome.NotModified;
import app.lede.fetch.FetchOutcome.Redirect;
import app.lede.fetch.FetchOutcome.Refused;
import app.lede.fetch.FetchOutcome.TooLarge;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.HttpHeaders;
import app.lede.fetch.HttpMeta;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;

/** Maps HTTP responses to outcomes. No other class interprets status codes. */
final class ResponseReader {

    /** Wait after a 429 without Retry-After. */
    private static final Duration DEFAULT_HOST_HOLD = Duration.ofSeconds(30);

    /** Wait after a 408, 425 or 5xx without Retry-After. */
    private static final Duration DEFAULT_URL_HOLD = Duration.ofSeconds(60);

    private final BodyReader bodies;
    private final InstantSource clock;

    ResponseReader(FetchLimits limits, InstantSource clock) {
        this.bodies = new BodyReader(limits);
        this.clock = clock;
    }

    /** Reads one response; reads the body only of a final answer. */
    Hop read(FetchRequest request, RedirectChain trail, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        HttpHeaders headers = headers(response);
        if (isRedirect(status) && headers.first("Location").isPresent()) {
            return new Hop.Moved(status, utf8(headers.first("Location").get()), headers.all("Set-Cookie"));
        }
        HttpMeta meta = HttpMeta.of(status, headers, clock.instant());
        URI at = trail.current().uri();
        return new Hop.Final(
                switch (status) {
                    case 304 -> notModified(request, trail, meta);
                    case 206 -> new Failed(at, Failure.PROTOCOL, "206 without asking for a part");
                    default -> status / 100 == 2 ? fetched(request, trail, response, meta) : refused(at, status, meta);
                });
    }

    private static FetchOutcome notModified(FetchRequest request, RedirectChain trail, HttpMeta meta) {
        URI at = trail.current().uri();
        return request.isConditional()
                ? new NotModified(request.url(), at, trail.redirects(), meta)
                : new Failed(at, Failure.PROTOCOL, "304 to an unconditional request");
    }

    private FetchOutcome fetched(FetchRequest request, RedirectChain trail, ClassicHttpResponse response, HttpMeta meta)
            throws IOException {
        URI at = trail.current().uri();
        List<Redirect> redirects = trail.redirects();
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Fetched(request.url(), at, redirects, new byte[0], meta);
        }
        String encoding = String.join(",", headers(response).all("Content-Encoding"));
        return switch (bodies.read(entity, encoding)) {
            case BodyReader.Body.Whole whole -> new Fetched(request.url(), at, redirects, whole.bytes(), meta);
            case BodyReader.Body.Over over -> new TooLarge(at, over.detail());
            case BodyReader.Body.Broken broken -> new Failed(at, broken.failure(), broken.detail());
        };
    }

    private FetchOutcome refused(URI at, int status, HttpMeta meta) {
        if (status == 429) {
            return new Later(at, Hold.HOST, after(meta, DEFAULT_HOST_HOLD), status);
        }
        if (status >= 500 || status == 408 || status == 425) {
            return new Later(at, Hold.URL, after(meta, DEFAULT_URL_HOLD), status);
        }
        if (status == 410) {
            return new Gone(at, status);
        }
        return new Refused(at, status, isRedirect(status) ? "redirect without a location" : refusal(status, meta));
    }

    private static String refusal(int status, HttpMeta meta) {
        return "status " + status
                + meta.price().map(price -> ", crawler-price " + price).orElse("");
    }

    private Instant after(HttpMeta meta, Duration otherwise) {
        return clock.instant().plus(meta.retryAfter().orElse(otherwise));
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static HttpHeaders headers(ClassicHttpResponse response) {
        return new HttpHeaders(Arrays.stream(response.getHeaders())
                .map(header -> Map.entry(header.getName(), header.getValue() == null ? "" : header.getValue()))
                .collect(Collectors.toList()));
    }

    /** Redecodes a header as UTF-8: headers are read as Latin-1, and a location beyond ASCII is nearly always UTF-8. */
    private static String utf8(String latin) {
        return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
