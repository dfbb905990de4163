package app.lede.api;

import app.lede.article.Article;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.search.Criteria;
import app.lede.search.Filter;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a filter together with the article that others are to resemble. Thread safe. */
final class CriteriaParameters {

    private final ArticleStore articles;
    private final ArticleTexts texts;

    CriteriaParameters(ArticleStore articles, ArticleTexts texts) {
        this.articles = articles;
        this.texts = texts;
    }

    /** Looks up the article to resemble; one that is not there is a fault. Empty if there are faults. */
    Optional<Criteria> of(Filter filter, Parameters parameters) {
        if (!parameters.faults().isEmpty()) {
            return Optional.empty();
        }
        if (filter.similarTo() == null) {
            return Optional.of(Criteria.of(filter));
        }
        Optional<Article> article = articles.get(filter.similarTo());
        Optional<Criteria> criteria = article.flatMap(found -> texts.get(found.textKey()))
                .map(text -> new Criteria(filter, example(article.get(), text)));
        if (criteria.isEmpty()) {
            parameters.fault("similar_to", "there is no article " + filter.similarTo());
        }
        return criteria;
    }

    private static Criteria.Example example(Article article, ParsedArticle parsed) {
        String text = Stream.of(article.metadata().headline(), parsed.text())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n\n"));
        return new Criteria.Example(article.language(), text);
    }
}
