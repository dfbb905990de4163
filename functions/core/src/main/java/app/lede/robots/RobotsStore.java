package app.lede.robots;

import app.lede.fetch.WebUrl;
import java.time.Instant;
import java.util.Optional;

/** What sites said when asked for robots.txt, shared by every concurrent invocation. Thread safe. */
public interface RobotsStore {

    /**
     * What an origin said, while it may still be relied on.
     *
     * @param origin as {@link WebUrl#origin} names it: http and https, and each port, speak for themselves
     */
    Optional<Kept> get(String origin, Instant now);

    /** Keeps what an origin said in place of what it said before. */
    void keep(String origin, RobotsAnswer answer, Instant until);

    /** An answer and how long it may be relied on. */
    record Kept(RobotsAnswer answer, Instant until) {}
}
