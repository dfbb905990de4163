package app.lede.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A permanent redirect (301, 308) on its way to being believed. A hotel's network and a broken proxy redirect for good too;
 * they don't do it to the same place for three days.
 *
 * @param answers how often in a row the same place was named
 */
public record Relocation(String target, Instant since, int answers) {

    private static final int PROOF = 5;
    private static final Duration PROOF_TIME = Duration.ofDays(3);

    /** After a feed was delivered from another address for good, or, with no target, from where it was asked for. */
    static @Nullable Relocation after(@Nullable Relocation known, @Nullable String target, Instant now) {
        if (target == null) {
            return null;
        }
        return known != null && known.target.equals(target)
                ? new Relocation(target, known.since, known.answers + 1)
                : new Relocation(target, now, 1);
    }

    boolean isProven(Instant now) {
        return answers >= PROOF && !since.plus(PROOF_TIME).isAfter(now);
    }
}
