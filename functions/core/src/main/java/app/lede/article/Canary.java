package app.lede.article;

/**
 * The article that a stack writes to itself each hour, to see that documents still become articles. It is read by its id and stands
 * in no list, no index and no story. Its address is of a domain that nobody can have (RFC 6761, section 6.4).
 */
public final class Canary {

    /** Key of its document in the bucket, written anew each time. */
    public static final String KEY = "canary/hourly.html";

    /** Canonical URL that the document names. */
    public static final String URL = "https://canary.invalid/hourly";

    public static final ArticleId ID = ArticleId.ofUrl(URL);

    private Canary() {}
}
