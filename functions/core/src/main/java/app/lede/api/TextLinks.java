package app.lede.api;

/** Makes links to texts that are too long for an answer of the API. Thread safe. */
public interface TextLinks {

    /**
     * Presigns a URL of the parsed article, valid for some minutes.
     *
     * @param textKey from {@link app.lede.article.ParsedArticle#key()}
     */
    String link(String textKey);
}
