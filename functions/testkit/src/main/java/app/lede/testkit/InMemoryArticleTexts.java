package app.lede.testkit;

import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Texts in a map. Thread safe. */
public final class InMemoryArticleTexts implements ArticleTexts {

    private final Map<String, ParsedArticle> texts = new ConcurrentHashMap<>();

    @Override
    public void put(ParsedArticle article) {
        texts.putIfAbsent(article.key(), article);
    }

    @Override
    public Optional<ParsedArticle> get(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** What was put so far. */
    public SortedSet<String> keys() {
        return new TreeSet<>(texts.keySet());
    }
}
