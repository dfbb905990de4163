package app.lede.fetch;

import app.lede.fetch.FetchOutcome.Redirect;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One URL to ask for, conditionally when validators are given.
 *
 * @param etag byte for byte as the server sent it, with quotes and {@code W/}
 * @param lastModified the server's own date text, never reformatted
 * @param behind redirects that an earlier request has followed already: this one goes on from the last
 * @param follow which targets of redirects may be asked without coming back first
 * @param form sent as {@code application/x-www-form-urlencoded} by POST; null asks by GET
 */
public record FetchRequest(
        URI url,
        @Nullable String etag,
        @Nullable String lastModified,
        Accept accept,
        List<Redirect> behind,
        Predicate<URI> follow,
        @Nullable String form) {

    public FetchRequest {
        behind = List.copyOf(behind);
    }

    /** From the start, wherever it leads. */
    public FetchRequest(URI url, @Nullable String etag, @Nullable String lastModified, Accept accept) {
        this(url, etag, lastModified, accept, List.of(), target -> true, null);
    }

    /** Asks for the whole, whatever was seen before. */
    public static FetchRequest unconditional(URI url, Accept accept) {
        return new FetchRequest(url, null, null, accept);
    }

    /** Sends a form; only redirects that say to send it again as it is are followed. */
    public static FetchRequest form(URI url, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return new FetchRequest(url, null, null, Accept.ANYTHING, List.of(), target -> true, form);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The same, going on after redirects. */
    public FetchRequest after(List<Redirect> redirects) {
        return new FetchRequest(url, etag, lastModified, accept, redirects, follow, form);
    }

    /** The same, following only what both this request and {@code others} allow. */
    public FetchRequest followingOnly(Predicate<URI> others) {
        return new FetchRequest(url, etag, lastModified, accept, behind, follow.and(others), form);
    }

    /** The URL whose turn it is. */
    public URI current() {
        return behind.isEmpty() ? url : behind.getLast().target();
    }

    /** Whether the server may answer 304. */
    public boolean isConditional() {
        return etag != null || lastModified != null;
    }
}
