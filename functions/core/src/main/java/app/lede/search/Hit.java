package app.lede.search;

import static java.util.Objects.requireNonNull;

import app.lede.article.ArticleId;
import java.time.Instant;

/**
 * A matching article.
 *
 * @param key position in the order of the search, to resume after; ASCII, at most 100 characters
 * @param changed when the revision that matched was stored; with the id it determines what the article says
 */
public record Hit(ArticleId id, String key, Instant changed) {

    public Hit {
        requireNonNull(id, "id");
        requireNonNull(key, "key");
        requireNonNull(changed, "changed");
    }
}
