package app.lede.local.command.bench.load;

import app.lede.local.command.ingestion.DocumentRow;
import app.lede.local.command.terminal.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Lets hours of a press pass on a stack in minutes: the clock is moved on by a quarter of an hour whenever nothing is left to do. Each hour
 * an article is deleted, pages are uploaded, and every kind of query is asked.
 */
final class Soak {
    /** Parts of the time that are measured apart. */
    static final int PARTS = 4;

    private static final Duration STRIDE = Duration.ofMinutes(15);
    private static final int STRIDES_AN_HOUR = 4;
    private static final int UPLOADS_AN_HOUR = 2;
    private static final int HOURS_BETWEEN_SAMPLES = 2;

    private final LoadedStack loaded;
    private final Progress progress;
    private final int firstUpload;
    private final Random random;
    private final Heap heap = new Heap();

    /**
     * Prepares it.
     *
     * @param firstUpload number of pages that the press may publish; uploads have the numbers after them
     */
    Soak(LoadedStack loaded, Progress progress, int firstUpload, long seed) {
        this.loaded = loaded;
        this.progress = progress;
        this.firstUpload = firstUpload;
        this.random = new Random(seed);
    }

    /** Lets hours pass; at least {@link #PARTS}. */
    LoadResult run(int hours) throws InterruptedException {
        loaded.addSources();
        loaded.settle();
        heap.sample(0);
        List<Step> parts = new ArrayList<>();
        int hour = 0;
        for (int part = 1; part <= PARTS; part++) {
            int before = loaded.press().published();
            try (Measured measured = new Measured(loaded, progress, firstUpload + UPLOADS_AN_HOUR * hours)) {
                for (; hour < hours * part / PARTS; hour++) {
                    hour(hour);
                }
                int uploads = UPLOADS_AN_HOUR * (hours / PARTS);
                parts.add(measured.step(1, loaded.press().published() - before + uploads));
            }
        }
        loaded.drain();
        loaded.settle();
        return new LoadResult(
                parts,
                loaded.accounts(loaded.documents()),
                loaded.deleted(),
                loaded.readers().articles(),
                loaded.indexedAtLast(),
                loaded.readers().failed(),
                loaded.stack().deadLetters(),
                loaded.stack().queueDepths(),
                heap);
    }

    private void hour(int hour) throws InterruptedException {
        for (int stride = 0; stride < STRIDES_AN_HOUR; stride++) {
            loaded.advance(STRIDE);
            loaded.settle();
        }
        for (int upload = 0; upload < UPLOADS_AN_HOUR; upload++) {
            loaded.upload(firstUpload + hour * UPLOADS_AN_HOUR + upload);
        }
        loaded.readers().round(random);
        List<DocumentRow> rows = loaded.documents();
        loaded.delete(1, rows, random);
        loaded.settle();
        if ((hour + 1) % HOURS_BETWEEN_SAMPLES == 0) {
            heap.sample(hour + 1);
        }
    }
}
