package app.lede.search.segments;

/** Waits in the caller's thread before a write is tried again. */
@FunctionalInterface
public interface Pause {

    /** Waits this many milliseconds. */
    void millis(long millis);
}
