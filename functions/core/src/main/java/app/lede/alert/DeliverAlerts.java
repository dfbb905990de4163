package app.lede.alert;

import app.lede.article.ArticleStore;
import app.lede.article.Times;
import app.lede.hash.Digest;
import app.lede.pipeline.JobQueue;
import app.lede.saved.DigestSchedule;
import app.lede.saved.SavedSearch;
import app.lede.saved.SavedSearches;
import app.lede.saved.SearchId;
import app.lede.search.ArticleWalk;
import app.lede.search.ChangesInOrder;
import app.lede.search.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends what saved searches have found since the last call to the queue of their webhooks, and publishes the digests that are
 * due. Each alert is noted before it is sent and its id follows from what was noted, so that a repeated step sends the same
 * alert. Thread safe.
 */
public final class DeliverAlerts {

    /** The newest articles may not be listed yet. */
    static final Duration SETTLING = Duration.ofSeconds(10);

    /** The search index follows the table within seconds, and after trouble within minutes. */
    private static final Duration INDEXING = Duration.ofMinutes(5);

    /** A search that finds nothing is marked less often than it is looked at. */
    private static final Duration STANDSTILL = Duration.ofMinutes(10);

    private static final int SEARCHES_AT_ONCE = 100;

    /** Each is compared with the revision before. */
    private static final int MOST_EDITED = 20;

    private final SavedSearches searches;
    private final AlertStates states;
    private final Told arrivals;
    private final Told edits;
    private final Function<String, Filter> filters;
    private final JobQueue<AlertJob> queue;
    private final DeliverDigest digest;

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
            JobQueue<AlertJob> queue,
            Digests digests) {
        this.searches = searches;
        this.states = states;
        Matches matches = new Matches(walk, articles);
        this.arrivals = new Told(Watch.ARRIVALS, AlertJob.Occasion.Matched::new, matches, Matches.MOST, " ");
        this.edits = new Told(
                Watch.EDITS,
                AlertJob.Occasion.Edited::new,
                new EditedArticles(changes, articles),
                MOST_EDITED,
                " edits ");
        this.filters = filters;
        this.queue = queue;
        this.digest = new DeliverDigest(states, matches, filters, digests);
    }

    /**
     * An occasion of alerts with a state of its own.
     *
     * @param occasion of an alert of the articles with these ids
     * @param most articles of one alert
     * @param mark part of the alert's id, apart from that of other occasions
     */
    private record Told(
            Watch watch, Function<List<String>, AlertJob.Occasion> occasion, Finder finder, int most, String mark) {}

    /**
     * Result of one call.
     *
     * @param looked searches looked at
     * @param sent alerts sent and digests published
     * @param failed webhooks and digests of searches that could not be looked at; the next call tries again
     * @param cause of the first failure
     */
    public record Round(
            int looked, int sent, int failed, @Nullable String cause) {}

    /** Looks at every search of articles with a webhook or digests, until there is no time for another. */
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
                round = after(round, search, now);
            }
        } while (page.size() == SEARCHES_AT_ONCE);
        return round;
    }

    /** Keeps the failure of one search from the others, and that of its webhook from its digests. */
    private Round after(Round before, SavedSearch search, Instant now) {
        return switch (search.subject()) {
            case SavedSearch.Subject.SilentSources ignored -> before;
            case SavedSearch.Subject.Articles articles -> after(before, search, articles, now);
        };
    }

    private Round after(Round before, SavedSearch search, SavedSearch.Subject.Articles articles, Instant now) {
        DigestSchedule schedule = articles.digest().orElse(null);
        if (search.webhook() == null && schedule == null) {
            return before;
        }
        Round round = new Round(before.looked() + 1, before.sent(), before.failed(), before.cause());
        if (search.webhook() != null) {
            round = after(round, search, () -> alert(search, articles, now));
        }
        return schedule == null
                ? round
                : after(round, search, () -> digest.deliver(search, schedule, now, DeliverAlerts::lateness));
    }

    /** Counts a failure instead of throwing it; the caller fails by the count. */
    private static Round after(Round round, SavedSearch search, IntSupplier work) {
        try {
            return new Round(round.looked(), round.sent() + work.getAsInt(), round.failed(), round.cause());
        } catch (RuntimeException e) {
            String cause = round.cause() == null ? search.id() + ": " + e : round.cause();
            return new Round(round.looked(), round.sent(), round.failed() + 1, cause);
        }
    }

    private int alert(SavedSearch search, SavedSearch.Subject.Articles articles, Instant now) {
        return look(search, arrivals, articles.silence(), now)
                + (articles.edits() ? look(search, edits, Duration.ZERO, now) : 0);
    }

    /** Returns how long after its arrival an article may not be found yet. */
    private static Duration lateness(Filter filter) {
        return filter.isOfFacts() ? SETTLING : INDEXING;
    }

    /**
     * Sends the next alert of an occasion.
     *
     * @param silence without a match that is told, too; zero for none
     */
    private int look(SavedSearch search, Told told, Duration silence, Instant now) {
        AlertState state = states.state(search.id(), told.watch()).orElse(null);
        AlertState next = state == null
                ? new AlertState(Times.sortable(search.created()), null, search.created(), false)
                : state.pending() == null ? next(search, told, state, now) : state;
        if (!next.equals(state) && !states.replace(search.id(), told.watch(), state, next)) {
            return 0; // Another call is at work on the search, or it was deleted.
        }
        String pending = next.pending();
        if (pending == null) {
            return silence.isZero() ? 0 : silence(search, next, silence, now);
        }
        queue.send(List.of(noted(search, told, next.position(), pending)));
        states.replace(search.id(), told.watch(), next, next.at(pending));
        return 1;
    }

    /** Returns the state with the next alert noted, or further on without one. */
    private AlertState next(SavedSearch search, Told told, AlertState state, Instant now) {
        Filter filter = filters.apply(search.filter());
        Instant end = now.minus(lateness(filter));
        if (Times.sortable(end).compareTo(state.position()) <= 0) {
            return state;
        }
        List<Finder.Match> found = told.finder().earliest(filter, state.position(), end, told.most());
        if (found.isEmpty()) {
            return end.isBefore(state.reached().plus(STANDSTILL)) ? state : state.at(Times.sortable(end));
        }
        Finder.Match last = found.getLast();
        return state.sending(last.key(), last.at());
    }

    /** Finds the articles of an alert that was noted, again. */
    private AlertJob noted(SavedSearch search, Told told, String after, String until) {
        Instant end = Instant.parse(until.substring(0, until.indexOf('#'))).plusMillis(1);
        List<String> ids = told.finder().earliest(filters.apply(search.filter()), after, end, 2 * told.most()).stream()
                .filter(match -> match.key().compareTo(until) <= 0)
                .map(match -> match.article().id().value())
                .toList();
        return AlertJob.first(
                search.id(),
                Digest.base32(search.id() + told.mark() + after + " " + until),
                told.occasion().apply(ids));
    }

    private int silence(SavedSearch search, AlertState state, Duration allowed, Instant now) {
        if (state.silent() || state.lastMatch().plus(allowed).isAfter(now)) {
            return 0;
        }
        String since = Times.sortable(state.lastMatch());
        String id = Digest.base32(search.id() + " silent since " + since);
        queue.send(List.of(AlertJob.first(search.id(), id, new AlertJob.Occasion.Silent(since))));
        states.replace(search.id(), Watch.ARRIVALS, state, state.told());
        return 1;
    }
}
