package app.lede.api;

import app.lede.backfill.Backfill;
import app.lede.backfill.Backfills;
import app.lede.backfill.Budget;
import app.lede.pipeline.BackfillSource;
import app.lede.pipeline.JobQueue;
import app.lede.pipeline.PollJob;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceStore;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Begins backfills of sources, has them go on, and cancels them. Nothing here fetches. Thread safe. */
final class BackfillChanges {

    private static final int MAX_TIME = 40;
    private static final int DATE = 10;

    private final SourceStore sources;
    private final Backfills runs;
    private final JobQueue<PollJob> polls;
    private final InstantSource clock;

    BackfillChanges(SourceStore sources, Backfills runs, JobQueue<PollJob> polls, InstantSource clock) {
        this.sources = sources;
        this.runs = runs;
        this.polls = polls;
        this.clock = clock;
    }

    /**
     * Handles {@code POST /v1/sources/{id}/backfill}: begins a backfill, or has the present one go on if it has not ended. One that
     * is complete is answered as it is, unless a budget or {@code restart} asks for another: to ask twice does no harm.
     */
    Answer start(Request request) {
        Fields fields = new Fields(withBody(request), Set.of("pages", "articles", "until", "restart"));
        Optional<Long> pages = fields.number("pages", 1, Budget.MOST_PAGES);
        Optional<Long> articles = fields.number("articles", 1, Budget.MOST_ARTICLES);
        Optional<Instant> until = until(fields);
        Optional<Boolean> restart = fields.flag("restart");
        return fields.problem().orElseGet(() -> {
            Budget budget = new Budget(
                    pages.map(Long::intValue).orElse(Budget.USUAL.pages()),
                    articles.map(Long::intValue).orElse(Budget.USUAL.articles()),
                    until.orElse(null));
            boolean isGiven = pages.isPresent() || articles.isPresent() || until.isPresent();
            Wish wish = new Wish(budget, isGiven, restart.orElse(false));
            return id(request)
                    .flatMap(sources::get)
                    .map(source -> begun(request, source, wish))
                    .orElseGet(() -> missing(request));
        });
    }

    /**
     * Request for a backfill.
     *
     * @param isGiven whether the budget is the client's
     * @param restarts whether another is to begin after one that is complete
     */
    private record Wish(Budget budget, boolean isGiven, boolean restarts) {

        boolean isForAnother() {
            return isGiven || restarts;
        }
    }

    private Answer begun(Request request, Source source, Wish wish) {
        Optional<Backfill> before = runs.get(source.id());
        if (!wish.isForAnother()
                && before.filter(run -> run.phase() == Backfill.Phase.COMPLETE).isPresent()) {
            return Answer.json(200, BackfillJson.of(before.get()));
        }
        if (!source.polls()) {
            return Problem.conflict("the source is not polled: it is paused, gone, or a sender of mails");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (before.filter(run -> !run.isOver()).isPresent()) {
            return goingOn(request, before.get(), wish, now);
        }
        Backfill first = Backfill.begun(source.id(), source.pollUrl(), wish.budget(), before.orElse(null), now);
        boolean stored = before.isEmpty() ? runs.add(first) : runs.replace(first);
        return stored ? enqueued(request, first) : Problem.conflict("another request began a backfill just now");
    }

    private Answer goingOn(Request request, Backfill run, Wish wish, Instant now) {
        if (wish.restarts() || (wish.isGiven() && !run.budget().equals(wish.budget()))) {
            return Problem.conflict("a backfill has not ended; cancel it first to begin another, or give neither a"
                    + " budget nor restart to have it go on");
        }
        Backfill next = run.stopped() == null ? run : run.resumed(now);
        return next.equals(run) || runs.replace(next)
                ? enqueued(request, next)
                : Problem.conflict("the backfill went on just now");
    }

    private Answer enqueued(Request request, Backfill run) {
        polls.send(List.of(PollJob.of(run)));
        return Answer.json(202, BackfillJson.of(run))
                .with("location", request.basePath() + "/v1/sources/" + run.source() + "/backfill");
    }

    /** Handles {@code DELETE /v1/sources/{id}/backfill}: what was sent to be fetched is fetched nevertheless. */
    Answer cancel(Request request) {
        return id(request).filter(this::cancelled).isPresent() ? Answer.empty(204) : missing(request);
    }

    /** Cancels a backfill, and has the pages deleted that it kept; false if there is none. */
    private boolean cancelled(SourceId source) {
        Optional<Backfill> run = runs.get(source);
        while (run.isPresent() && !run.get().isOver() && !runs.replace(run.get().cancelled(clock.instant()))) {
            run = runs.get(source); // It went on meanwhile, one step.
        }
        runs.get(source)
                .filter(over -> over.phase() == Backfill.Phase.CANCELLED)
                .ifPresent(over -> polls.sendLater(PollJob.of(over), BackfillSource.LONGEST_STEP));
        return run.isPresent();
    }

    /** Removes the backfill of a source that is about to be removed: a call that breaks off between them is made good by the next. */
    void remove(Request request) {
        id(request).filter(this::cancelled).ifPresent(runs::remove);
    }

    private Optional<Instant> until(Fields fields) {
        Optional<String> given = fields.text("until", MAX_TIME);
        try {
            Optional<Instant> until = given.map(text -> text.length() == DATE
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant());
            if (until.filter(clock.instant()::isBefore).isPresent()) {
                fields.fault("until", "expected a date or time in the past; no article is dated later");
            }
            return until;
        } catch (DateTimeException e) {
            fields.fault("until", "expected a date (2020-01-31) or a time (2020-01-31T12:00:00Z)");
            return Optional.empty();
        }
    }

    /** No body asks for the usual budget. */
    private static Request withBody(Request request) {
        return request.body().length > 0 ? request : request.withBody("{}".getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<SourceId> id(Request request) {
        return Optional.of(request.variable("id")).filter(SourceId::isValid).map(SourceId::new);
    }

    private static Answer missing(Request request) {
        return Problem.notFound(
                "there is no such source, or it has no backfill: " + Problem.cut(request.variable("id")));
    }
}
