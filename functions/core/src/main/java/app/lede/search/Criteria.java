package app.lede.search;

import static java.util.Objects.requireNonNull;

import app.lede.article.ArticleId;
import app.lede.search.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Conditions of a search, all of which must hold.
 *
 * @param query words the article contains
 * @param example an article whose characteristic words the article shares
 */
public record Criteria(Filter filter, @Nullable Query query, @Nullable Example example) {

    public static final Criteria ALL = new Criteria(Filter.ALL, null, null);

    public Criteria {
        requireNonNull(filter, "filter");
    }

    /**
     * An article to find similar ones of; itself, it is not among them.
     *
     * @param text headline and text of the article
     */
    public record Example(ArticleId id, @Nullable String language, String text) {}
}
