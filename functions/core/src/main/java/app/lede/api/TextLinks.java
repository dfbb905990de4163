package app.lede.api;

/** Makes links to texts that are too long for an answer of the API. Thread safe. */
public interface TextLinks {

    /**
     * Returns an address from which anybody who has it can get the parsed article for some minutes.
     *
     * @param textKey from {@link app.lede.article.ParsedArticle#key()}
     */
    String link(String textKey);
}
