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

    /** Returns the rows of the bucket that a time lies in, read as the stream is. */
    Stream<Row> in(Instant bucket);

    /** A row of a bucket. */
    sealed interface Row {

        /** A parked job. */
        record Job(FetchJob job) implements Row {}

        /** A row that is no job, as after a change of its form; the others of its bucket are not affected. */
        record Unreadable(String id, String cause) implements Row {}
    }

    /** Returns the start of the bucket that a time lies in. */
    static Instant bucket(Instant time) {
        long seconds = BUCKET.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }
}
