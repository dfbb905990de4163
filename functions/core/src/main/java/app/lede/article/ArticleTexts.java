package app.lede.article;

import java.util.Optional;

/** Keeps the full texts of articles. Thread safe; an exception means storage out of reach. */
public interface ArticleTexts {

    /**
     * Stores the text under {@link ParsedArticle#key()} if nothing stands there. Otherwise what stands there is written
     * again as it is, so that the next step is announced again.
     */
    void put(ParsedArticle article);

    /** Reads the text under a key that {@link ParsedArticle#key()} gave. */
    Optional<ParsedArticle> get(String key);
}
