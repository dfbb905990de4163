package app.lede.search;

import app.lede.article.ArticleId;

/**
 * A matching article.
 *
 * @param key position in the order of the search, to resume after; ASCII, at most 100 characters
 */
public record Hit(ArticleId id, String key) {}
