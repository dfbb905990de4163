package app.lede.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A publisher's hints about when to poll, which hubs push updates, and where earlier entries are. Hours and days are in GMT.
 *
 * @param ttl RSS 2.0 {@code ttl}: time a copy may be cached
 * @param updatePeriod RSS syndication module: the period divided by the frequency
 * @param skipHours hours of the day, 0 to 23, in which nothing will be new
 * @param hubs WebSub hubs, absolute
 * @param self the feed's declared URL, absolute: the WebSub topic
 * @param earlier page with the entries before these, absolute: {@code prev-archive} or {@code next} (RFC 5005), or the
 *     {@code next_url} of a JSON Feed
 */
public record FeedHints(
        @Nullable Duration ttl,
        @Nullable Duration updatePeriod,
        Set<Integer> skipHours,
        Set<DayOfWeek> skipDays,
        List<String> hubs,
        @Nullable String self,
        @Nullable String earlier) {

    /** No hints. */
    public static final FeedHints NONE = new FeedHints(null, null, Set.of(), Set.of(), List.of(), null, null);

    public FeedHints {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
        hubs = List.copyOf(hubs);
    }
}
