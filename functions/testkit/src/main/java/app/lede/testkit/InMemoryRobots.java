package app.lede.testkit;

import app.lede.robots.RobotsAnswer;
import app.lede.robots.RobotsStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Stores robots.txt answers in a map. Thread safe. */
public final class InMemoryRobots implements RobotsStore {

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<Kept> get(String origin, Instant now) {
        return Optional.ofNullable(kept.get(origin)).filter(row -> now.isBefore(row.until()));
    }

    @Override
    public void keep(String origin, RobotsAnswer answer, Instant until) {
        kept.put(origin, new Kept(answer, until));
    }
}
