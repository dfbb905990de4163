package app.lede.search;

import app.lede.article.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Pages through changes of articles, earliest first, so that a copy can be brought up to date and kept there: a reader asks
 * again after the last key that it has. An article that changes during a walk is met again at its new place; one that
 * does not is met once. Thread safe.
 */
public final class ChangesInOrder {

    /**
     * Age of the youngest change that is listed. A writer takes its time before it writes, and the index of a table follows
     * later; a change must not appear behind a reader who has passed its time.
     */
    public static final Duration SETTLED = Duration.ofSeconds(10);

    private final ChangeIndex index;

    public ChangesInOrder(ChangeIndex index) {
        this.index = index;
    }

    /**
     * One page of changes.
     *
     * @param next key to resume after, also where nothing is left for now
     */
    public record Page(List<ChangeIndex.Entry> entries, String next) {}

    /**
     * Returns the changes after a key that are old enough.
     *
     * @param after last key of the previous page; empty for the first
     * @param limit maximum number of entries
     */
    public Page page(String after, int limit, Instant now) {
        String before = Times.sortable(now.minus(SETTLED));
        List<ChangeIndex.Entry> entries = new ArrayList<>();
        for (ArrivalIndex.Day day : index.days().reversed()) {
            String text = day.day().toString();
            if (text.compareTo(before) < 0 && (after.isEmpty() || text.compareTo(after.substring(0, 10)) >= 0)) {
                Iterator<ChangeIndex.Entry> walk = walk(day, after, before, limit);
                while (walk.hasNext() && entries.size() < limit) {
                    entries.add(walk.next());
                }
            }
            if (entries.size() == limit) {
                break;
            }
        }
        return new Page(entries, entries.isEmpty() ? after : entries.getLast().key());
    }

    private Iterator<ChangeIndex.Entry> walk(ArrivalIndex.Day day, String after, String before, int batch) {
        return new ShardMerge<>(
                day.shards(),
                batch,
                (shard, from, most) -> index.walk(day.day(), shard, from, before, most),
                ChangeIndex.Entry::key,
                Comparator.naturalOrder(),
                after);
    }
}
