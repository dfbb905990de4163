package app.lede.robots;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Remembers answers in this process until they expire, so that a store shared by all is read once for an origin. Keeps the 500
 * answers asked for last. Thread safe.
 */
public final class RememberedRobots implements RobotsStore {

    private static final int MOST = 500;
    private static final float LOAD_FACTOR = 0.75f;

    private final RobotsStore store;
    private final LinkedHashMap<String, Kept> remembered = new LinkedHashMap<>(MOST, LOAD_FACTOR, true);

    /** Remembers the answers of a store. */
    public RememberedRobots(RobotsStore store) {
        this.store = store;
    }

    @Override
    public Optional<Kept> get(String origin, Instant now) {
        synchronized (remembered) {
            Kept kept = remembered.get(origin);
            if (kept != null && now.isBefore(kept.until())) {
                return Optional.of(kept);
            }
        }
        Optional<Kept> found = store.get(origin, now);
        found.ifPresent(kept -> remember(origin, kept));
        return found;
    }

    @Override
    public void keep(String origin, RobotsAnswer answer, Instant until) {
        store.keep(origin, answer, until);
        remember(origin, new Kept(answer, until));
    }

    private void remember(String origin, Kept kept) {
        synchronized (remembered) {
            remembered.put(origin, kept);
            if (remembered.size() > MOST) {
                remembered.pollFirstEntry();
            }
        }
    }
}
