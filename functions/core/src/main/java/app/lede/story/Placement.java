package app.lede.story;

import app.lede.article.ArticleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article's place among others.
 *
 * @param story null if it is in none
 * @param copy null for an original
 * @param isCopied whether others were copied from it, so that its end concerns them
 */
public record Placement(@Nullable ArticleId story, @Nullable Copy copy, boolean isCopied) {

    /** In no story, no copy, and not copied. */
    public static final Placement ALONE = new Placement(null, null, false);

    /**
     * What a copy tells of itself.
     *
     * @param original the article that had the text first
     * @param first when the copy's publisher had it
     */
    public record Copy(ArticleId original, Instant first) {}

    /** Creates the place of an original without copies in a story. */
    public static Placement in(ArticleId story) {
        return new Placement(story, null, false);
    }

    /** Returns this place of an article that was copied. */
    public Placement copied() {
        return new Placement(story, copy, true);
    }

    /** Returns the article that had the text first; null for an original. */
    public @Nullable ArticleId duplicateOf() {
        return copy == null ? null : copy.original();
    }
}
