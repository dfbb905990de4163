package app.lede.testkit;

import app.lede.alert.AlertState;
import app.lede.alert.AlertStates;
import app.lede.alert.Watch;
import app.lede.saved.SavedSearch;
import app.lede.saved.SavedSearches;
import app.lede.saved.SearchId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Saved searches and the states of their alerts in maps. Thread safe. */
public final class InMemorySavedSearches implements SavedSearches, AlertStates {

    private final Map<SearchId, SavedSearch> searches = new ConcurrentHashMap<>();
    private final Map<Watched, AlertState> states = new ConcurrentHashMap<>();

    private record Watched(SearchId id, Watch watch) {}

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
    public synchronized boolean remove(SearchId id) {
        states.keySet().removeIf(watched -> watched.id().equals(id));
        return searches.remove(id) != null;
    }

    @Override
    public Optional<AlertState> state(SearchId id, Watch watch) {
        return Optional.ofNullable(states.get(new Watched(id, watch)));
    }

    @Override
    public synchronized boolean replace(SearchId id, Watch watch, @Nullable AlertState before, AlertState after) {
        if (!searches.containsKey(id) || !Objects.equals(states.get(new Watched(id, watch)), before)) {
            return false;
        }
        states.put(new Watched(id, watch), after);
        return true;
    }
}
