package app.lede.search.segments;

import app.lede.search.SegmentStore;
import app.lede.search.SegmentStore.Reading;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Reads and changes the manifest by compare-and-swap: of any number of writers, each bases its change on what the others
 * wrote, so no commit is lost. Thread safe.
 */
public final class Commits {

    /** With a hundred writers at once the last needs some thirty attempts. */
    private static final int MOST_ATTEMPTS = 60;

    private static final long SHORTEST_PAUSE = 20;
    private static final long LONGEST_PAUSE = 1_000;

    private final SegmentStore store;
    private final String name;
    private final RandomGenerator random;
    private final Pause pause;

    /**
     * @param folder prefix of the index's objects; a change of the analysis needs another one and a new index
     * @param random spreads the attempts of competing writers
     */
    public Commits(SegmentStore store, String folder, RandomGenerator random, Pause pause) {
        this.store = store;
        this.name = folder + "manifest.json";
        this.random = random;
        this.pause = pause;
    }

    /**
     * A manifest as it was read.
     *
     * @param version of the object it came from, null if there is none yet
     */
    public record Current(Manifest manifest, @Nullable String version) {}

    /** Reads the manifest; an index without one is empty. */
    public Current read() {
        return newer(new Current(Manifest.EMPTY, null));
    }

    /** Reads the manifest if it has changed; otherwise returns the known one. */
    public Current newer(Current known) {
        return switch (store.read(name, known.version())) {
            case Reading.Found found -> new Current(ManifestJson.read(found.bytes()), found.version());
            case Reading.Unchanged unchanged -> known;
            case Reading.Missing missing -> new Current(Manifest.EMPTY, null);
        };
    }

    /**
     * Applies a change to the newest manifest, again and again until no other writer came between.
     *
     * @param change returns empty if there is nothing to do (any more); may be called several times
     * @return the manifest that includes the change, or the one that needed none
     * @throws CommitFailed if other writers won every attempt
     */
    public Manifest commit(Function<Manifest, Optional<Manifest>> change) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Current current = read();
            Optional<Manifest> changed = change.apply(current.manifest());
            if (changed.isEmpty()) {
                return current.manifest();
            }
            switch (store.replace(name, current.version(), ManifestJson.write(changed.get()))) {
                case DONE -> {
                    return changed.get();
                }
                // If the response was lost, the next reading shows whether the change is part of the manifest.
                case CONFLICT, UNKNOWN ->
                    pause.millis(random.nextLong(1 + Math.min(LONGEST_PAUSE, SHORTEST_PAUSE << Math.min(attempt, 10))));
            }
        }
        throw new CommitFailed(name, MOST_ATTEMPTS);
    }
}
