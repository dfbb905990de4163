package app.lede.source;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds a publisher's wishes about polling. Durations are in minutes, a day at most; hours and days are in GMT. Hints that
 * skip every hour, or every day of the week, skip none. Immutable.
 *
 * @param ttl of RSS 2.0
 * @param updatePeriod of the syndication module, divided by its frequency
 * @param freshFor of Cache-Control, else of Expires
 * @param skipHours hours of the day, 0 to 23, to poll in none of
 */
public record PublisherHints(
        @Nullable Integer ttl,
        @Nullable Integer updatePeriod,
        @Nullable Integer freshFor,
        Set<Integer> skipHours,
        Set<DayOfWeek> skipDays) {

    public static final PublisherHints NOTHING = new PublisherHints(null, null, null, Set.of(), Set.of());

    private static final Duration LONGEST = Duration.ofDays(1);

    public PublisherHints {
        skipHours = skipHours.size() >= 24 ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(skipHours));
        skipDays = skipDays.size() >= 7 ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(skipDays));
    }

    /** One of the durations, by the publisher's name for it. */
    public record Wish(String name, int minutes) {}

    /** Converts a duration to minutes, at most a day. */
    public static int minutes(Duration duration) {
        return Math.toIntExact((duration.compareTo(LONGEST) > 0 ? LONGEST : duration).toMinutes());
    }

    /** Returns the longest of the durations; a freshness of zero only asks caches to revalidate and is ignored. */
    public Optional<Wish> longest() {
        return Stream.of(wish("ttl", ttl), wish("sy:updatePeriod", updatePeriod), wish("caching header", freshFor))
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(Wish::minutes));
    }

    /** Tests whether a time falls into a skipped hour or day. */
    public boolean isQuiet(Instant moment) {
        ZonedDateTime time = moment.atZone(ZoneOffset.UTC);
        return skipHours.contains(time.getHour()) || skipDays.contains(time.getDayOfWeek());
    }

    /** Returns these hints with the freshness of a newer response. */
    public PublisherHints withFreshFor(@Nullable Integer minutes) {
        return new PublisherHints(ttl, updatePeriod, minutes, skipHours, skipDays);
    }

    private static Optional<Wish> wish(String name, @Nullable Integer minutes) {
        return minutes == null || minutes <= 0 ? Optional.empty() : Optional.of(new Wish(name, minutes));
    }
}
