package app.lede.local.command.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Decides when waiting has an end: all inputs have an outcome and the library has come to rest, or nothing has changed for
 * so long that nothing will.
 */
final class Settlement {

    /** Between two steps of the pipeline there is a moment in which nothing is queued. */
    private static final Duration REST = Duration.ofMillis(700);

    /** At rest with inputs still open: nothing under way can bring their outcome. */
    private static final Duration REST_WITH_OPEN_INPUTS = Duration.ofSeconds(15);

    private final InstantSource clock;
    private final Duration patience;
    private Instant lastChange;
    private @Nullable Instant restingSince;
    private @Nullable Sighting last;

    /** Patience is how long a library that works on something may show no change. */
    Settlement(InstantSource clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
        this.lastChange = clock.instant();
    }

    /** What was seen of the library at one moment: inputs without an outcome, documents with one, and rest. */
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
