package app.lede.saved;

import java.time.Instant;

/**
 * A filter that is kept under a name.
 *
 * @param name as its owner calls it; title of the feed
 * @param filter query string, as {@link app.lede.search.Filter#canonical} writes it
 * @param feedHash {@link FeedToken#hash Hash} of the secret in the feed's address
 */
public record SavedSearch(SearchId id, String name, String filter, Instant created, String feedHash) {}
