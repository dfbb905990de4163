package app.lede.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A permanent redirect (301, 308) awaiting confirmation. Captive portals and broken proxies redirect permanently too,
 * but not to the same address for three days.
 *
 * @param answers consecutive responses that named the same target
 */
public record Relocation(String target, Instant since, int answers) {

    private static final int PROOF = 5;
    private static final Duration PROOF_TIME = Duration.ofDays(3);

    /** Updates the relocation after a feed was delivered from {@code target} by permanent redirects, or without any. */
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
