package app.lede.search;

import app.lede.article.Times;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Pages through articles, latest arrival first. Each page resumes below the last key of the one before, so a walk
 * returns every article present at its start exactly once, however many arrive meanwhile. Thread safe.
 */
public final class NewestFirst {

    /** Maximum entries examined per request, for filters that match rarely; a short page still has a {@code next}. */
    static final int MAX_EXAMINED = 1_000;

    private static final int STRETCH = 100;

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
            Iterator<ArrivalIndex.Entry> walk = new DayWalk(day, before);
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

    /** Merges the shards of one day into one order. */
    private final class DayWalk implements Iterator<ArrivalIndex.Entry> {

        private final PriorityQueue<ShardWalk> shards = new PriorityQueue<>(
                Comparator.comparing((ShardWalk shard) -> shard.head().key()).reversed());

        DayWalk(ArrivalIndex.Day day, @Nullable String before) {
            IntStream.range(0, day.shards())
                    .mapToObj(shard -> new ShardWalk(day.day(), shard, before))
                    .filter(ShardWalk::hasMore)
                    .forEach(shards::add);
        }

        @Override
        public boolean hasNext() {
            return !shards.isEmpty();
        }

        @Override
        public ArrivalIndex.Entry next() {
            ShardWalk shard = shards.poll();
            if (shard == null) {
                throw new NoSuchElementException();
            }
            ArrivalIndex.Entry entry = shard.take();
            if (shard.hasMore()) {
                shards.add(shard);
            }
            return entry;
        }
    }

    /** Reads one shard of a day in batches. */
    private final class ShardWalk {

        private final LocalDate day;
        private final int shard;
        private final Deque<ArrivalIndex.Entry> read = new ArrayDeque<>();
        private @Nullable String before;
        private boolean ended;

        ShardWalk(LocalDate day, int shard, @Nullable String before) {
            this.day = day;
            this.shard = shard;
            this.before = before;
        }

        boolean hasMore() {
            if (read.isEmpty() && !ended) {
                List<ArrivalIndex.Entry> stretch = index.walk(day, shard, before, STRETCH);
                ended = stretch.size() < STRETCH;
                read.addAll(stretch);
                before = stretch.isEmpty() ? before : stretch.getLast().key();
            }
            return !read.isEmpty();
        }

        ArrivalIndex.Entry head() {
            return read.element();
        }

        ArrivalIndex.Entry take() {
            return read.remove();
        }
    }
}
