package app.lede.aws.lambda;

import app.lede.pipeline.Watchdog;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Runs work in a thread of its own and gives it up after a time limit. Thread safe. */
public final class BoundedWork implements Watchdog {

    /**
     * In bytes, twice the usual: libraries that read documents recurse. At most {@link Strays#MOST} + 1 such threads exist,
     * which 512 MB of memory bears.
     */
    private static final long STACK = 2L * 1024 * 1024;

    /**
     * Share of the limit that the work must have spent computing to be called slow; below it, others had the processor. A
     * function has one to itself; a machine that runs the whole stack beside other work has given a fifth.
     */
    private static final double OWN_SHARE = 0.2;

    private final Duration limit;
    private final Strays strays;

    /** Bounds each piece of work by the same limit; the work it gives up is counted among the strays. */
    public BoundedWork(Duration limit, Strays strays) {
        this.limit = limit;
        this.strays = strays;
    }

    @Override
    public <T> Optional<T> within(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(null, task, "bounded-work", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            if (thread.join(limit)) {
                return Optional.of(result(task));
            }
        } catch (InterruptedException e) {
            strays.add(thread);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        long computed = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
        strays.add(thread);
        if (computed >= 0 && computed < limit.toNanos() * OWN_SHARE) {
            throw new IllegalStateException("got " + Duration.ofNanos(computed).toMillis() + " ms of the processor in "
                    + limit.toSeconds() + " s");
        }
        return Optional.empty();
    }

    private static <T> T result(FutureTask<T> task) {
        if (task.state() == FutureTask.State.SUCCESS) {
            return task.resultNow();
        }
        switch (task.exceptionNow()) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }
}
