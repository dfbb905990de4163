package app.lede.testkit;

import app.lede.source.PlannedMinutes;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores the last planned minute in a field. Thread safe. */
public final class InMemoryPlannedMinutes implements PlannedMinutes {

    private @Nullable Instant last;

    @Override
    public synchronized Optional<Instant> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public synchronized void planned(Instant minute) {
        if (last == null || minute.isAfter(last)) {
            last = minute;
        }
    }
}
