package app.lede.reprocess;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.Precedence;
import app.lede.article.Revision;
import app.lede.article.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the article that the pipeline offers, and shows it nothing. Not thread safe. */
final class ShadowArticles implements ArticleStore {

    private @Nullable Article offered;

    Optional<Article> offered() {
        return Optional.ofNullable(offered);
    }

    @Override
    public Offered offer(Article made, @Nullable Revision insteadOf) {
        offered = made;
        return new Offered(Standing.STORED, null);
    }

    @Override
    public boolean raise(ArticleId id, Revision revision, Precedence precedence) {
        return true;
    }

    @Override
    public boolean resummarise(Article article) {
        return false;
    }

    @Override
    public boolean delete(ArticleId id, Instant at) {
        return false;
    }

    @Override
    public Optional<Article> get(ArticleId id) {
        return Optional.empty();
    }

    @Override
    public Optional<Article> latest(ArticleId id) {
        return Optional.empty();
    }

    @Override
    public boolean isDeleted(ArticleId id) {
        return false;
    }

    @Override
    public List<Article> getAll(List<ArticleId> ids) {
        return List.of();
    }
}
