package app.lede.source;

import java.time.Instant;
import java.util.Optional;

/** Up to which minute the polls were planned. Thread safe. */
public interface PlannedMinutes {

    Optional<Instant> last();

    /** Moves forward only. */
    void planned(Instant minute);
}
