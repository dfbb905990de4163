package app.lede.search;

import app.lede.article.ArticleId;
import app.lede.article.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows the articles that were deleted in the last minute, which a search index may still show, from the index of changes. Reads what has
 * changed since the last time, at most once a second: one query for each shard of today. Thread safe.
 */
public final class RecentDeletions {

    /** Time that a search index has to follow; four times what is promised. */
    static final Duration KEPT = Duration.ofMinutes(1);

    private static final Duration FRESH = Duration.ofSeconds(1);

    /** Time read again: the index of changes follows its table, and clocks differ. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private static final int BATCH = 1_000;

    private final ChangeIndex changes;
    private final InstantSource clock;
    private final Map<ArticleId, Instant> deleted = new HashMap<>();
    private Instant read = Instant.MIN;

    public RecentDeletions(ChangeIndex changes, InstantSource clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** Returns the articles deleted lately; one deleted within the last second may be missing. */
    public synchronized Set<ArticleId> ids() {
        Instant now = clock.instant();
        Instant earliest = now.minus(KEPT);
        if (read.isBefore(now.minus(FRESH)) || read.isAfter(now)) {
            Instant overlapped = read.isAfter(earliest) ? read.minus(OVERLAP) : earliest;
            read(overlapped.isBefore(earliest) || read.isAfter(now) ? earliest : overlapped);
            deleted.values().removeIf(earliest::isAfter);
            read = now;
        }
        return Set.copyOf(deleted.keySet());
    }

    private void read(Instant from) {
        for (ArrivalIndex.Day day : changes.days()) {
            boolean passed = day.day().toString().compareTo(Times.day(from)) < 0;
            for (int shard = 0; shard < day.shards() && !passed; shard++) {
                read(day, shard, Times.sortable(from));
            }
        }
    }

    private void read(ArrivalIndex.Day day, int shard, String from) {
        String after = from;
        List<ChangeIndex.Entry> entries;
        do {
            entries = changes.walk(day.day(), shard, after, null, BATCH);
            for (ChangeIndex.Entry entry : entries) {
                after = entry.key();
                if (entry.deleted()) {
                    deleted.put(entry.id(), entry.changed());
                }
            }
        } while (entries.size() == BATCH);
    }
}
