package app.lede.pipeline;

import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.UrlLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Postpones fetch jobs: on the queue for up to 15 minutes, parked in the database for longer, so that a wait of days costs as
 * little as one of an hour. Thread safe.
 */
final class FetchDelays {

    /** A page that is missing at first sight is often only late: caches, embargoes and clocks take up to a day. */
    static final List<Duration> RETRIES =
            List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1));

    /** More than the clocks of two functions differ, and a tick of the schedule is late. */
    private static final Duration LEAST_AHEAD = Duration.ofMinutes(2);

    /** A retry planned for a quarter of an hour is parked, however long its own request took. */
    private static final Duration QUEUED_WAIT = JobQueue.LONGEST_DELAY.minusMinutes(1);

    private static final Duration LONG_WAIT = Duration.ofHours(1);

    private final UrlLedger ledger;
    private final ParkedJobs parked;
    private final JobQueue<FetchJob> fetches;
    private final InstantSource clock;

    FetchDelays(UrlLedger ledger, ParkedJobs parked, JobQueue<FetchJob> fetches, InstantSource clock) {
        this.ledger = ledger;
        this.parked = parked;
        this.fetches = fetches;
        this.clock = clock;
    }

    /** Returns when to ask again after an attempt that brought nothing; empty after the last. */
    Optional<Instant> retry(FetchJob job, Instant notBefore) {
        if (job.attempts() >= RETRIES.size()) {
            return Optional.empty();
        }
        Instant planned = clock.instant().plus(RETRIES.get(job.attempts()));
        return Optional.of(notBefore.isAfter(planned) ? notBefore : planned);
    }

    /** Sends a job again for a later time. */
    FetchResult postponed(FetchJob job, Instant until) {
        Instant now = clock.instant();
        // A bucket that is about to begin may be read before the job is in it.
        boolean soon = ParkedJobs.bucket(until).isBefore(now.plus(LEAST_AHEAD));
        if (soon || until.isBefore(now.plus(QUEUED_WAIT))) {
            fetches.sendLater(job, JobQueue.delayUntil(until, now));
        } else {
            park(job, until);
        }
        // Without a mark, each following poll would take the job for lost and send another, and a copy of the message
        // would
        // make the same attempt again.
        Duration unmarked = job.attempts() > 0 ? QUEUED_WAIT : LONG_WAIT;
        if (job.isFirst() && until.isAfter(now.plus(unmarked))) {
            ledger.waiting(new CanonicalUrl(job.key()), job.attempts(), until.plus(LONG_WAIT));
        }
        return new FetchResult.Postponed(until);
    }

    /** Parks a job until a time. */
    void park(FetchJob job, Instant until) {
        parked.park(job.heldUntil(until, job.redirects()), until);
    }
}
