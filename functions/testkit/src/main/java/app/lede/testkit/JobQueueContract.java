package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.pipeline.JobQueue;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link JobQueue}. */
public abstract class JobQueueContract {

    /** A job of any size. */
    public record Job(int number, String words) {}

    /** Returns an empty queue that fails at the steps of {@code crashes}. */
    protected abstract JobQueue<Job> emptyQueue(Crashes crashes);

    /** Returns the same queue, no longer failing. */
    protected abstract JobQueue<Job> afterCrash();

    /** Removes and returns the visible jobs of the last queue created. */
    protected abstract Collection<Job> visible();

    /** Returns the number of delayed jobs. */
    protected abstract int delayed();

    private JobQueue<Job> emptyQueue() {
        return emptyQueue(Crashes.never());
    }

    private static List<Job> jobs(int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Job(i, "x".repeat(length)))
                .toList();
    }

    @Test
    void nothing_sent_is_nothing_in_the_queue() {
        emptyQueue().send(List.of());
        assertEquals(Set.of(), new HashSet<>(visible()));
    }

    @Test
    void every_job_arrives_whole_whatever_its_characters() {
        Job job = new Job(1, "Brücke \"offen\" \\ \n\t\u0000\u001f 🌉 \ud800 \uffff \ufffe");
        emptyQueue().send(List.of(job));
        assertEquals(Set.of(job), new HashSet<>(visible()));
    }

    @Test
    void twenty_five_jobs_arrive() {
        emptyQueue().send(jobs(25, 10));
        assertEquals(Set.copyOf(jobs(25, 10)), new HashSet<>(visible()));
    }

    @Test
    void large_jobs_arrive_though_ten_do_not_fit_together() {
        emptyQueue().send(jobs(11, 100_000));
        assertEquals(Set.copyOf(jobs(11, 100_000)), new HashSet<>(visible()));
    }

    @Test
    void a_job_that_no_message_holds_is_refused_before_anything_is_sent() {
        JobQueue<Job> queue = emptyQueue();
        List<Job> jobs = List.of(new Job(1, "small"), new Job(2, "ü".repeat(140_000)));
        assertThrows(IllegalArgumentException.class, () -> queue.send(jobs));
        assertThrows(IllegalArgumentException.class, () -> queue.sendLater(jobs.getLast(), Duration.ZERO));
        assertEquals(Set.of(), new HashSet<>(visible()));
    }

    @Test
    void a_delayed_job_is_there_but_not_seen() {
        JobQueue<Job> queue = emptyQueue();
        queue.sendLater(new Job(1, "later"), JobQueue.LONGEST_DELAY);
        queue.sendLater(new Job(2, "much later"), Duration.ofDays(1));
        assertEquals(Set.of(), new HashSet<>(visible()));
        assertEquals(2, delayed());
    }

    @Test
    void jobs_sent_together_are_seen_at_their_own_times() {
        emptyQueue()
                .sendSpread(jobs(12, 10).stream()
                        .map(job -> new JobQueue.Delayed<>(
                                job, job.number() % 2 == 0 ? Duration.ZERO : Duration.ofMinutes(10)))
                        .toList());
        assertEquals(
                jobs(12, 10).stream().filter(job -> job.number() % 2 == 0).collect(Collectors.toSet()),
                new HashSet<>(visible()));
        assertEquals(6, delayed());
    }

    @Test
    void a_delay_that_is_over_delays_nothing() {
        emptyQueue().sendLater(new Job(1, "now"), Duration.ofSeconds(-5));
        assertEquals(Set.of(new Job(1, "now")), new HashSet<>(visible()));
    }

    @Test
    void eight_threads_send_what_they_send() {
        JobQueue<Job> queue = emptyQueue();
        InParallel.run(InParallel.THREADS, i -> {
            queue.send(List.of(new Job(2 * i, "a"), new Job(2 * i + 1, "b")));
            return i;
        });
        assertEquals(2 * InParallel.THREADS, new HashSet<>(visible()).size());
    }

    @Test
    void a_crash_at_any_step_loses_nothing_when_sending_is_repeated() {
        boolean crashed = true;
        for (int step = 1; crashed; step++) {
            Crashes crashes = Crashes.atStep(step);
            JobQueue<Job> dying = emptyQueue(crashes);
            crashed = crashes.during(() -> dying.send(jobs(23, 5)));
            afterCrash().send(jobs(23, 5));
            Collection<Job> arrived = visible();
            assertEquals(Set.copyOf(jobs(23, 5)), new HashSet<>(arrived));
            assertTrue(arrived.size() <= 46);
        }
    }
}
