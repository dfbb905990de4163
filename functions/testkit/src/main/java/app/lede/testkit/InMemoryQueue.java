package app.lede.testkit;

import app.lede.pipeline.JobQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Jobs in a list, in the order they were sent. Thread safe. */
public final class InMemoryQueue<J> implements JobQueue<J> {

    private final List<Sent<J>> sent = new ArrayList<>();
    private final Crashes crashes;

    /** A job and the delay it was sent with. */
    public record Sent<J>(J job, Duration delay) {}

    public InMemoryQueue() {
        this(Crashes.never());
    }

    public InMemoryQueue(Crashes crashes) {
        this.crashes = crashes;
    }

    @Override
    public synchronized void send(List<J> jobs) {
        for (J job : jobs) {
            crashes.step();
            sent.add(new Sent<>(job, Duration.ZERO));
        }
        crashes.step();
    }

    @Override
    public synchronized void sendLater(J job, Duration delay) {
        crashes.step();
        sent.add(new Sent<>(job, delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay));
    }

    /** Everything that is in the queue. */
    public synchronized List<Sent<J>> sent() {
        return List.copyOf(sent);
    }

    /** The jobs in the queue, delayed or not. */
    public List<J> jobs() {
        return sent().stream().map(Sent::job).toList();
    }

    /** Empties the queue and gives what was in it. */
    public synchronized List<J> take() {
        List<J> jobs = jobs();
        sent.clear();
        return jobs;
    }
}
