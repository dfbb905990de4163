package app.lede.feed;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the newest items while a feed is being read, and counts the rest. Not thread safe. */
final class NewestItems {

    private record Placed(int position, FeedItem item) {}

    /** Oldest first: undated items before dated ones, then the feed's last before its first. */
    private static final Comparator<Placed> AGE = Comparator.comparing(
                    (Placed placed) -> placed.item().latest(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Placed::position, Comparator.reverseOrder());

    private final int cap;
    private final PriorityQueue<Placed> kept = new PriorityQueue<>(AGE);
    private int overCap;

    NewestItems(int cap) {
        this.cap = cap;
    }

    /** Adds the item at a document position; positions are unique and may come in any order. */
    void add(int position, FeedItem item) {
        Placed placed = new Placed(position, item);
        if (kept.size() == cap) {
            overCap++;
            if (AGE.compare(placed, kept.element()) < 0) {
                return;
            }
            kept.remove();
        }
        kept.add(placed);
    }

    int overCap() {
        return overCap;
    }

    /** Returns the kept items in document order. */
    List<FeedItem> inOrder() {
        return kept.stream()
                .sorted(Comparator.comparingInt(Placed::position))
                .map(Placed::item)
                .toList();
    }
}
