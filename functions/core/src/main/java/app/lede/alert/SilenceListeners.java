package app.lede.alert;

import app.lede.saved.SavedSearch;
import app.lede.saved.SavedSearches;
import app.lede.saved.SearchId;
import app.lede.search.Fact;
import app.lede.search.Filter;
import app.lede.source.SourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Lists the saved searches whose webhooks are told of silent sources. Each filter is read once. Not thread safe. */
final class SilenceListeners {

    private static final int AT_ONCE = 100;

    private final List<Listener> listeners = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    /**
     * A saved search that listens.
     *
     * @param sources ids it listens to, empty for all
     */
    private record Listener(SearchId search, Set<String> sources) {

        private boolean hears(SourceId source) {
            return sources.isEmpty() || sources.contains(source.value());
        }
    }

    /**
     * Reads the listeners.
     *
     * @param filters reads what {@link Filter#canonical} wrote
     */
    SilenceListeners(SavedSearches searches, Function<String, Filter> filters) {
        SearchId before = null;
        List<SavedSearch> page;
        do {
            page = searches.page(before, AT_ONCE);
            page.stream()
                    .filter(search ->
                            search.webhook() != null && search.subject() instanceof SavedSearch.Subject.SilentSources)
                    .forEach(search -> add(search, filters));
            before = page.isEmpty() ? before : page.getLast().id();
        } while (page.size() == AT_ONCE);
    }

    /** Keeps an unreadable filter from the alerts of all other searches; the caller fails by {@link #unreadable}. */
    private void add(SavedSearch search, Function<String, Filter> filters) {
        try {
            listeners.add(
                    new Listener(search.id(), filters.apply(search.filter()).of(Fact.SOURCE)));
        } catch (RuntimeException e) {
            unreadable.add("search " + search.id() + ": " + e);
        }
    }

    /** Returns the jobs that tell an alert to all who listen to its source. */
    List<AlertJob> jobs(SourceAlert alert) {
        return listeners.stream()
                .filter(listener -> listener.hears(alert.source()))
                .map(listener -> AlertJob.ofSource(listener.search(), alert))
                .toList();
    }

    /** Returns the searches that were left out, each with its fault. */
    List<String> unreadable() {
        return List.copyOf(unreadable);
    }
}
