package app.lede.reprocess;

import java.util.List;
import java.util.Optional;

/** Keeps runs and their progress for 30 days. Thread safe; an exception means storage out of reach. */
public interface Reprocessings {

    /** Adds a run; its id is random, so that none is replaced. */
    void add(Reprocessing run);

    Optional<Reprocessing> get(String id);

    /** Returns all runs that have not expired, in no order. */
    List<Reprocessing> live();

    /** Replaces a run if the stored one is one step behind; false if it is not, or is gone. */
    boolean replace(Reprocessing next);
}
