package app.lede.local.command.bench.load;

import app.lede.local.command.ingestion.DocumentRow;
import app.lede.local.command.terminal.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Climbs a ladder of load on a stack. In each step newspapers publish and are polled by schedule, clients upload, readers ask and,
 * from the second step on, articles of earlier steps are deleted, all at once.
 */
final class Load {
    /** Time that the clock is moved on before each step: all newspapers are polled once an hour at least. */
    private static final Duration BETWEEN_STEPS = Duration.ofMinutes(65);

    private static final Duration BETWEEN_ENTRIES = Duration.ofMinutes(10);

    /** A reader waits so long between two rounds. */
    private static final long PAUSE_MILLIS = 500;
    /** One of so many stored articles is deleted in each step. */
    private static final int DELETED = 50;

    private final Ladder ladder;
    private final LoadedStack loaded;
    private final Progress progress;
    private final Random random;

    Load(Ladder ladder, LoadedStack loaded, Progress progress, long seed) {
        this.ladder = ladder;
        this.loaded = loaded;
        this.progress = progress;
        this.random = new Random(seed);
    }

    /**
     * Returns the newspapers of a ladder: each has some entries to begin with, so that its rhythm is known, and publishes its share
     * of every step at the beginning of it.
     */
    static List<Press.Newspaper> papers(Ladder ladder, Instant start) {
        List<Press.Newspaper> papers = new ArrayList<>();
        int number = 0;
        for (int paper = 0; paper < ladder.sources(); paper++) {
            List<Instant> published = new ArrayList<>();
            for (int entry = Ladder.KNOWN; entry > 0; entry--) {
                published.add(start.minus(BETWEEN_ENTRIES.multipliedBy(entry)));
            }
            for (int step = 0; step < ladder.steps(); step++) {
                Instant at = start.plus(BETWEEN_STEPS.multipliedBy(step + 1L)).minusSeconds(60);
                int entries = ladder.entries(step, paper);
                for (int entry = 0; entry < entries; entry++) {
                    published.add(at);
                }
            }
            papers.add(new Press.Newspaper(number, published, published.size(), 200));
            number += published.size();
        }
        return papers;
    }

    /** Runs all steps. */
    LoadResult run() throws InterruptedException {
        Heap heap = new Heap();
        loaded.addSources();
        loaded.settle();
        heap.sample(ladder.known() / 1_000.0);
        List<Step> steps = new ArrayList<>();
        List<DocumentRow> rows = List.of();
        int uploaded = ladder.polled() + ladder.known();
        int sent = ladder.known();
        for (int step = 0; step < ladder.steps(); step++) {
            steps.add(step(step, uploaded, rows));
            uploaded += ladder.uploads(step);
            sent += ladder.articles(step);
            heap.sample(sent / 1_000.0);
            rows = loaded.documents();
        }
        loaded.drain();
        return new LoadResult(
                steps,
                loaded.accounts(rows),
                loaded.deleted(),
                loaded.readers().articles(),
                loaded.indexedAtLast(),
                loaded.readers().failed(),
                loaded.stack().deadLetters(),
                loaded.stack().queueDepths(),
                heap);
    }

    private Step step(int step, int firstUpload, List<DocumentRow> rows) throws InterruptedException {
        int clients = ladder.clients(step);
        try (Measured measured = new Measured(loaded, progress, ladder.known() + ladder.articles());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicBoolean over = new AtomicBoolean();
            List<Future<?>> readers = new ArrayList<>();
            for (int reader = 0; reader < clients; reader++) {
                readers.add(threads.submit(() -> read(over, new Random(random.nextLong()))));
            }
            try {
                List<Future<?>> senders = senders(step, firstUpload, threads);
                loaded.advance(BETWEEN_STEPS);
                loaded.delete(Math.ceilDiv(rows.size(), DELETED), rows, random);
                finish(senders);
                loaded.drain();
            } finally {
                over.set(true);
            }
            finish(readers);
            loaded.settle();
            return measured.step(clients, ladder.articles(step));
        }
    }

    private List<Future<?>> senders(int step, int first, ExecutorService threads) {
        AtomicInteger next = new AtomicInteger(first);
        int end = first + ladder.uploads(step);
        List<Future<?>> senders = new ArrayList<>();
        for (int client = 0; client < ladder.clients(step); client++) {
            senders.add(threads.submit(() -> {
                for (int number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
                    loaded.upload(number);
                }
            }));
        }
        return senders;
    }

    private boolean read(AtomicBoolean over, Random own) throws InterruptedException {
        while (!over.get()) {
            loaded.readers().round(own);
            Thread.sleep(PAUSE_MILLIS);
        }
        return true;
    }

    private static void finish(List<Future<?>> tasks) throws InterruptedException {
        for (Future<?> task : tasks) {
            try {
                var unused = task.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            }
        }
    }
}
