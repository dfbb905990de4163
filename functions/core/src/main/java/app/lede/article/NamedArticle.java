package app.lede.article;

import app.lede.fetch.CanonicalUrl;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the article that a person or a model names by id or by address. Thread safe. */
public final class NamedArticle {

    private static final String HTTP = "http://";
    private static final String HTTPS = "https://";

    private NamedArticle() {}

    /**
     * Finds an article by its id, or by its address in any spelling. http and https of one address name the same article, the
     * one that is written first: whoever copies an address from a page gets what the server redirects to.
     */
    public static Optional<Article> find(ArticleStore articles, String named) {
        return ArticleId.isValid(named)
                ? articles.get(new ArticleId(named))
                : CanonicalUrl.of(named).flatMap(url -> Stream.of(url.value(), inOtherScheme(url.value()))
                        .flatMap(address -> articles.get(ArticleId.ofUrl(address)).stream())
                        .findFirst());
    }

    private static String inOtherScheme(String url) {
        return url.startsWith(HTTPS) ? HTTP + url.substring(HTTPS.length()) : HTTPS + url.substring(HTTP.length());
    }
}
