package app.lede.pipeline;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers how far the last reconciliation came. Thread safe; an exception means storage out of reach. */
public interface ReconciliationWalks {

    Optional<Walk> last();

    /** Replaces the stored walk. */
    void keep(Walk walk);

    /**
     * A walk over the documents bucket.
     *
     * @param after the key it came to, null once it has seen every object
     */
    record Walk(Instant begun, @Nullable String after) {
        boolean isComplete() {
            return after == null;
        }
    }
}
