package app.lede.testkit;

import app.lede.article.ArticleId;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Stores texts in a map. Thread safe. */
public final class InMemoryArticleTexts implements ArticleTexts {

    private final Map<String, ParsedArticle> texts = new ConcurrentHashMap<>();

    private final List<String> announced = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void put(ParsedArticle article) {
        texts.putIfAbsent(article.key(), article);
        announced.add(article.key());
    }

    @Override
    public List<String> keys(ArticleId id) {
        return texts.keySet().stream()
                .filter(key -> key.startsWith("articles/" + id + "/"))
                .sorted()
                .toList();
    }

    @Override
    public void delete(String key) {
        texts.remove(key);
    }

    @Override
    public Optional<ParsedArticle> get(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** Returns the keys of all writes, in order. */
    public List<String> announced() {
        return List.copyOf(announced);
    }

    /** Returns the keys of all stored texts. */
    public SortedSet<String> keys() {
        return new TreeSet<>(texts.keySet());
    }
}
