package app.lede.pipeline;

import java.time.Duration;
import java.util.List;

/**
 * A queue of jobs. What is sent arrives at least once, late and out of order. Thread safe.
 *
 * @param <J> the job, a record that fits in a message
 */
public interface JobQueue<J> {

    /** The longest delay of a message; whoever must wait longer comes back and waits again. */
    Duration LONGEST_DELAY = Duration.ofMinutes(15);

    /** Returns when every job is in the queue. */
    void send(List<J> jobs);

    /** Sends a job that nobody sees before the delay is over, {@link #LONGEST_DELAY} at most. */
    void sendLater(J job, Duration delay);
}
