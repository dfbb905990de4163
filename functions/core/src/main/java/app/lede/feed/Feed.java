package app.lede.feed;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a feed, whatever its format.
 *
 * @param title safe HTML, mostly without any markup
 * @param link the site's page, absolute
 * @param description safe HTML
 * @param charset what the bytes were decoded with, as the WHATWG names it
 * @param hints what the publisher says about polling
 * @param items at most {@value FeedReader#MAX_ITEMS}, in the feed's order
 * @param overCap how many older items were left out because the feed holds more than that; a lower bound
 */
public record Feed(
        @Nullable String title,
        @Nullable String link,
        @Nullable String description,
        String charset,
        Hints hints,
        List<FeedItem> items,
        int overCap) {

    public Feed {
        Objects.requireNonNull(charset);
        Objects.requireNonNull(hints);
        items = List.copyOf(items);
    }
}
