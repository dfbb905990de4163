package app.lede.local.command.ingestion;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Decides when to stop waiting: all inputs have an outcome and the library is idle, or nothing has changed for too
 * long.
 */
final class Settlement {

    /** Required idle time; between two steps of the pipeline nothing is queued for a moment. */
    private static final Duration REST = Duration.ofMillis(700);

    /** Required idle time if inputs are still open. */
    private static final Duration REST_WITH_OPEN_INPUTS = Duration.ofSeconds(15);

    private final InstantSource clock;
    private final Duration patience;
    private Instant lastChange;
    private @Nullable Instant restingSince;
    private @Nullable Sighting last;

    /** Creates a settlement; {@code patience} is the longest time without change while the library is busy. */
    Settlement(InstantSource clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
        this.lastChange = clock.instant();
    }

    /** A snapshot of the library: inputs without an outcome, documents with one, and idleness. */
    record Sighting(int open, int documents, boolean idle) {}

    enum Verdict {
        WAIT,
        SETTLED,
        GIVEN_UP
    }

    Verdict observe(Sighting sighting) {
        Instant now = clock.instant();
        if (!sighting.equals(last)) {
            last = sighting;
            lastChange = now;
        }
        restingSince = sighting.idle() ? (restingSince == null ? now : restingSince) : null;
        if (restingSince != null) {
            Duration rest = Duration.between(restingSince, now);
            if (sighting.open() == 0) {
                return rest.compareTo(REST) >= 0 ? Verdict.SETTLED : Verdict.WAIT;
            }
            if (rest.compareTo(REST_WITH_OPEN_INPUTS) >= 0) {
                return Verdict.GIVEN_UP;
            }
        }
        return Duration.between(lastChange, now).compareTo(patience) >= 0 ? Verdict.GIVEN_UP : Verdict.WAIT;
    }
}
