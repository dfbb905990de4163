package app.lede.story;

import app.lede.article.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * An article's place among others.
 *
 * @param story null if it is in none
 * @param duplicateOf the article that had the text first; null for an original
 */
public record Placement(@Nullable ArticleId story, @Nullable ArticleId duplicateOf) {

    /** In no story, and no copy. */
    public static final Placement ALONE = new Placement(null, null);
}
