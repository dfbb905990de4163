package app.lede.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A queue of jobs, delivered at least once, late and out of order. Thread safe.
 *
 * @param <J> the job, a record that fits in a message
 */
public interface JobQueue<J> {

    /** Maximum delay of a message; longer waits need further delays. */
    Duration LONGEST_DELAY = Duration.ofMinutes(15);

    /** Sends jobs; returns once all of them are in the queue. */
    void send(List<J> jobs);

    /** Sends a job that becomes visible after the delay, at most {@link #LONGEST_DELAY}. */
    void sendLater(J job, Duration delay);

    /** Sends jobs that become visible after their delays, each at most {@link #LONGEST_DELAY}; returns once all are in the queue. */
    default void sendSpread(List<Delayed<J>> jobs) {
        for (Delayed<J> each : jobs) {
            sendLater(each.job(), each.delay());
        }
    }

    /**
     * A job that becomes visible after a delay.
     *
     * @param delay from zero
     */
    record Delayed<J>(J job, Duration delay) {}

    /** Returns the delay until a time, at least a second and at most {@link #LONGEST_DELAY}. */
    static Duration delayUntil(Instant moment, Instant now) {
        Duration wait = Duration.between(now, moment).plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
        if (wait.compareTo(Duration.ofSeconds(1)) < 0) {
            return Duration.ofSeconds(1);
        }
        return wait.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : wait;
    }
}
