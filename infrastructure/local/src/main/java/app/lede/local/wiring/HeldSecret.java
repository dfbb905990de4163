package app.lede.local.wiring;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A secret with its value and the one before the last rotation, null before the first. Immutable. */
record HeldSecret(
        String arn, String name, Version current, @Nullable Version previous) {

    /** A value under its id. */
    record Version(String id, String value, Instant created) {

        Version(String value, Instant created) {
            this(UUID.randomUUID().toString(), value, created);
        }
    }

    HeldSecret rotated(String value, Instant now) {
        return new HeldSecret(arn, name, new Version(value, now), current);
    }
}
