package app.lede.testkit;

import app.lede.json.Json;
import app.lede.pipeline.JobQueue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Stores jobs in a list, in sending order. Thread safe. */
public final class InMemoryQueue<J> implements JobQueue<J> {

    /** Of a message, in bytes. */
    private static final int LARGEST = 256 * 1024;

    private final List<Sent<J>> sent = new ArrayList<>();
    private final Crashes crashes;

    /** A job and its delay. */
    public record Sent<J>(J job, Duration delay) {}

    public InMemoryQueue() {
        this(Crashes.never());
    }

    public InMemoryQueue(Crashes crashes) {
        this.crashes = crashes;
    }

    @Override
    public synchronized void send(List<J> jobs) {
        sendSpread(jobs.stream().map(job -> new Delayed<>(job, Duration.ZERO)).toList());
    }

    @Override
    public synchronized void sendSpread(List<Delayed<J>> jobs) {
        jobs.forEach(each -> refuseLarge(each.job()));
        for (Delayed<J> each : jobs) {
            crashes.step();
            sent.add(new Sent<>(each.job(), each.delay()));
        }
        crashes.step();
    }

    @Override
    public synchronized void sendLater(J job, Duration delay) {
        refuseLarge(job);
        crashes.step();
        sent.add(new Sent<>(job, delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay));
    }

    private static void refuseLarge(Object job) {
        int bytes = Json.text(job).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LARGEST) {
            throw new IllegalArgumentException("a job of " + bytes + " bytes does not fit in a message");
        }
    }

    /** Returns all queued jobs with their delays. */
    public synchronized List<Sent<J>> sent() {
        return List.copyOf(sent);
    }

    /** Returns all queued jobs, delayed or not. */
    public List<J> jobs() {
        return sent().stream().map(Sent::job).toList();
    }

    /** Removes and returns all queued jobs. */
    public synchronized List<J> take() {
        List<J> jobs = jobs();
        sent.clear();
        return jobs;
    }
}
