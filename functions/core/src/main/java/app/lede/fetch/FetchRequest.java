package app.lede.fetch;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One URL to ask for, conditionally when validators are given.
 *
 * @param etag byte for byte as the server sent it, with quotes and {@code W/}
 * @param lastModified the server's own date text, never reformatted
 */
public record FetchRequest(
        URI url, @Nullable String etag, @Nullable String lastModified, Accept accept) {

    /** Asks for the whole, whatever was seen before. */
    public static FetchRequest unconditional(URI url, Accept accept) {
        return new FetchRequest(url, null, null, accept);
    }

    /** Whether the server may answer 304. */
    public boolean isConditional() {
        return etag != null || lastModified != null;
    }
}
