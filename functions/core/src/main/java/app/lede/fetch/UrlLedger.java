package app.lede.fetch;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** What is known of URLs that feeds have named. Thread safe. */
public interface UrlLedger {

    /** The marks of those URLs that have one and whose time is not over. */
    Map<CanonicalUrl, Mark> look(Collection<CanonicalUrl> urls, Instant now);

    /**
     * Marks URLs as sent for fetching: nobody need send them again before {@code until}. A URL that is fetched stays so.
     */
    void queued(Collection<CanonicalUrl> urls, Instant until);

    /** Marks a URL as done with until a time: its document is stored, or it was refused for good. */
    void done(CanonicalUrl url, Mark mark, Instant until);

    /** Why a URL need not be fetched. */
    enum Mark {
        QUEUED,
        FETCHED,
        REFUSED
    }
}
