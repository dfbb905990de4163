package app.lede.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs many small writes in parallel, such as those for a feed of a thousand entries. */
public final class SideBySide {

    private static final int THREADS = 8;

    private SideBySide() {}

    /** Runs an action for all items and waits for all of them; rethrows the first failure afterwards. */
    public static <T> void forEach(Collection<T> items, Consumer<T> action) {
        if (items.size() <= 1) {
            items.forEach(action);
            return;
        }
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(THREADS, items.size()))) {
            items.forEach(item -> running.add(pool.submit(() -> action.accept(item))));
        }
        running.forEach(SideBySide::check);
    }

    private static void check(Future<?> done) {
        try {
            done.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing", e);
        }
    }
}
