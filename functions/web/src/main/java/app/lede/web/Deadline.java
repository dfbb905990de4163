package app.lede.web;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;

/**
 * The total time limit of one fetch over all hops. On expiry the current request is cancelled, which closes its socket;
 * a read timeout would never stop a body that arrives slowly.
 */
final class Deadline implements AutoCloseable {

    private final Future<?> alarm;
    private @Nullable HttpUriRequestBase current;
    private boolean passed;

    Deadline(ScheduledExecutorService timer, Duration total) {
        this.alarm = timer.schedule(this::pass, total.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Watches a request in place of the previous one; cancels it at once if the time is up. */
    synchronized void watch(HttpUriRequestBase request) {
        current = request;
        if (passed) {
            request.cancel();
        }
    }

    synchronized boolean hasPassed() {
        return passed;
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }

    private synchronized void pass() {
        passed = true;
        if (current != null) {
            current.cancel();
        }
    }
}
