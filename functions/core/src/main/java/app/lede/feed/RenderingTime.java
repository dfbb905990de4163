package app.lede.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Recognises generators that write the time of rendering as the update of every entry (Python's feedgen, hand-made scripts). It says
 * nothing about an entry, and would make every entry look changed at every poll.
 */
final class RenderingTime {

    private static final int MIN_ITEMS = 2;

    /** Maximum time between the first and the last entry of one rendering. */
    private static final Duration RENDERING = Duration.ofSeconds(10);

    private RenderingTime() {}

    /** Returns the items without their updates if all were updated within seconds of each other. */
    static List<FeedItem> without(List<FeedItem> items) {
        List<Instant> updates = items.stream()
                .map(FeedItem::updated)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (updates.size() < MIN_ITEMS || updates.size() < items.size()) {
            return items;
        }
        boolean apart = Duration.between(updates.getFirst(), updates.getLast()).compareTo(RENDERING) > 0;
        return apart ? items : items.stream().map(FeedItem::withoutUpdate).toList();
    }
}
