package app.lede.web;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;

/**
 * The total time of one fetch over all its hops. When it runs out, the request under way is cancelled, which closes its
 * socket: a timeout per read would never stop a body that drips.
 */
final class Deadline implements AutoCloseable {

    private final Future<?> alarm;
    private @Nullable HttpUriRequestBase current;
    private boolean passed;

    Deadline(ScheduledExecutorService timer, Duration total) {
        this.alarm = timer.schedule(this::pass, total.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Puts a request under the deadline, in place of the one before; cancels it at once when the time is already up. */
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
