package app.lede.testkit;

import app.lede.search.SegmentStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps objects in a map; check and write of a conditional write are one step, as on Amazon S3 and unlike several emulators.
 * Thread safe.
 */
public final class InMemorySegmentStore implements SegmentStore {

    private record Stored(byte[] bytes, String version, Instant written) {}

    private final TreeMap<String, Stored> objects = new TreeMap<>();
    private final InstantSource clock;
    private final BooleanSupplier loses;
    private long versions;
    private long bytesRead;

    public InMemorySegmentStore(InstantSource clock) {
        this(clock, () -> false);
    }

    /**
     * Loses responses of compare-and-swaps, written or not.
     *
     * @param loses asked once for each
     */
    public InMemorySegmentStore(InstantSource clock, BooleanSupplier loses) {
        this.clock = clock;
        this.loses = loses;
    }

    @Override
    public synchronized Reading read(String name, @Nullable String known) {
        Stored stored = objects.get(name);
        if (stored == null) {
            return new Reading.Missing();
        }
        if (stored.version().equals(known)) {
            return new Reading.Unchanged();
        }
        bytesRead += stored.bytes().length;
        return new Reading.Found(stored.bytes().clone(), stored.version());
    }

    @Override
    public synchronized void create(String name, byte[] bytes) {
        if (!objects.containsKey(name)) {
            write(name, bytes);
        }
    }

    @Override
    public synchronized Swap replace(String name, @Nullable String version, byte[] bytes) {
        String present =
                Optional.ofNullable(objects.get(name)).map(Stored::version).orElse("");
        boolean matches = present.equals(Optional.ofNullable(version).orElse(""));
        if (matches) {
            write(name, bytes);
        }
        if (loses.getAsBoolean()) {
            return Swap.UNKNOWN;
        }
        return matches ? Swap.DONE : Swap.CONFLICT;
    }

    private void write(String name, byte[] bytes) {
        versions++;
        objects.put(name, new Stored(bytes.clone(), "v" + versions, clock.instant()));
    }

    @Override
    public synchronized void delete(String name) {
        objects.remove(name);
    }

    @Override
    public synchronized List<Listed> list(String prefix) {
        return objects.tailMap(prefix).entrySet().stream()
                .takeWhile(object -> object.getKey().startsWith(prefix))
                .map(object -> new Listed(object.getKey(), object.getValue().written()))
                .toList();
    }

    /** Returns the sum of bytes of all objects read so far. */
    public synchronized long bytesRead() {
        return bytesRead;
    }
}
