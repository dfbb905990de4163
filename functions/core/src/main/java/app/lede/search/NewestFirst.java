package app.lede.search;

import app.lede.article.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pages through articles, latest arrival first. Each page resumes below the last key of the one before, so a walk
 * returns every article present at its start exactly once, however many arrive meanwhile. Thread safe.
 */
public final class NewestFirst {

    /** Maximum entries examined per request, for filters that match rarely; a short page still has a {@code next}. */
    static final int MAX_EXAMINED = 1_000;

    private final ArrivalIndex index;

    public NewestFirst(ArrivalIndex index) {
        this.index = index;
    }

    /**
     * One page of results.
     *
     * @param next key to resume from; empty on the last page
     */
    public record Page(List<ArrivalIndex.Entry> entries, Optional<String> next) {}

    /**
     * Returns one page of matching articles.
     *
     * @param after last key of the previous page; null for the first
     * @param limit maximum number of entries
     */
    public Page page(Filter filter, @Nullable String after, int limit) {
        String before = earlier(after, filter.to() == null ? null : Times.sortable(filter.to()));
        String from = filter.from() == null ? "" : Times.sortable(filter.from());
        List<ArrivalIndex.Entry> entries = new ArrayList<>();
        int examined = 0;
        for (ArrivalIndex.Day day : days(before, from)) {
            Iterator<ArrivalIndex.Entry> walk = walk(day, before, filter.facts().isEmpty() ? limit : ShardMerge.BATCH);
            while (walk.hasNext()) {
                ArrivalIndex.Entry entry = walk.next();
                if (entry.key().compareTo(from) < 0) {
                    return new Page(entries, Optional.empty());
                }
                examined++;
                if (filter.mayMatch(entry)) {
                    entries.add(entry);
                }
                if (entries.size() == limit || examined == MAX_EXAMINED) {
                    return new Page(entries, Optional.of(entry.key()));
                }
            }
        }
        return new Page(entries, Optional.empty());
    }

    private List<ArrivalIndex.Day> days(@Nullable String before, String from) {
        return index.days().stream()
                .filter(day -> before == null || day.day().toString().compareTo(before) < 0)
                .filter(day -> from.isEmpty() || !day.day().isBefore(LocalDate.parse(from.substring(0, 10))))
                .toList();
    }

    private static @Nullable String earlier(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) < 0 ? one : other;
    }

    private Iterator<ArrivalIndex.Entry> walk(ArrivalIndex.Day day, @Nullable String before, int batch) {
        return new ShardMerge<>(
                day.shards(),
                batch,
                (shard, from, most) -> index.walk(day.day(), shard, from.isEmpty() ? null : from, most),
                ArrivalIndex.Entry::key,
                Comparator.reverseOrder(),
                before == null ? "" : before);
    }
}
