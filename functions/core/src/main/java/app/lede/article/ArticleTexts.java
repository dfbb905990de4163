package app.lede.article;

import java.util.Optional;

/** The library of full texts. Writing the same sighting again changes nothing. Thread safe. */
public interface ArticleTexts {

    /** Stores the text under {@link ParsedArticle#key()}. */
    void put(ParsedArticle article);

    /** The sighting under a key that {@link ParsedArticle#key()} gave. */
    Optional<ParsedArticle> get(String key);
}
