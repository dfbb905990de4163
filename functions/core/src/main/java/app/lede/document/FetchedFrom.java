package app.lede.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What fetching knew about a page, kept beside its bytes. The entry's fields are the feed's words and stand in where the
 * page has none.
 *
 * @param url the address the page came from, after redirects
 * @param sourceId the source whose feed named it
 * @param usageInfo rights signals of the answer's headers, null where none; the page's own are read with the page
 */
public record FetchedFrom(
        String url,
        Instant at,
        String sourceId,
        @Nullable String entryTitle,
        @Nullable String entryPublished,
        @Nullable String entryAuthor,
        @Nullable String usageInfo) {}
