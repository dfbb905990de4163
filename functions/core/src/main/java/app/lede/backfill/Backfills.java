package app.lede.backfill;

import app.lede.source.SourceId;
import java.util.Optional;

/** Stores the backfill of each source, the present or the last one. Thread safe. */
public interface Backfills {

    Optional<Backfill> get(SourceId source);

    /** Adds a source's first backfill; false if there is one already. */
    boolean add(Backfill first);

    /** Replaces a backfill by its next step; false if another step was taken, or there is none. */
    boolean replace(Backfill next);

    /** Replaces a backfill within its step; false if another step was taken, or there is none. */
    boolean note(Backfill same);

    /** Removes the backfill of a source, if there is one. */
    void remove(SourceId source);
}
