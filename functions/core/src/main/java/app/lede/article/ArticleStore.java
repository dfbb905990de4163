package app.lede.article;

import java.util.List;
import java.util.Optional;

/**
 * The articles, one item each. Offers may come twice and in any order and end in the same items. Thread safe; an
 * exception means that the database is out of reach, and that the same call may be made again.
 */
public interface ArticleStore {

    /**
     * Lets an article speak for its id unless something of higher precedence does; at equal precedence the greater revision
     * stays, so that the end does not depend on the order. The arrival of what stood there before is kept.
     */
    Standing offer(Article article);

    Optional<Article> get(ArticleId id);

    /** Those that exist, in the order asked for; at most 100. */
    List<Article> getAll(List<ArticleId> ids);
}
