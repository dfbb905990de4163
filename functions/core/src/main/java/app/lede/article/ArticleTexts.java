package app.lede.article;

import java.util.List;
import java.util.Optional;

/** Keeps the full texts of articles. Thread safe; an exception means storage out of reach. */
public interface ArticleTexts {

    /**
     * Stores the text under {@link ParsedArticle#key()} if nothing stands there. Otherwise what stands there is written
     * again as it is, so that the next step is announced again.
     */
    void put(ParsedArticle article);

    /** Returns the keys of all texts of an article. */
    List<String> keys(ArticleId id);

    /** Deletes the text under a key; where none stands, nothing changes. */
    void delete(String key);

    /** Reads the text under a key that {@link ParsedArticle#key()} gave. */
    Optional<ParsedArticle> get(String key);
}
