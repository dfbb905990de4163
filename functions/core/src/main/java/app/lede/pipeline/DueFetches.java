package app.lede.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends parked fetch jobs back to the queue when their bucket begins, each with the delay that is left. A bucket is sent once,
 * as a minute is planned once; a crash sends it twice, which fetches once. Thread safe.
 */
final class DueFetches {

    /** Jobs wait a week at most; older buckets are empty. */
    private static final Duration LOOK_BACK = Duration.ofDays(9);

    private final ParkedJobs parked;
    private final JobQueue<FetchJob> fetches;

    DueFetches(ParkedJobs parked, JobQueue<FetchJob> fetches) {
        this.parked = parked;
        this.fetches = fetches;
    }

    /** Contents of the buckets. */
    record Sent(int jobs, List<ParkedJobs.Row.Unreadable> unreadable) {}

    /** Sends the buckets that began since the last tick; a row that is no job is passed over. */
    Sent send(Instant last, Instant now) {
        Instant earliest = now.minus(LOOK_BACK);
        List<ParkedJobs.Row.Unreadable> unreadable = new ArrayList<>();
        AtomicInteger sent = new AtomicInteger();
        for (Instant bucket = ParkedJobs.bucket(last.isBefore(earliest) ? earliest : last)
                        .plus(ParkedJobs.BUCKET);
                !bucket.isAfter(now);
                bucket = bucket.plus(ParkedJobs.BUCKET)) {
            parked.in(bucket).forEach(row -> {
                switch (row) {
                    case ParkedJobs.Row.Job(FetchJob job) -> {
                        Instant moment = job.notBefore();
                        fetches.sendLater(job, JobQueue.delayUntil(moment == null ? now : moment, now));
                        sent.incrementAndGet();
                    }
                    case ParkedJobs.Row.Unreadable broken -> unreadable.add(broken);
                }
            });
        }
        return new Sent(sent.get(), unreadable);
    }
}
