package app.lede.local.command.bench.load;

import app.lede.local.calls.Durations;
import app.lede.local.command.terminal.Progress;
import app.lede.local.wiring.Stack;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Measures a step: time, times of functions and queries, and depths of queues, which it looks at every two seconds. */
final class Measured implements AutoCloseable {
    private static final long LOOK_MILLIS = 2_000;
    private static final double NANOS = 1e9;

    private final LoadedStack loaded;
    private final Progress progress;
    private final int total;
    private final long began = System.nanoTime();
    private final Map<String, Durations> functions;
    private final Map<String, Durations> queries;
    private final Map<String, Integer> depths = new ConcurrentHashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread watch;

    /**
     * Begins.
     *
     * @param total articles of the whole run, for the progress
     */
    Measured(LoadedStack loaded, Progress progress, int total) {
        this.loaded = loaded;
        this.progress = progress;
        this.total = total;
        this.functions = loaded.stack().calls().durations();
        this.queries = loaded.readers().times();
        this.watch = Thread.ofPlatform().daemon().name("bench-watch").start(this::watch);
    }

    private void watch() {
        int first = -1;
        try {
            while (!over.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                Stack stack = loaded.stack();
                stack.queueDepths().forEach((queue, depth) -> depths.merge(queue, depth, Math::max));
                int done = loaded.indexed();
                first = first < 0 ? done : first;
                double rate = (done - first) / seconds();
                String left = rate <= 0 ? "" : String.format(Locale.ROOT, ", about %.0f s left", (total - done) / rate);
                progress.say(String.format(
                        Locale.ROOT, "%,d of %,d articles are searchable, %.1f a second%s", done, total, rate, left));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double seconds() {
        return (System.nanoTime() - began) / NANOS;
    }

    /** Ends the step. */
    Step step(int clients, int articles) {
        return new Step(
                clients,
                articles,
                seconds(),
                since(loaded.stack().calls().durations(), functions),
                since(loaded.readers().times(), queries),
                depths);
    }

    private static Map<String, Durations> since(Map<String, Durations> now, Map<String, Durations> before) {
        Map<String, Durations> since = new TreeMap<>();
        now.forEach((name, durations) -> since.put(name, durations.since(before.getOrDefault(name, new Durations()))));
        return since;
    }

    @Override
    public void close() {
        // Not by an interrupt, which would break a request of the AWS SDK off.
        over.countDown();
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
