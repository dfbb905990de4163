package app.lede.testkit;

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
    public Optional<ParsedArticle> get(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** The keys of every write so far, in order. */
    public List<String> announced() {
        return List.copyOf(announced);
    }

    /** The keys that stand here. */
    public SortedSet<String> keys() {
        return new TreeSet<>(texts.keySet());
    }
}
