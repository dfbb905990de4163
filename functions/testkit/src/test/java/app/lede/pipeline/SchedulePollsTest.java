package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.source.Fault;
import app.lede.source.Poll;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.testkit.InMemoryParkedJobs;
import app.lede.testkit.InMemoryPlannedMinutes;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulePollsTest {

    private static final String URL = "https://news.example.org/feed.xml";
    private static final SourceId NEWS = SourceId.ofUrl(URL);

    private final InMemorySources sources = new InMemorySources();
    private final InMemoryQueue<PollJob> polls = new InMemoryQueue<>();
    private final InMemoryParkedJobs parked = new InMemoryParkedJobs();
    private final InMemoryQueue<FetchJob> fetches = new InMemoryQueue<>();
    private final SchedulePolls step = new SchedulePolls(sources, new InMemoryPlannedMinutes(), polls, parked, fetches);

    @Test
    void a_dead_source_has_one_turn_in_30_days() {
        sources.add(Source.added(NEWS, URL, null, Samples.NOON));
        Poll failed = new Poll.Failed(new Fault(Samples.NOON, "refused", "no"), Fault.Weight.HARD, null);
        for (int failures = 0; failures < 30; failures++) {
            sources.change(NEWS, source -> source.after(failed, Samples.NOON, Samples.NOON));
        }
        Instant turn = sources.get(NEWS).orElseThrow().nextPoll(Samples.NOON).orElseThrow();
        assertEquals(
                List.of(turn),
                turns(30, Duration.ofHours(6)).stream().map(PollJob::planned).toList());
    }

    /** A rate-based schedule ticks at the second at which it was created. */
    @Test
    void a_schedule_that_ticks_off_the_full_minute_plans_each_minute_from_the_first_on() {
        for (int tick = 0; tick < 3; tick++) {
            Instant scheduled = Samples.NOON.plusSeconds(11).plus(Duration.ofMinutes(tick));
            assertEquals(1, step.plan(scheduled).minutes(), scheduled.toString());
        }
        assertEquals(
                5,
                step.plan(Samples.NOON.plusSeconds(11).plus(Duration.ofMinutes(7)))
                        .minutes());
    }

    @Test
    void a_source_has_its_turn_in_each_interval() {
        sources.add(Source.added(NEWS, URL, null, Samples.NOON));
        Poll late = new Poll.Failed(new Fault(Samples.NOON, "dns", "no answer"), Fault.Weight.DNS, null);
        sources.change(NEWS, source -> source.after(late, Samples.NOON, Samples.NOON));
        assertEquals(48, turns(2, Duration.ofMinutes(30)).size());
    }

    @Test
    void a_source_that_waits_for_its_first_poll_has_a_turn_within_five_minutes() {
        sources.add(Source.added(NEWS, URL, null, Samples.NOON));
        assertEquals(
                12,
                turns(1, Duration.ofMinutes(5)).stream()
                        .filter(job -> job.planned().isBefore(Samples.NOON.plus(Duration.ofHours(1))))
                        .count());
    }

    @Test
    void after_an_outage_a_source_has_one_turn_for_all_that_it_missed() {
        sources.add(Source.added(NEWS, URL, null, Samples.NOON));
        List<PollJob> jobs = turns(1, Duration.ofDays(1));
        assertEquals(1, jobs.size());
        assertTrue(jobs.getFirst().planned().isAfter(Samples.NOON.plus(Duration.ofHours(23))));
    }

    @Test
    void a_parked_job_is_sent_once_for_its_moment() {
        step.plan(Samples.NOON);
        Instant due = Samples.NOON.plus(Duration.ofDays(7)).plusSeconds(90);
        FetchJob.Entry entry = new FetchJob.Entry(null, null, null, null, null);
        FetchJob job = FetchJob.of(URL, URL, NEWS, URL, Samples.NOON, entry).heldUntil(due, List.of());
        parked.park(job, due);
        step.plan(ParkedJobs.bucket(due).minusSeconds(60));
        assertEquals(List.of(), fetches.sent());
        assertEquals(1, step.plan(ParkedJobs.bucket(due)).fetches());
        assertEquals(
                List.of(new InMemoryQueue.Sent<>(job, Duration.between(ParkedJobs.bucket(due), due))), fetches.sent());
        step.plan(due);
        assertEquals(1, fetches.sent().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void parked_jobs_outlast_an_outage_of_days(int days) {
        step.plan(Samples.NOON);
        FetchJob.Entry entry = new FetchJob.Entry(null, null, null, null, null);
        for (int i = 0; i < 250; i++) {
            Instant due = Samples.NOON.plus(Duration.ofMinutes(20 + i));
            parked.park(
                    FetchJob.of(URL, URL + i, NEWS, URL, Samples.NOON, entry).heldUntil(due, List.of()), due);
        }
        assertEquals(250, step.plan(Samples.NOON.plus(Duration.ofDays(days))).fetches());
    }

    @Test
    void parked_jobs_are_sent_where_no_minute_is_known_to_be_planned() {
        FetchJob.Entry entry = new FetchJob.Entry(null, null, null, null, null);
        Instant due = Samples.NOON.plus(Duration.ofMinutes(20));
        parked.park(FetchJob.of(URL, URL, NEWS, URL, Samples.NOON, entry).heldUntil(due, List.of()), due);
        assertEquals(1, step.plan(Samples.NOON.plus(Duration.ofHours(5))).fetches());
    }

    /** Returns the polls planned by ticks after pauses. */
    private List<PollJob> turns(int days, Duration pause) {
        List<PollJob> jobs = new ArrayList<>();
        step.plan(Samples.NOON);
        polls.take();
        for (Instant tick = Samples.NOON.plus(pause);
                !tick.isAfter(Samples.NOON.plus(Duration.ofDays(days)));
                tick = tick.plus(pause)) {
            step.plan(tick);
            jobs.addAll(polls.take());
        }
        return jobs;
    }
}
