package app.lede.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a hub tells us what is new. While it does, one poll a day is enough; a poll that finds what the hub missed ends
 * the trust until the next push.
 *
 * @param arrivedAt when the last push came that nothing has spoken against since
 */
public record Push(@Nullable Instant arrivedAt) {

    public static final Push NONE = new Push(null);

    public boolean isTrusted() {
        return arrivedAt != null;
    }
}
