package app.lede.api;

import app.lede.backfill.Backfill;
import app.lede.backfill.Backfills;
import app.lede.backfill.Budget;
import app.lede.pipeline.Deletion;
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
    private final Deletion deletion;
    private final InstantSource clock;

    BackfillChanges(
            SourceStore sources, Backfills runs, JobQueue<PollJob> polls, Deletion deletion, InstantSource clock) {
        this.sources = sources;
        this.runs = runs;
        this.polls = polls;
        this.deletion = deletion;
        this.clock = clock;
    }

    /**
     * Handles {@code POST /v1/sources/{id}/backfill}: begins a backfill, or has the present one go on if it has not ended. To ask
     * twice does no harm.
     */
    Answer start(Request request) {
        Fields fields = new Fields(withBody(request), Set.of("pages", "articles", "until"));
        Optional<Long> pages = fields.number("pages", 1, Budget.MOST_PAGES);
        Optional<Long> articles = fields.number("articles", 1, Budget.MOST_ARTICLES);
        Optional<Instant> until = until(fields);
        return fields.problem().orElseGet(() -> {
            Budget budget = new Budget(
                    pages.map(Long::intValue).orElse(Budget.USUAL.pages()),
                    articles.map(Long::intValue).orElse(Budget.USUAL.articles()),
                    until.orElse(null));
            boolean isGiven = pages.isPresent() || articles.isPresent() || until.isPresent();
            return id(request)
                    .flatMap(sources::get)
                    .map(source -> begun(request, source, budget, isGiven))
                    .orElseGet(() -> missing(request));
        });
    }

    private Answer begun(Request request, Source source, Budget budget, boolean isGiven) {
        if (!source.polls()) {
            return Problem.conflict("the source is not polled: it is paused, gone, or a sender of mails");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Backfill> before = runs.get(source.id());
        if (before.filter(run -> !run.isOver()).isPresent()) {
            return goingOn(request, before.get(), budget, isGiven, now);
        }
        Backfill first = Backfill.begun(source.id(), source.pollUrl(), budget, before.orElse(null), now);
        boolean stored = before.isEmpty() ? runs.add(first) : runs.replace(first);
        return stored ? enqueued(request, first) : Problem.conflict("another request began a backfill just now");
    }

    private Answer goingOn(Request request, Backfill run, Budget budget, boolean isGiven, Instant now) {
        if (isGiven && !run.budget().equals(budget)) {
            return Problem.conflict(
                    "a backfill with another budget has not ended; cancel it first, or give no budget to"
                            + " have it go on");
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
        Optional<SourceId> id = id(request);
        Optional<Backfill> run = id.flatMap(runs::get);
        while (run.isPresent() && !run.get().isOver() && !runs.replace(run.get().cancelled(clock.instant()))) {
            run = id.flatMap(runs::get); // It went on meanwhile, one step.
        }
        run.ifPresent(over -> deletion.archive(over.source(), over.started()));
        return run.isPresent() ? Answer.empty(204) : missing(request);
    }

    /** Removes the backfill of a source that is about to be removed: a call that breaks off between them is made good by the next. */
    void remove(Request request) {
        id(request).ifPresent(source -> {
            runs.remove(source);
            deletion.archives(source);
        });
    }

    private static Optional<Instant> until(Fields fields) {
        Optional<String> given = fields.text("until", MAX_TIME);
        try {
            return given.map(text -> text.length() == DATE
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant());
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
