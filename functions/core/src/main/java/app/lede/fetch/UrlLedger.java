package app.lede.fetch;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records the URLs sent for fetching, and the results. Thread safe. */
public interface UrlLedger {

    /** Returns the marks of URLs that have not expired. */
    Map<CanonicalUrl, Known> known(Collection<CanonicalUrl> urls, Instant now);

    /** Returns the marks of those URLs that have one that has not expired. */
    default Map<CanonicalUrl, Mark> look(Collection<CanonicalUrl> urls, Instant now) {
        Map<CanonicalUrl, Mark> marks = new HashMap<>();
        known(urls, now).forEach((url, known) -> marks.put(url, known.mark()));
        return marks;
    }

    /**
     * Marks URLs as sent for fetching until a time, unless they have a longer mark as done.
     *
     * @param entries the fingerprint of the feed's entry for each URL
     */
    void queued(Map<CanonicalUrl, String> entries, Instant until);

    /**
     * Extends the mark of a URL that waits longer than usual; one that is done stays so.
     *
     * @param attempts the number of requests made so far
     */
    void waiting(CanonicalUrl url, int attempts, Instant until);

    /** Replaces the fingerprint of a URL's entry; its mark and result are kept. */
    void changed(CanonicalUrl url, String entry);

    /** Marks one URL as {@link #done(Collection, Mark, Page, Instant)} does. */
    default void done(CanonicalUrl url, Mark mark, @Nullable Page page, Instant until) {
        done(List.of(url), mark, page, until);
    }

    /**
     * Marks the URLs of one page as done until a time, in one call.
     *
     * @param urls at most 10
     * @param page what was found there, null where nothing was or where it stays as it is known
     */
    void done(Collection<CanonicalUrl> urls, Mark mark, @Nullable Page page, Instant until);

    /**
     * Keeps the id of the record of a fetch that failed for good beside the mark of its URL, for a later one to replace.
     *
     * @param record null once it is replaced
     */
    void failure(CanonicalUrl url, @Nullable String record);

    /**
     * The state of a URL.
     *
     * @param entry fingerprint of the feed's entry that was sent last, null where none was
     * @param attempts requests made before the one that is waited for; 0 where none is
     * @param failure id of the record of a fetch that failed for good, null where none did
     */
    record Known(
            Mark mark,
            @Nullable String entry,
            @Nullable Page page,
            int attempts,
            @Nullable String failure) {

        /** Creates the state of a URL whose fetches did not fail. */
        public Known(Mark mark, @Nullable String entry, @Nullable Page page, int attempts) {
            this(mark, entry, page, attempts, null);
        }
    }

    /**
     * A page as it was stored last.
     *
     * @param object key of its object
     * @param body SHA-256 of its bytes, in hex; empty after the page was seen to be gone
     * @param etag byte for byte as the server sent it
     * @param lastModified the server's own text
     */
    record Page(
            String object,
            String body,
            @Nullable String etag,
            @Nullable String lastModified) {

        /** Returns the page marked as gone; any later body is new. */
        public Page gone() {
            return new Page(object, "", null, null);
        }
    }

    /** Reason not to fetch a URL. */
    enum Mark {
        QUEUED,
        FETCHED,
        REFUSED
    }
}
