package app.lede.fetch;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Records which entry URLs are queued or done. Thread safe. Thread safe. */
public interface UrlLedger {

    /** Returns the unexpired marks of those URLs that have one. */
    Map<CanonicalUrl, Mark> look(Collection<CanonicalUrl> urls, Instant now);

    /** Marks URLs as queued: they are not sent again before {@code until}. A fetched URL keeps its mark. */
    void queued(Collection<CanonicalUrl> urls, Instant until);

    /** Marks a URL as done until a time: its document is stored, or it was refused permanently. */
    void done(CanonicalUrl url, Mark mark, Instant until);

    /** Reason not to fetch a URL. */
    enum Mark {
        QUEUED,
        FETCHED,
        REFUSED
    }
}
