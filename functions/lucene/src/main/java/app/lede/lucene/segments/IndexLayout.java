package app.lede.lucene.segments;

import app.lede.lucene.IndexForm;
import app.lede.lucene.analysis.Analyzers;
import app.lede.search.SegmentStore;
import app.lede.search.segments.Commits;
import app.lede.search.segments.Segment;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Place and settings of the index in its store, the same for its writers, readers and compactors. Thread safe. */
public final class IndexLayout {

    /**
     * The number changes with the analysis, or with a field that searches can't do without; then the library is indexed again.
     * An article indexed before a facet came is found by its other fields.
     */
    private static final String FOLDER = "index/1/";

    /** A reader sees no commit for so long; a deletion must reach every reader within 15 s, of which the stream takes 5. */
    public static final Duration FRESHNESS = Duration.ofSeconds(2);

    /** The rest is for the program, answers and merges. */
    private static final double SHARE_OF_MEMORY = 0.5;

    private final SegmentStore store;
    private final InstantSource clock;
    private final Commits commits;
    private final long mostBytes;

    public IndexLayout(SegmentStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.commits =
                new Commits(store, FOLDER, () -> ThreadLocalRandom.current().nextLong(), IndexLayout::sleep);
        this.mostBytes = (long) (Runtime.getRuntime().maxMemory() * SHARE_OF_MEMORY);
    }

    /** Creates an instance of the index; nothing is read yet. */
    public SegmentedIndex index() {
        return new SegmentedIndex(store, FOLDER, commits, FRESHNESS, mostBytes, clock);
    }

    public Compactor compactor() {
        return new Compactor(store, FOLDER, commits, new IndexForm(new Analyzers()), mostBytes, clock);
    }

    /** Reads the segments of the index as it stands. */
    public List<Segment> segments() {
        return commits.read().manifest().segments();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before a commit was tried again", e);
        }
    }
}
