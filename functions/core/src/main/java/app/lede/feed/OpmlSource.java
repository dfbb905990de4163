package app.lede.feed;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as OPML carries it.
 *
 * @param title for people; the feed's address where the list gives none
 * @param xmlUrl the feed
 * @param htmlUrl the site
 */
public record OpmlSource(
        String title, String xmlUrl, @Nullable String htmlUrl) {
    public OpmlSource {
        Objects.requireNonNull(title);
        Objects.requireNonNull(xmlUrl);
    }
}
