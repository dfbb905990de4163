package app.lede.local.wiring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A secret with its value and the one before the last rotation, null before the first. Immutable.
 *
 * @param earlier values before those, the newest first
 */
record HeldSecret(
        String arn, String name, Version current, @Nullable Version previous, List<Version> earlier) {

    /** Earlier values kept. */
    private static final int MOST = 20;

    HeldSecret {
        earlier = List.copyOf(earlier);
    }

    /** A value under its id. */
    record Version(String id, String value, Instant created) {

        Version(String value, Instant created) {
            this(UUID.randomUUID().toString(), value, created);
        }
    }

    HeldSecret rotated(String value, Instant now) {
        List<Version> former = Stream.concat(Stream.ofNullable(previous), earlier.stream())
                .limit(MOST)
                .toList();
        return new HeldSecret(arn, name, new Version(value, now), current, former);
    }

    /** Returns all values, the newest first. */
    List<Version> versions() {
        return Stream.of(Stream.of(current), Stream.ofNullable(previous), earlier.stream())
                .flatMap(Function.identity())
                .toList();
    }

    /** Returns the stages of a value: none for an earlier one. */
    List<String> stages(Version version) {
        return version.equals(current)
                ? List.of("AWSCURRENT")
                : version.equals(previous) ? List.of("AWSPREVIOUS") : List.of();
    }
}
