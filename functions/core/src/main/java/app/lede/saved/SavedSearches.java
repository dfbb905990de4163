package app.lede.saved;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps saved searches. Thread safe; an exception means storage out of reach. */
public interface SavedSearches {

    /** Adds a search; its id is random, so that none is replaced. */
    void add(SavedSearch search);

    Optional<SavedSearch> get(SearchId id);

    /**
     * Returns searches by descending id.
     *
     * @param before exclusive upper bound; null starts at the top
     * @param limit maximum number of searches
     */
    List<SavedSearch> page(@Nullable SearchId before, int limit);

    /** Removes a search, and with it the address of its feed; false if there was none. */
    boolean remove(SearchId id);
}
