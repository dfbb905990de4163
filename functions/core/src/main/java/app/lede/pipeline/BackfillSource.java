package app.lede.pipeline;

import app.lede.backfill.Backfill;
import app.lede.backfill.Backfills;
import app.lede.backfill.Budget;
import app.lede.document.DocumentStore;
import app.lede.document.Erasure;
import app.lede.feed.FeedReader;
import app.lede.fetch.HostGaps;
import app.lede.fetch.UrlLedger;
import app.lede.robots.RobotsStore;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Brings the past of a source, one step a call: asks for one page of its archive, in its host's turn and as robots.txt allows, or
 * sends a stretch of the entries found to be fetched. The next step is enqueued once this one is written down, and entries are
 * sent before they are written down as sent: a crash repeats a step and loses none. Thread safe.
 */
public final class BackfillSource {

    /** Grace period before a step without a successor is enqueued again. */
    private static final Duration ENQUEUED = Duration.ofMinutes(2);

    /** Time after which a step has ended that was under way; poll-source runs for a minute at most. */
    public static final Duration LONGEST_STEP = Duration.ofMinutes(2);

    /** Most changes that one call writes down: the plan of a stretch, and its end. */
    private static final int MOST_CHANGES_OF_A_CALL = 2;

    private static final int MAX_REASON = 200;

    private final SourceStore sources;
    private final Backfills runs;
    private final BackfillWalk walk;
    private final BackfillEntries entries;
    private final KeptPages kept;
    private final NewEntries sender;
    private final JobQueue<PollJob> polls;
    private final InstantSource clock;

    /** Assembles the step over its ports. */
    public BackfillSource(
            SourceStore sources,
            Backfills runs,
            PageFetcher pages,
            RobotsStore robots,
            UrlLedger ledger,
            DocumentStore documents,
            Erasure erasure,
            JobQueue<PollJob> polls,
            JobQueue<FetchJob> fetches,
            HostGaps gaps,
            InstantSource clock) {
        this.sender = new NewEntries(ledger, documents, fetches, Optional.of(gaps));
        this.kept = new KeptPages(documents, erasure);
        this.sources = sources;
        this.runs = runs;
        this.walk = new BackfillWalk(pages, robots, new FeedReader(Budget.MOST_ARTICLES), sender, kept, clock);
        this.entries = new BackfillEntries(runs, sender, kept, gaps, clock);
        this.polls = polls;
        this.clock = clock;
    }

    /** Takes the step of a job; one that was taken before is not taken again. */
    public BackfillEnd run(PollJob job, PollJob.Turn turn) {
        Optional<Backfill> going = going(job.sourceId(), turn.started());
        Optional<Source> source = sources.get(job.sourceId());
        if (going.isEmpty() || source.isEmpty()) {
            return over(job, turn);
        }
        Backfill run = going.get();
        if (run.stopped() != null) {
            return skipped("stopped");
        }
        if (run.step() != turn.step()) {
            return taken(job, turn, run);
        }
        if (!source.get().polls()) {
            return stopped(run, "the source is not polled any more");
        }
        Instant later = run.notBefore();
        return later != null && later.isAfter(clock.instant()) ? postponed(job, later) : step(source.get(), run, job);
    }

    /** Returns the backfill that was begun then, unless it is over. */
    private Optional<Backfill> going(SourceId source, Instant started) {
        return runs.get(source).filter(run -> run.started().equals(started) && !run.isOver());
    }

    private BackfillEnd step(Source source, Backfill run, PollJob job) {
        if (run.phase() == Backfill.Phase.SENDING) {
            return switch (entries.send(run)) {
                case BackfillEntries.Result.Overtaken ignored -> skipped("another call took the step");
                case BackfillEntries.Result.Sent(Backfill next, int count) ->
                    saved(next, new BackfillEnd(BackfillEnd.Kind.ENTRIES, count + " sent"));
            };
        }
        if (run.isWalked()) {
            BackfillEnd end =
                    new BackfillEnd(BackfillEnd.Kind.WALKED, run.pages().size() + " pages asked for");
            return saved(run.walked(clock.instant()), end);
        }
        return switch (walk.ask(source, run, job)) {
            case BackfillWalk.Result.Wait(PollJob again, Instant until) -> held(run, again, until);
            case BackfillWalk.Result.Asked(Backfill next, String url) ->
                saved(next, new BackfillEnd(BackfillEnd.Kind.PAGE, url));
            case BackfillWalk.Result.Retried(Backfill next, String url) ->
                saved(next, new BackfillEnd(BackfillEnd.Kind.RETRIED, url));
        };
    }

