package app.lede.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /** The delay until a moment, within what a queue can do: a second at least, so that nothing spins. */
    static Duration delayUntil(Instant moment, Instant now) {
        Duration wait = Duration.between(now, moment).plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
        if (wait.compareTo(Duration.ofSeconds(1)) < 0) {
            return Duration.ofSeconds(1);
        }
        return wait.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : wait;
    }
}
