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
import app.lede.fetch.WebUrl;
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

/** From an HTTP response to what it means: the only place that knows status codes. */
final class AnswerReader {

    /** How long a host is left alone that says 429 without saying for how long. */
    private static final Duration DEFAULT_HOST_HOLD = Duration.ofSeconds(30);

    /** How long a URL is left alone that is out of order without saying for how long. */
    private static final Duration DEFAULT_URL_HOLD = Duration.ofSeconds(60);

    private final BodyReader bodies;
    private final InstantSource clock;

    AnswerReader(FetchLimits limits, InstantSource clock) {
        this.bodies = new BodyReader(limits);
        this.clock = clock;
    }

    /** Reads one response, its body only when it is the one asked for. */
    Answer read(FetchRequest request, WebUrl url, List<Redirect> redirects, ClassicHttpResponse response)
            throws IOException {
        int status = response.getCode();
        HttpHeaders headers = headers(response);
        if (isRedirect(status) && headers.first("Location").isPresent()) {
            return new Answer.Moved(status, utf8(headers.first("Location").get()));
        }
        HttpMeta meta = HttpMeta.of(status, headers, clock.instant());
        URI at = url.uri();
        if (status == 304) {
            return new Answer.Final(
                    request.isConditional()
                            ? new NotModified(request.url(), at, redirects, meta)
                            : new Failed(at, Failure.PROTOCOL, "304 to an unconditional request"));
        }
        if (status == 206) {
            return new Answer.Final(new Failed(at, Failure.PROTOCOL, "206 without asking for a part"));
        }
        return new Answer.Final(
                status / 100 == 2 ? fetched(request, at, redirects, response, meta) : refused(at, status, meta));
    }

    private FetchOutcome fetched(
            FetchRequest request, URI at, List<Redirect> redirects, ClassicHttpResponse response, HttpMeta meta)
            throws IOException {
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
        Instant now = clock.instant();
        return switch (status) {
            case 410 -> new Gone(at, status);
            case 429 -> new Later(at, Hold.HOST, now.plus(meta.retryAfter().orElse(DEFAULT_HOST_HOLD)), status);
            case 408, 425 -> new Later(at, Hold.URL, now.plus(meta.retryAfter().orElse(DEFAULT_URL_HOLD)), status);
            default ->
                status >= 500
                        ? new Later(at, Hold.URL, now.plus(meta.retryAfter().orElse(DEFAULT_URL_HOLD)), status)
                        : new Refused(
                                at, status, isRedirect(status) ? "redirect without a location" : "status " + status);
        };
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static HttpHeaders headers(ClassicHttpResponse response) {
        return new HttpHeaders(Arrays.stream(response.getHeaders())
                .map(header -> Map.entry(header.getName(), header.getValue() == null ? "" : header.getValue()))
                .collect(Collectors.toList()));
    }

    /** Headers are read as Latin-1, byte for byte; a location that isn't ASCII is UTF-8 nearly everywhere. */
    private static String utf8(String latin) {
        return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
