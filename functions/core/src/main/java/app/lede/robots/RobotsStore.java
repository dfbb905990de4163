package app.lede.robots;

import app.lede.fetch.WebUrl;
import java.time.Instant;
import java.util.Optional;

/** Caches robots.txt answers by origin, shared by all concurrent invocations. Thread safe. */
public interface RobotsStore {

    /**
     * Returns an origin's answer if it has not expired.
     *
     * @param origin as in {@link WebUrl#origin}: scheme, host and port
     */
    Optional<Kept> get(String origin, Instant now);

    /** Stores an origin's answer, replacing any earlier one. */
    void keep(String origin, RobotsAnswer answer, Instant until);

    /** An answer and its expiry. */
    record Kept(RobotsAnswer answer, Instant until) {}
}
