package app.lede.source;

import java.time.Instant;
import java.util.Optional;

/** Stores the last minute for which polls were planned. Thread safe. */
public interface PlannedMinutes {

    Optional<Instant> last();

    /** Advances the last planned minute; never moves it back. */
    void planned(Instant minute);
}
