package app.lede.search.segments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times from {@code first} to {@code last}, both inclusive. */
public record TimeSpan(Instant first, Instant last) {

    public TimeSpan {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(first + " is after " + last);
        }
    }

    public static TimeSpan of(Instant at) {
        return new TimeSpan(at, at);
    }

    public boolean overlaps(TimeSpan other) {
        return !first.isAfter(other.last) && !other.first.isAfter(last);
    }

    /**
     * Tests whether a time lies within bounds.
     *
     * @param from inclusive, null for none
     * @param to exclusive, null for none
     */
    public boolean meets(@Nullable Instant from, @Nullable Instant to) {
        return (from == null || !last.isBefore(from)) && (to == null || first.isBefore(to));
    }

    /** Returns the shortest span that covers both. */
    public TimeSpan and(TimeSpan other) {
        return new TimeSpan(
                first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
    }
}