    /** Writes a step down, and enqueues the next. */
    private BackfillEnd saved(Backfill next, BackfillEnd end) {
        if (!runs.replace(next)) {
            return overtaken(next);
        }
        if (next.isOver()) {
            kept.forget(next.source(), next.started());
            return new BackfillEnd(BackfillEnd.Kind.COMPLETE, next.articles().toString());
        }
        Instant later = next.notBefore();
        if (later == null) {
            polls.send(List.of(PollJob.of(next)));
        } else {
            polls.sendLater(PollJob.of(next), JobQueue.delayUntil(later, clock.instant()));
        }
        return end;
    }

    /** Ends a step that another call took; after a cancellation or removal, the page that it kept must not stay. */
    private BackfillEnd overtaken(Backfill run) {
        if (going(run.source(), run.started()).isEmpty()) {
            polls.send(List.of(PollJob.of(run)));
        }
        return skipped("another call took the step");
    }

    /**
     * Deletes what a backfill kept that will not go on, a part at a call, once a step that was under way when it was cancelled has
     * ended: that may have sent entries that are not marked as sent yet.
     */
    private BackfillEnd over(PollJob job, PollJob.Turn turn) {
        Optional<Instant> cancelled = runs.get(job.sourceId())
                .filter(run -> run.started().equals(turn.started()) && run.phase() == Backfill.Phase.CANCELLED)
                .map(run -> run.changed().plus(LONGEST_STEP));
        if (cancelled.filter(clock.instant()::isBefore).isPresent()) {
            return postponed(job, cancelled.get());
        }
        if (!kept.discard(job.sourceId(), turn.started(), keys -> sender.unseen(keys, clock.instant()))) {
            polls.send(List.of(job));
        }
        return skipped("over, removed or begun anew");
    }

    /**
     * Sees to a job whose step was taken: by a call that died before it enqueued the next one, which is made good after a
     * while, or by one that goes on.
     */
    private BackfillEnd taken(PollJob job, PollJob.Turn turn, Backfill run) {
        if (isOfLastCall(turn, run)) {
            Instant due = run.notBefore() == null ? run.changed() : run.notBefore();
            Instant lost = due.plus(ENQUEUED);
            if (clock.instant().isBefore(lost)) {
                return postponed(job, lost);
            }
            polls.send(List.of(PollJob.of(run)));
        }
        return skipped("taken before");
    }

    /** Waits for the host, and notes until when. */
    private BackfillEnd held(Backfill run, PollJob again, Instant until) {
        if (until.isAfter(clock.instant()) && !until.equals(run.notBefore())) {
            boolean unused = runs.note(run.heldUntil(until)); // Shown only: the job itself waits.
        }
        return postponed(again, until);
    }

    private BackfillEnd postponed(PollJob job, Instant until) {
        polls.sendLater(job, JobQueue.delayUntil(until, clock.instant()));
        return new BackfillEnd(BackfillEnd.Kind.POSTPONED, until.toString());
    }

    /**
     * Notes a failed attempt at a step, which is repeated.
     *
     * @param attempts made so far
     */
    public void failed(SourceId source, PollJob.Turn turn, String cause, int attempts) {
        ofLastCall(source, turn).filter(run -> run.stopped() == null).ifPresent(run -> {
            boolean unused = runs.note(run.troubled(new Backfill.Trouble(cause, attempts)));
        });
    }

    /** Stops a backfill whose step broke for good, unless it has gone on; it goes on from there when it is asked for again. */
    public void broke(SourceId source, PollJob.Turn turn, String cause) {
        ofLastCall(source, turn).ifPresent(run -> stopped(run, cause));
    }

    /** Returns the backfill of a step, unless it is over or has gone on. */
    private Optional<Backfill> ofLastCall(SourceId source, PollJob.Turn turn) {
        return going(source, turn.started()).filter(run -> isOfLastCall(turn, run));
    }

    /** Tests whether one call may have come from a step to the present one, so that nobody else goes on. */
    private static boolean isOfLastCall(PollJob.Turn turn, Backfill run) {
        return run.step() - turn.step() <= MOST_CHANGES_OF_A_CALL;
    }

    private BackfillEnd stopped(Backfill run, String cause) {
        String reason = cause.length() > MAX_REASON ? cause.substring(0, MAX_REASON) : cause;
        return runs.replace(run.stoppedBecause(reason, clock.instant()))
                ? new BackfillEnd(BackfillEnd.Kind.STOPPED, reason)
                : skipped("another call took the step");
    }

    private static BackfillEnd skipped(String reason) {
        return new BackfillEnd(BackfillEnd.Kind.SKIPPED, reason);
    }
}
