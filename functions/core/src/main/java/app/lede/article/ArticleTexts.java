package app.lede.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the full texts of articles. Thread safe; an exception means that the storage is unavailable. */
public interface ArticleTexts {

    /**
     * Stores the text under {@link ParsedArticle#key()} if absent. Otherwise rewrites the existing object unchanged, so
     * that the next step is notified again.
     */
    void put(ParsedArticle article);

    /** Returns the keys of all texts of an article. */
    List<String> keys(ArticleId id);

    /** Deletes the text under a key, if it exists. */
    void delete(String key);

    /** Reads the text with this {@link ParsedArticle#key()}. */
    Optional<ParsedArticle> get(String key);

    /** Reads the texts with these keys, without those that are missing. */
    default Map<String, ParsedArticle> getAll(List<String> keys) {
        Map<String, ParsedArticle> found = new HashMap<>();
        keys.forEach(key -> get(key).ifPresent(text -> found.put(key, text)));
        return found;
    }
}
