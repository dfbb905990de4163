package app.lede.feed;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A parsed feed of any format.
 *
 * @param title safe HTML, usually without markup
 * @param link the site's page, absolute; the feed's own URL if it names none
 * @param description safe HTML
 * @param charset the charset the body was decoded with, by its WHATWG name
 * @param hints the publisher's hints for polling
 * @param items at most {@value FeedReader#MAX_ITEMS}, in the feed's order
 * @param overCap number of older items dropped because of that cap; a lower bound
 */
public record Feed(
        @Nullable String title,
        @Nullable String link,
        @Nullable String description,
        String charset,
        FeedHints hints,
        List<FeedItem> items,
        int overCap) {

    public Feed {
        Objects.requireNonNull(charset);
        Objects.requireNonNull(hints);
        items = items.stream().map(FeedItem::unwrapped).toList();
    }
}
