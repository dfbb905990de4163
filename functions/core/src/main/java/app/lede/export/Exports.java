package app.lede.export;

import java.util.List;
import java.util.Optional;

/** Keeps the progress of exports until they expire. Thread safe; an exception means storage out of reach. */
public interface Exports {

    /** Adds an export; its id is random, so that none is replaced. */
    void add(Export export);

    /** Returns an export that has not expired. */
    Optional<Export> get(ExportId id);

    /** Returns all exports that have not expired, in no order. */
    List<Export> live();

    /** Replaces an export if the stored one is one step behind; false if it is not, or is gone. */
    boolean replace(Export next);
}
