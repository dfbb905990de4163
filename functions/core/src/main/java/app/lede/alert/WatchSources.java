package app.lede.alert;

import app.lede.pipeline.JobQueue;
import app.lede.saved.SavedSearch;
import app.lede.saved.SavedSearches;
import app.lede.saved.SearchId;
import app.lede.search.ArticleWalk;
import app.lede.search.Fact;
import app.lede.search.Filter;
import app.lede.source.Silence;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceList;
import app.lede.source.SourceStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks for sources that have fallen silent, and for silences that have ended, and tells each once: in the feed of alerts, and to the
 * webhooks of saved searches for silent sources. A silence is noted in its source before it is told, and its alert's id follows
 * from the note, so that a repeated step tells the same alert. While our own network is out, no failing source is told. Thread safe.
 */
public final class WatchSources {

    private static final int AT_ONCE = 100;
    /** Time from an arrival to the stored article; later on the pipeline is in arrears. */
    private static final Duration PROCESSING = Duration.ofMinutes(30);
    /** Time looked back at in a library without articles. */
    private static final Duration FIRST_DAY = Duration.ofDays(1);

    private final SourceStore sources;
    private final SourceList list;
    private final SourceAlerts alerts;
    private final SavedSearches searches;
    private final ArticleWalk walk;
    private final Function<String, Filter> filters;
    private final JobQueue<AlertJob> queue;

    /**
     * Builds the step over its stores.
     *
     * @param walk over the articles, to find the newest
     * @param filters reads what {@link Filter#canonical} wrote
     */
    public WatchSources(
            SourceStore sources,
            SourceList list,
            SourceAlerts alerts,
            SavedSearches searches,
            ArticleWalk walk,
            Function<String, Filter> filters,
            JobQueue<AlertJob> queue) {
        this.sources = sources;
        this.list = list;
        this.alerts = alerts;
        this.searches = searches;
        this.walk = walk;
        this.filters = filters;
        this.queue = queue;
    }

    /**
     * What one call did.
     *
     * @param looked sources looked at
     * @param told silences and ends of silences told
     * @param failed sources that could not be looked at; the next call tries again
     * @param cause of the first failure
     * @param expected arrivals that the rhythms of all sources have expected since the newest article was stored, but for silent
     *     sources; with a dozen and no article, the stack has stopped
     * @param complete whether all sources were looked at
     */
    public record Round(
            int looked, int told, int failed, @Nullable String cause, double expected, boolean complete) {

        private Round looked(double arrivals) {
            return new Round(looked + 1, told, failed, cause, expected + arrivals, complete);
        }

        private Round told(int more) {
            return new Round(looked, told + more, failed, cause, expected, complete);
        }

        private Round failing(String reason) {
            return new Round(looked, told, failed + 1, cause == null ? reason : cause, expected, complete);
        }

        private Round incomplete() {
            return new Round(looked, told, failed, cause, expected, false);
        }
    }

    /** Looks at every source, until there is no time for another. */
    public Round run(Instant now, BooleanSupplier hasTime) {
        List<SavedSearch> listeners = listeners();
        Instant newest = newestArticle(now);
        Outage outage = new Outage(now);
        List<Source> failing = new ArrayList<>();
        Round round = new Round(0, 0, 0, null, 0, true);
        SourceId after = null;
        List<Source> page;
        do {
            page = list.page(after, AT_ONCE);
            for (Source source : page) {
                if (!hasTime.getAsBoolean()) {
                    return round.incomplete();
                }
                after = source.id();
                outage.count(source);
                round = round.looked(expected(source, newest, now));
                if (isNewlyFailing(source, now)) {
                    failing.add(source);
                } else {
                    round = told(round, source, listeners, now);
                }
            }
        } while (page.size() == AT_ONCE);
        return outage.isLikely() ? round : told(round, failing, listeners, now, hasTime);
    }

    /** Tells of sources whose polls fail, which waits until all are counted: they may fail for a reason of ours. */
    private Round told(
            Round before, List<Source> failing, List<SavedSearch> listeners, Instant now, BooleanSupplier hasTime) {
        Round round = before;
        for (Source source : failing) {
            if (!hasTime.getAsBoolean()) {
                return round.incomplete();
            }
            round = told(round, source, listeners, now);
        }
        return round;
    }

    private static boolean isNewlyFailing(Source source, Instant now) {
        Silence silence = source.listened(now).silence();
        return source.silence() == null && silence != null && silence.reason() == Silence.Reason.ERRORS;
    }

    private static double expected(Source source, Instant newest, Instant now) {
        return source.polls() && source.silence() == null ? source.rhythm().expected(newest, now.minus(PROCESSING)) : 0;
    }

    /** Keeps the failure of one source from the others; the caller fails by the count. */
    private Round told(Round round, Source source, List<SavedSearch> listeners, Instant now) {
        try {
            return round.told(watch(source, listeners, now));
        } catch (RuntimeException e) {
            return round.failing(source.id() + ": " + e);
        }
    }

    private int watch(Source source, List<SavedSearch> listeners, Instant now) {
        if (!isUntold(source.listened(now))) {
            return 0;
        }
        Optional<Source> noted = sources.change(source.id(), current -> current.listened(now));
        Silence silence = noted.map(Source::silence).orElse(null);
        if (silence == null || silence.stage() == Silence.Stage.TOLD) {
            return 0; // Another call has told it, or the source was removed or has news.
        }
        SourceAlert alert = SourceAlert.of(noted.orElseThrow(), silence);
        alerts.add(alert);
        queue.send(listeners.stream()
                .filter(search -> listens(search, alert.source()))
                .map(search -> AlertJob.ofSource(search.id(), alert))
                .toList());
        sources.change(source.id(), current -> current.told(silence));
        return 1;
    }

    private static boolean isUntold(Source source) {
        Silence silence = source.silence();
        return silence != null && silence.stage() != Silence.Stage.TOLD;
    }

    private List<SavedSearch> listeners() {
        List<SavedSearch> found = new ArrayList<>();
        SearchId before = null;
        List<SavedSearch> page;
        do {
            page = searches.page(before, AT_ONCE);
            page.stream()
                    .filter(search -> search.silentSources() && search.webhook() != null)
                    .forEach(found::add);
            before = page.isEmpty() ? before : page.getLast().id();
        } while (page.size() == AT_ONCE);
        return found;
    }

    private boolean listens(SavedSearch search, SourceId source) {
        Set<String> wanted = filters.apply(search.filter()).of(Fact.SOURCE);
        return wanted.isEmpty() || wanted.contains(source.value());
    }

    private Instant newestArticle(Instant now) {
        return walk.page(Filter.ALL, null, 1).found().stream()
                .findFirst()
                .map(found -> Instant.parse(found.key().substring(0, found.key().indexOf('#'))))
                .orElse(now.minus(FIRST_DAY));
    }
}
