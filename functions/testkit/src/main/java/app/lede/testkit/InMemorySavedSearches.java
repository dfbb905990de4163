package app.lede.testkit;

import app.lede.saved.SavedSearch;
import app.lede.saved.SavedSearches;
import app.lede.saved.SearchId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Saved searches in a map. Thread safe. */
public final class InMemorySavedSearches implements SavedSearches {

    private final Map<SearchId, SavedSearch> searches = new ConcurrentHashMap<>();

    @Override
    public void add(SavedSearch search) {
        searches.put(search.id(), search);
    }

    @Override
    public Optional<SavedSearch> get(SearchId id) {
        return Optional.ofNullable(searches.get(id));
    }

    @Override
    public List<SavedSearch> page(@Nullable SearchId before, int limit) {
        return searches.values().stream()
                .filter(search -> before == null || search.id().value().compareTo(before.value()) < 0)
                .sorted(Comparator.comparing((SavedSearch search) -> search.id().value())
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public boolean remove(SearchId id) {
        return searches.remove(id) != null;
    }
}
