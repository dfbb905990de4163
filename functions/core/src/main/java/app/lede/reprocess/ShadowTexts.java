package app.lede.reprocess;

import app.lede.article.ArticleId;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the text that the pipeline makes of one document, and shows it nothing else. Not thread safe. */
final class ShadowTexts implements ArticleTexts {

    private @Nullable ParsedArticle parsed;

    @Override
    public void put(ParsedArticle made) {
        parsed = made;
    }

    @Override
    public List<String> keys(ArticleId id) {
        return List.of();
    }

    @Override
    public void delete(String key) {}

    @Override
    public Optional<ParsedArticle> get(String key) {
        return Optional.ofNullable(parsed).filter(made -> made.key().equals(key));
    }
}
