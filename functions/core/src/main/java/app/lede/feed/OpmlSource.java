package app.lede.feed;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subscription in an OPML list.
 *
 * @param title display name; the feed's URL if the list gives none
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
