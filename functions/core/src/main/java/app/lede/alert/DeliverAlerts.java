package app.lede.alert;

import app.lede.article.ArticleStore;
import app.lede.article.Times;
import app.lede.hash.Digest;
import app.lede.pipeline.JobQueue;
import app.lede.saved.SavedSearch;
import app.lede.saved.SavedSearches;
import app.lede.saved.SearchId;
import app.lede.search.ArticleWalk;
import app.lede.search.ChangesInOrder;
import app.lede.search.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends what saved searches have found since the last call to the queue of their webhooks. Each alert is noted before it is
 * sent and its id follows from what was noted, so that a repeated step sends the same alert. Thread safe.
 */
public final class DeliverAlerts {

    /** The newest articles may not be listed yet. */
    static final Duration SETTLING = Duration.ofSeconds(10);

    /** The search index follows the table within seconds, and after trouble within minutes. */
    private static final Duration INDEXING = Duration.ofMinutes(5);

    /** A search that finds nothing is marked less often than it is looked at. */
    private static final Duration STANDSTILL = Duration.ofMinutes(10);

    private static final int SEARCHES_AT_ONCE = 100;

    private final SavedSearches searches;
    private final AlertStates states;
    private final Map<Watch, Finder> finders;
    private final Function<String, Filter> filters;
    private final JobQueue<AlertJob> queue;

    /**
     * Builds the step over its stores.
     *
     * @param filters reads what {@link Filter#canonical} wrote
     */
    public DeliverAlerts(
            SavedSearches searches,
            AlertStates states,
            ArticleWalk walk,
            ChangesInOrder changes,
            ArticleStore articles,
            Function<String, Filter> filters,
            JobQueue<AlertJob> queue) {
        this.searches = searches;
        this.states = states;
        this.finders = Map.of(
                Watch.ARRIVALS, new Matches(walk, articles),
                Watch.EDITS, new EditedArticles(changes, articles));
        this.filters = filters;
        this.queue = queue;
    }

    /**
     * What one call did.
     *
     * @param looked searches looked at
     * @param sent alerts sent
     * @param failed searches that could not be looked at; the next call tries again
     * @param cause of the first failure
     */
    public record Round(
            int looked, int sent, int failed, @Nullable String cause) {}

    /** Looks at every search with a webhook, until there is no time for another. */
    public Round run(Instant now, BooleanSupplier hasTime) {
        Round round = new Round(0, 0, 0, null);
        SearchId before = null;
        List<SavedSearch> page;
        do {
            page = searches.page(before, SEARCHES_AT_ONCE);
            for (SavedSearch search : page) {
                if (!hasTime.getAsBoolean()) {
                    return round;
                }
                before = search.id();
                round = search.webhook() == null ? round : after(round, search, now);
            }
        } while (page.size() == SEARCHES_AT_ONCE);
        return round;
    }

    /** Keeps the failure of one search from the others; the caller fails by the count. */
    private Round after(Round round, SavedSearch search, Instant now) {
        try {
            int sent = look(search, Watch.ARRIVALS, now) + (search.edits() ? look(search, Watch.EDITS, now) : 0);
            return new Round(round.looked() + 1, round.sent() + sent, round.failed(), round.cause());
        } catch (RuntimeException e) {
            String cause = round.cause() == null ? search.id() + ": " + e : round.cause();
            return new Round(round.looked() + 1, round.sent(), round.failed() + 1, cause);
        }
    }

    private int look(SavedSearch search, Watch watch, Instant now) {
        AlertState state = states.state(search.id(), watch).orElse(null);
        AlertState next = state == null
                ? new AlertState(Times.sortable(search.created()), null, search.created(), false)
                : state.pending() == null ? next(search, watch, state, now) : state;
        if (!next.equals(state) && !states.replace(search.id(), watch, state, next)) {
            return 0; // Another call is at work on the search, or it was deleted.
        }
        String pending = next.pending();
        if (pending == null) {
            return watch == Watch.ARRIVALS ? silence(search, next, now) : 0;
        }
        queue.send(List.of(noted(search, watch, next.position(), pending)));
        states.replace(search.id(), watch, next, next.at(pending));
        return 1;
    }

    /** Returns the state with the next alert noted, or further on without one. */
    private AlertState next(SavedSearch search, Watch watch, AlertState state, Instant now) {
        Filter filter = filters.apply(search.filter());
        Instant end = now.minus(filter.isOfFacts() ? SETTLING : INDEXING);
        if (Times.sortable(end).compareTo(state.position()) <= 0) {
            return state;
        }
        List<Finder.Match> found = finder(watch).earliest(filter, state.position(), end, most(watch));
        if (found.isEmpty()) {
            return end.isBefore(state.reached().plus(STANDSTILL)) ? state : state.at(Times.sortable(end));
        }
        Finder.Match last = found.getLast();
        return state.sending(last.key(), last.at());
    }

    private Finder finder(Watch watch) {
        return Objects.requireNonNull(finders.get(watch));
    }

    private static int most(Watch watch) {
        return switch (watch) {
            case ARRIVALS -> Matches.MOST;
            // Each is compared with the revision before.
            case EDITS -> 20;
        };
    }

    /** Finds the articles of an alert that was noted, again. */
    private AlertJob noted(SavedSearch search, Watch watch, String after, String until) {
        Instant end = Instant.parse(until.substring(0, until.indexOf('#'))).plusMillis(1);
        List<String> ids = finder(watch).earliest(filters.apply(search.filter()), after, end, 2 * most(watch)).stream()
                .filter(match -> match.key().compareTo(until) <= 0)
                .map(match -> match.article().id().value())
                .toList();
        return switch (watch) {
            case ARRIVALS ->
                AlertJob.first(
                        search.id(),
                        Digest.base32(search.id() + " " + after + " " + until),
                        AlertJob.Kind.MATCHED,
                        ids,
                        null);
            case EDITS ->
                AlertJob.first(
                        search.id(),
                        Digest.base32(search.id() + " edits " + after + " " + until),
                        AlertJob.Kind.EDITED,
                        ids,
                        null);
        };
    }

    private int silence(SavedSearch search, AlertState state, Instant now) {
        Duration allowed = Duration.ofHours(search.silenceHours());
        if (allowed.isZero()
                || state.silent()
                || state.lastMatch().plus(allowed).isAfter(now)) {
            return 0;
        }
        String since = Times.sortable(state.lastMatch());
        String id = Digest.base32(search.id() + " silent since " + since);
        queue.send(List.of(AlertJob.first(search.id(), id, AlertJob.Kind.SILENT, List.of(), since)));
        states.replace(search.id(), Watch.ARRIVALS, state, state.told());
        return 1;
    }
}
