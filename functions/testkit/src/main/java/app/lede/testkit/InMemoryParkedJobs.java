package app.lede.testkit;

import app.lede.pipeline.FetchJob;
import app.lede.pipeline.ParkedJobs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Keeps parked jobs in a map. Thread safe. */
public final class InMemoryParkedJobs implements ParkedJobs {

    private final Map<String, FetchJob> jobs = new TreeMap<>();

    @Override
    public synchronized void park(FetchJob job, Instant until) {
        jobs.put(ParkedJobs.bucket(until) + " " + job.key() + "#" + job.why(), job);
    }

    @Override
    public synchronized Stream<Row> in(Instant bucket) {
        String name = ParkedJobs.bucket(bucket) + " ";
        return jobs.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(name))
                .<Row>map(entry -> new Row.Job(entry.getValue()))
                .toList()
                .stream();
    }

    /** Returns everything that is parked. */
    public synchronized List<FetchJob> all() {
        return List.copyOf(jobs.values());
    }

    /** Takes a job out. */
    public synchronized void take(FetchJob job) {
        jobs.values().remove(job);
    }

    /** Empties the store and returns its jobs. */
    public synchronized List<FetchJob> take() {
        List<FetchJob> taken = all();
        jobs.clear();
        return taken;
    }
}
