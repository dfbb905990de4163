package app.lede.fetch;

import app.lede.fetch.FetchOutcome.Redirect;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One URL to ask for, conditionally when validators are given.
 *
 * @param etag byte for byte as the server sent it, with quotes and {@code W/}
 * @param lastModified the server's own date text, never reformatted
 * @param behind redirects that an earlier request has followed already: this one goes on from the last
 * @param follow which targets of redirects may be asked without coming back first
 */
public record FetchRequest(
        URI url,
        @Nullable String etag,
        @Nullable String lastModified,
        Accept accept,
        List<Redirect> behind,
        Predicate<URI> follow) {

    public FetchRequest {
        behind = List.copyOf(behind);
    }

    /** From the start, wherever it leads. */
    public FetchRequest(URI url, @Nullable String etag, @Nullable String lastModified, Accept accept) {
        this(url, etag, lastModified, accept, List.of(), target -> true);
    }

    /** Asks for the whole, whatever was seen before. */
    public static FetchRequest unconditional(URI url, Accept accept) {
        return new FetchRequest(url, null, null, accept);
    }

    /** The same, going on after redirects. */
    public FetchRequest after(List<Redirect> redirects) {
        return new FetchRequest(url, etag, lastModified, accept, redirects, follow);
    }

    /** The same, following only what both this request and {@code others} allow. */
    public FetchRequest followingOnly(Predicate<URI> others) {
        return new FetchRequest(url, etag, lastModified, accept, behind, follow.and(others));
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
