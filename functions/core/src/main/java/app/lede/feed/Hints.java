package app.lede.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a publisher says about when to poll, and where pushes can be had. Hours and days are in GMT.
 *
 * @param ttl RSS 2.0 {@code ttl}: how long a copy stays good
 * @param updatePeriod RSS syndication module: the period divided by the frequency
 * @param skipHours hours of the day, 0 to 23, in which nothing will be new
 * @param hubs WebSub hubs, absolute
 * @param self the feed's address in the publisher's words, absolute: the topic to subscribe to
 */
public record Hints(
        @Nullable Duration ttl,
        @Nullable Duration updatePeriod,
        Set<Integer> skipHours,
        Set<DayOfWeek> skipDays,
        List<String> hubs,
        @Nullable String self) {

    /** A publisher who says nothing. */
    public static final Hints NONE = new Hints(null, null, Set.of(), Set.of(), List.of(), null);

    public Hints {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
        hubs = List.copyOf(hubs);
    }
}
