package app.lede.fetch;

import app.lede.fetch.FetchOutcome.Redirect;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request for one URL, conditional if it has validators.
 *
 * @param etag as sent by the server, with quotes and {@code W/}
 * @param lastModified as sent by the server, never reformatted
 * @param behind redirects followed by an earlier request; this one continues after the last
 * @param follow the redirect targets that may be requested directly
 * @param pace of redirects on one host
 * @param form sent as {@code application/x-www-form-urlencoded} by POST; null asks by GET
 */
public record FetchRequest(
        URI url,
        @Nullable String etag,
        @Nullable String lastModified,
        Accept accept,
        List<Redirect> behind,
        Predicate<URI> follow,
        RedirectPace pace,
        @Nullable String form) {

    public FetchRequest {
        behind = List.copyOf(behind);
    }

    /** Requests a URL from the start, following all redirects. */
    public FetchRequest(URI url, @Nullable String etag, @Nullable String lastModified, Accept accept) {
        this(url, etag, lastModified, accept, List.of(), target -> true, RedirectPace.AT_ONCE, null);
    }

    /** Requests a URL without validators. */
    public static FetchRequest unconditional(URI url, Accept accept) {
        return new FetchRequest(url, null, null, accept);
    }

    /** Posts a form. Only redirects that keep the method are followed. */
    public static FetchRequest form(URI url, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return new FetchRequest(
                url, null, null, Accept.ANYTHING, List.of(), target -> true, RedirectPace.AT_ONCE.inOneCall(), form);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Returns this request, continued after redirects. */
    public FetchRequest after(List<Redirect> redirects) {
        return new FetchRequest(url, etag, lastModified, accept, redirects, follow, pace, form);
    }

    /** Returns this request, following only redirects that both it and {@code others} allow. */
    public FetchRequest followingOnly(Predicate<URI> others) {
        return new FetchRequest(url, etag, lastModified, accept, behind, follow.and(others), pace, form);
    }

    /** Returns this request with a host's gap between its redirects. */
    public FetchRequest paced(Duration gap) {
        return with(new RedirectPace(gap, pace.waits()));
    }

    /** Returns this request for a caller that does not go on after a redirect on the same host. */
    public FetchRequest inOneCall() {
        return with(pace.inOneCall());
    }

    private FetchRequest with(RedirectPace other) {
        return new FetchRequest(url, etag, lastModified, accept, behind, follow, other, form);
    }

    /** Returns the URL to request next. */
    public URI current() {
        return behind.isEmpty() ? url : behind.getLast().target();
    }

    /** Tests whether the server may answer 304. */
    public boolean isConditional() {
        return etag != null || lastModified != null;
    }
}
