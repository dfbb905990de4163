package app.lede.simulation;

import app.lede.feed.FeedReader;
import app.lede.fetch.HostGaps;
import app.lede.pipeline.JobQueue;
import app.lede.pipeline.PoliteFetcher;
import app.lede.pipeline.PollJob;
import app.lede.pipeline.PollSource;
import app.lede.pipeline.SchedulePolls;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryHostGate;
import app.lede.testkit.InMemoryParkedJobs;
import app.lede.testkit.InMemoryPlannedMinutes;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Runs the real steps over a simulated web and clock: a tick per minute, then every due job of the poll queue. Requests
 * take no time.
 */
final class Simulation {

    static final Duration GAP = Duration.ofSeconds(5);

    private final Instant end;
    private final PriorityQueue<Due> jobs =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::number));
    private final IndexedSources sources = new IndexedSources();
    private final Manners manners;
    private final Discoveries discoveries;
    private final SchedulePolls schedule;
    private final PollSource step;
    private Instant now;
    private long sent;

    /** A job and the time it becomes visible. */
    private record Due(Instant at, long number, PollJob job) {}

    Simulation(List<Publisher> publishers, Instant start, Duration time) {
        this.now = start;
        this.end = start.plus(time);
        this.manners = new Manners(start, time);
        this.discoveries = new Discoveries(publishers, start, () -> now);
        publishers.forEach(publisher -> sources.add(Source.added(id(publisher), publisher.address(), null, start)));
        JobQueue<PollJob> polls = queue();
        PoliteFetcher fetcher = new PoliteFetcher(
                new SimulatedWeb(publishers, () -> now, manners),
                new InMemoryHostGate(),
                new HostGaps(GAP, Map.of()),
                () -> now);
        this.schedule = new SchedulePolls(
                sources, new InMemoryPlannedMinutes(), polls, new InMemoryParkedJobs(), new InMemoryQueue<>());
        this.step = new PollSource(
                sources,
                discoveries,
                new InMemoryDocuments(),
                fetcher,
                Samples.CALLBACKS,
                new FeedReader(),
                polls,
                new InMemoryQueue<>(),
                () -> now);
    }

    static SourceId id(Publisher publisher) {
        return SourceId.ofUrl(publisher.address());
    }

    Simulation run() {
        for (Instant minute = now; minute.isBefore(end); minute = minute.plusSeconds(60)) {
            now = minute;
            schedule.plan(minute);
            Instant next = minute.plusSeconds(60);
            for (Due due = jobs.peek(); due != null && due.at().isBefore(next); due = jobs.peek()) {
                jobs.remove();
                now = due.at().isAfter(now) ? due.at() : now;
                step.poll(due.job());
            }
        }
        return this;
    }

    Manners manners() {
        return manners;
    }

    Discoveries discoveries() {
        return discoveries;
    }

    IndexedSources sources() {
        return sources;
    }

    private JobQueue<PollJob> queue() {
        return new JobQueue<>() {
            @Override
            public void send(List<PollJob> batch) {
                batch.forEach(job -> jobs.add(new Due(now, sent++, job)));
            }

            @Override
            public void sendLater(PollJob job, Duration delay) {
                jobs.add(new Due(now.plus(delay), sent++, job));
            }
        };
    }
}
