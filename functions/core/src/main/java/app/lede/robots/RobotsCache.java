package app.lede.robots;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the parsed rules of the origins used last in the process, in front of a {@link RobotsStore}. Answers that may be
 * replaced by another invocation at any time (errors, and files that have moved) are always looked up. Thread safe.
 */
public final class RobotsCache {

    /** Origins; parsed rules of most sites take some kilobytes. */
    private static final int MOST = 300;

    private final RobotsStore store;
    private final Map<String, Known> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    public RobotsCache(RobotsStore store) {
        this.store = store;
    }

    /**
     * An answer with its rules.
     *
     * @param rules none where the answer is no file
     * @param until how long the answer may be relied on
     */
    public record Known(RobotsAnswer answer, RobotRules rules, Instant until) {}

    /** Returns the cached answer of an origin, unless it has expired. */
    public Optional<Known> get(String origin, Instant now) {
        Optional<Known> known = recent(origin, now);
        return known.isPresent()
                ? known
                : store.get(origin, now).map(kept -> remembered(origin, kept.answer(), kept.until()));
    }

    /** Replaces the cached answer of an origin. */
    public void keep(String origin, RobotsAnswer answer, Instant until) {
        store.keep(origin, answer, until);
        remembered(origin, answer, until);
    }

    private synchronized Optional<Known> recent(String origin, Instant now) {
        return Optional.ofNullable(recent.get(origin)).filter(known -> now.isBefore(known.until()));
    }

    private Known remembered(String origin, RobotsAnswer answer, Instant until) {
        RobotRules rules = answer instanceof RobotsAnswer.File file ? RobotRules.of(file.text()) : RobotRules.NONE;
        Known known = new Known(answer, rules, until);
        boolean lasting = answer instanceof RobotsAnswer.File || answer instanceof RobotsAnswer.Absent;
        synchronized (this) {
            if (lasting) {
                recent.put(origin, known);
            } else {
                recent.remove(origin);
            }
        }
        return known;
    }
}
