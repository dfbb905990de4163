package app.lede.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Limits the waiting time of another lookup. The operating system's cannot be interrupted, so a separate thread waits
 * for a name server that never answers; there are never more such threads than fetches within the system's timeout.
 */
final class TimedLookup implements HostLookup, AutoCloseable {

    private final HostLookup lookup;
    private final Duration limit;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("look-up-", 0).factory());

    TimedLookup(HostLookup lookup, Duration limit) {
        this.lookup = lookup;
        this.limit = limit;
    }

    @Override
    public InetAddress[] lookUp(String host) throws UnknownHostException {
        Future<InetAddress[]> answer = threads.submit(() -> lookup.lookUp(host));
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw unknown("no answer from the name server within " + limit, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownHostException unknown
                    ? unknown
                    : unknown("look-up of " + host + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown("interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static UnknownHostException unknown(String message, Exception cause) {
        UnknownHostException unknown = new UnknownHostException(message);
        unknown.initCause(cause);
        return unknown;
    }
}
