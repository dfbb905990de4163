package app.lede.alert;

import app.lede.pipeline.JobQueue;
import app.lede.saved.SavedSearches;
import app.lede.search.ArticleWalk;
import app.lede.search.Filter;
import app.lede.source.Silence;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceList;
import app.lede.source.SourceStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks for sources that have fallen silent, and for silences that have ended, and tells each once: in the feed of alerts, and to the
 * webhooks of saved searches for silent sources. A silence is noted in its source before it is told, and its alert's id follows
 * from the note, so that a repeated step tells the same alert. While our own network is out, no failing source is told. Thread safe.
 */
public final class WatchSources {

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

    /** End of a call. */
    public enum End {
        /** All sources were looked at, and all silences told. */
        WATCHED,
        /** The same, but failing sources are held back, since our own network is out. */
        OUTAGE,
        /** Time ran out before the last source was read or told of; the next call begins with those left untold. */
        INCOMPLETE;

        /** Returns the name in the log. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Result of one call.
     *
     * @param looked sources looked at
     * @param told silences and ends of silences told
     * @param held failing sources of which nobody is told in an outage of our own network
     * @param failed sources that could not be told of, which the next call tries again, and saved searches that could not be read
     * @param cause of the first failure
     * @param expected arrivals that the rhythms of all sources have expected since the newest article was stored, but for silent
     *     sources; with a dozen and no article, the stack has stopped. Null if not all sources were looked at
     */
    public record Round(
            int looked,
            int told,
            int held,
            int failed,
            @Nullable String cause,
            @Nullable Double expected,
            End end) {

        private Round told(int more) {
            return new Round(looked, told + more, held, failed, cause, expected, end);
        }

        private Round failing(String reason) {
            return new Round(looked, told, held, failed + 1, cause == null ? reason : cause, expected, end);
        }

        private Round incomplete() {
            return new Round(looked, told, held, failed, cause, expected, End.INCOMPLETE);
        }
    }

    /**
     * Looks at every source, then tells of those that have fallen silent or speak again, until there is no time for another. Looking
     * costs little beside telling, so the expected arrivals are known also where the telling takes several calls.
     */
    public Round run(Instant now, BooleanSupplier hasTime) {
        SilenceListeners listeners = new SilenceListeners(searches, filters);
        SilenceSurvey survey = new SilenceSurvey(newestArticle(now), now);
        boolean read = survey(survey, hasTime);
        Round round = new Round(
                survey.looked(),
                0,
                read ? survey.held() : 0,
                0,
                null,
                read ? survey.expected() : null,
                !read ? End.INCOMPLETE : survey.isOutage() ? End.OUTAGE : End.WATCHED);
        for (String fault : listeners.unreadable()) {
            round = round.failing(fault);
        }
        return read ? told(round, survey.due(), listeners, now, hasTime) : round;
    }

    /** Reads all sources; false if time ran out before. */
    private boolean survey(SilenceSurvey survey, BooleanSupplier hasTime) {
        SourceId after = null;
        List<Source> page;
        do {
            if (!hasTime.getAsBoolean()) {
                return false;
            }
            page = list.page(after, SourceList.STRETCH);
            page.forEach(survey::add);
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == SourceList.STRETCH);
        return true;
    }

    private Round told(
            Round before, List<Source> due, SilenceListeners listeners, Instant now, BooleanSupplier hasTime) {
        Round round = before;
        for (Source source : due) {
            if (!hasTime.getAsBoolean()) {
                return round.incomplete();
            }
            round = told(round, source, listeners, now);
        }
        return round;
    }

    /** Keeps the failure of one source from the others; the caller fails by the count. */
    private Round told(Round round, Source source, SilenceListeners listeners, Instant now) {
        try {
            return round.told(watch(source, listeners, now));
        } catch (RuntimeException e) {
            return round.failing(source.id() + ": " + e);
        }
    }

    private int watch(Source source, SilenceListeners listeners, Instant now) {
        Optional<Source> noted = sources.change(source.id(), current -> current.listened(now));
        Silence silence = noted.map(Source::silence).orElse(null);
        if (silence == null || silence.stage() == Silence.Stage.TOLD) {
            return 0; // Another call has told it, or the source was removed or has news.
        }
        SourceAlert alert = SourceAlert.of(noted.orElseThrow(), silence);
        alerts.add(alert);
        queue.send(listeners.jobs(alert));
        sources.change(source.id(), current -> current.reported(silence));
        return 1;
    }

    private Instant newestArticle(Instant now) {
        return walk.page(Filter.ALL, null, 1).found().stream()
                .findFirst()
                .map(found -> Instant.parse(found.key().substring(0, found.key().indexOf('#'))))
                .orElse(now.minus(FIRST_DAY));
    }
}
