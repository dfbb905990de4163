package app.lede.pipeline;

import app.lede.source.Fault;
import app.lede.source.Fault.Weight;
import app.lede.source.Poll;
import app.lede.source.Source;
import app.lede.source.SourceStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Records how polls end in their sources, and enqueues a call of its own for each hub that is due. Writing the source is the
 * last thing a poll does, after every entry was sent, so a poll that breaks is repeated whole. Thread safe.
 */
final class PollOutcomes {

    private final SourceStore sources;
    private final JobQueue<PollJob> polls;
    private final InstantSource clock;

    PollOutcomes(SourceStore sources, JobQueue<PollJob> polls, InstantSource clock) {
        this.sources = sources;
        this.polls = polls;
        this.clock = clock;
    }

    /** Writes the result of a poll to its source. */
    <E extends PollResult> E ended(Source source, PollJob job, Poll poll, E end) {
        Instant now = clock.instant();
        Optional<Source> polled = sources.change(source.id(), current -> current.after(poll, job.planned(), now));
        boolean answered = poll instanceof Poll.Read || poll instanceof Poll.Unchanged;
        if (answered && polled.filter(after -> after.push().isDue(now)).isPresent()) {
            polls.send(List.of(job.ofHub()));
        }
        return end;
    }

    /** Records a poll that brought nothing. */
    PollResult failed(Source source, PollJob job, String outcome, String detail, Weight weight) {
        Fault fault = new Fault(clock.instant(), outcome, detail);
        return ended(source, job, new Poll.Failed(fault, weight, null), new PollResult.Failed(outcome, detail));
    }

    /** Records a server that asks for time. */
    PollResult later(Source source, PollJob job, int status, Instant notBefore) {
        String detail = "answered " + status;
        Poll poll = new Poll.Failed(new Fault(clock.instant(), "later", detail), Weight.SOFT, notBefore);
        return ended(source, job, poll, new PollResult.Failed("later", detail));
    }

    /** Records a feed that was taken away for good. */
    PollResult gone(Source source, PollJob job, String detail) {
        Poll poll = new Poll.Gone(new Fault(clock.instant(), "gone", detail));
        return ended(source, job, poll, new PollResult.Failed("gone", detail));
    }

    /** Enqueues the same poll for a later moment; beyond the maximum delay of a queue, holds the source until then. */
    PollResult postponed(Source source, PollJob job, Instant until) {
        Instant now = clock.instant();
        if (until.isAfter(now.plus(JobQueue.LONGEST_DELAY))) {
            return ended(source, job, new Poll.Held(until), new PollResult.Postponed(until));
        }
        polls.sendLater(job, JobQueue.delayUntil(until, now));
        return new PollResult.Postponed(until);
    }

    /** Enqueues the same poll for the next of its follow-ups. */
    PollResult continued(PollJob job, FollowUps followUps) {
        polls.send(List.of(job.on(followUps)));
        return new PollResult.Continued(followUps.url());
    }
}
