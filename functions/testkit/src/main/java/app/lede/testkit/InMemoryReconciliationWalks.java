package app.lede.testkit;

import app.lede.pipeline.ReconciliationWalks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One walk in a field. Thread safe. */
public final class InMemoryReconciliationWalks implements ReconciliationWalks {

    private @Nullable Walk last;

    @Override
    public synchronized Optional<Walk> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public synchronized void keep(Walk walk) {
        last = walk;
    }
}
