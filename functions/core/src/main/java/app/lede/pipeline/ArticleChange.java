package app.lede.pipeline;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import java.time.Instant;

/** A change of the store of articles. */
public sealed interface ArticleChange {

    /** Returns the id of the article. */
    ArticleId id();

    /** A revision became the current one. */
    record Stored(Article article) implements ArticleChange {

        @Override
        public ArticleId id() {
            return article.id();
        }
    }

    /** An article was deleted. */
    record Deleted(ArticleId id, Instant at) implements ArticleChange {}
}
