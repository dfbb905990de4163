package app.lede.pipeline;

import app.lede.source.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * The order to fetch the page of a feed's entry.
 *
 * @param url as the feed gives it; null where the entry has no link and is itself the document
 * @param sourceId whose feed named it
 */
public record FetchJob(@Nullable String url, SourceId sourceId, Entry entry) {

    /** What the feed says of the page; all of it hostile until proven otherwise. */
    public record Entry(
            @Nullable String id,
            @Nullable String title,
            @Nullable String published,
            @Nullable String author,
            @Nullable String summary,
            @Nullable String content) {}
}
