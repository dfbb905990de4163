package app.lede.pipeline;

import app.lede.backfill.Backfill;
import app.lede.document.TraceId;
import app.lede.fetch.FetchOutcome.Redirect;
import app.lede.source.SourceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Order to poll a source, to ask its hub, or to bring a stretch of its past: {@link #task} tells which. The components are the stored
 * form, of which each task uses some.
 *
 * @param planned the minute whose turn it is; a source that was polled for it or for a later one is not polled again
 * @param followUps requests that the poll makes before it is over, null for none
 * @param behind the redirects followed so far, null for none: each host is waited for in its turn
 * @param backfill the step of the source's backfill that is to be taken, in place of a poll; null for none
 * @param hub true where the source's hub is to be asked for a subscription in place of the feed; null for a poll
 */
public record PollJob(
        SourceId sourceId,
        Instant planned,
        @Nullable FollowUps followUps,
        @Nullable List<Redirect> behind,
        @Nullable Boolean hub,
        @Nullable Turn backfill) {

    /** Work that a job is for. */
    public sealed interface Task {

        /** Polls the feed. */
        record Poll() implements Task {}

        /** Goes on with a poll that needs more requests. */
        record FollowUp(FollowUps next) implements Task {}

        /** Asks the source's hub for a subscription. */
        record Subscribe() implements Task {}

        /** Takes a step of the source's backfill. */
        record BackfillStep(Turn turn) implements Task {}
    }

    /** Returns the work that the job is for. */
    public Task task() {
        if (backfill != null) {
            return new Task.BackfillStep(backfill);
        }
        if (Boolean.TRUE.equals(hub)) {
            return new Task.Subscribe();
        }
        return followUps == null ? new Task.Poll() : new Task.FollowUp(followUps);
    }

    /**
     * One step of a backfill.
     *
     * @param started when the backfill was begun
     */
    public record Turn(Instant started, int step) {}

    public PollJob(SourceId sourceId, Instant planned) {
        this(sourceId, planned, null, null, null, null);
    }

    /** Returns the job for the next step of a backfill. */
    public static PollJob of(Backfill run) {
        Turn turn = new Turn(run.started(), run.step());
        return new PollJob(run.source(), run.started(), null, null, null, turn);
    }

    /** Returns the trace of everything that this poll finds. */
    public TraceId trace() {
        return TraceId.of(sourceId.value(), planned);
    }

    /** Returns the poll, continued with other addresses. */
    PollJob on(FollowUps next) {
        return new PollJob(sourceId, planned, next, null, null, null);
    }

    /** Returns the job, continued after redirects. */
    PollJob after(List<Redirect> redirects) {
        return new PollJob(sourceId, planned, followUps, redirects, hub, backfill);
    }

    /** Returns the job to request a subscription from the source's hub. */
    PollJob ofHub() {
        return new PollJob(sourceId, planned, null, null, true, null);
    }

    List<Redirect> redirects() {
        return behind == null ? List.of() : behind;
    }
}
