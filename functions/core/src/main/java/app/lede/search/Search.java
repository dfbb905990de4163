package app.lede.search;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A question to the index.
 *
 * @param limit most hits of the page, 1 to 100
 * @param after {@link Hit#key()} of the last hit of the page before, of a search with the same criteria and order; null for
 *     the first page. Anything else is an IllegalArgumentException.
 */
public record Search(
        Criteria criteria, Sort sort, int limit, @Nullable String after) {

    public static final int MAX_LIMIT = 100;

    public Search {
        requireNonNull(criteria, "criteria");
        requireNonNull(sort, "sort");
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }
}
