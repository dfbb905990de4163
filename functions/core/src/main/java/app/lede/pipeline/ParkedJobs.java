package app.lede.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Keeps fetch jobs that wait longer than a queue can delay, in buckets of a quarter of an hour. Thread safe; an exception means
 * that the database is out of reach.
 */
public interface ParkedJobs {

    /** Width of a bucket: the maximum delay of a queue. */
    Duration BUCKET = JobQueue.LONGEST_DELAY;

    /** Keeps a job until a time, over the same job of the same bucket; it ends by itself some days later. */
    void park(FetchJob job, Instant until);

    /** Returns the jobs of the bucket that a time lies in, read as the stream is. */
    Stream<FetchJob> in(Instant bucket);

    /** Returns the start of the bucket that a time lies in. */
    static Instant bucket(Instant time) {
        long seconds = BUCKET.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }
}
