package app.lede.search;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Merges the shards of one day into one order, each read in batches as far as it is needed. Not thread safe.
 *
 * @param <E> type of the entries
 */
final class ShardMerge<E> implements Iterator<E> {

    /** Reads one batch of a shard in the order of the merge. */
    interface Reader<E> {
        /**
         * Returns the next entries; fewer than the batch if these are the last.
         *
         * @param from key of the last entry so far, or where the walk begins
         */
        List<E> read(int shard, String from, int batch);
    }

    /** Most entries of a batch. */
    static final int BATCH = 100;

    private final Reader<E> reader;
    private final Function<E, String> key;
    private final int batch;
    private final PriorityQueue<Shard> shards;

    /**
     * Opens all shards of a day.
     *
     * @param batch entries to read at once, at most {@value #BATCH}
     * @param order of keys
     * @param from where the walk begins, exclusive
     */
    ShardMerge(int count, int batch, Reader<E> reader, Function<E, String> key, Comparator<String> order, String from) {
        this.reader = reader;
        this.key = key;
        this.batch = Math.min(batch, BATCH);
        this.shards = new PriorityQueue<>(Comparator.comparing(shard -> key.apply(shard.head()), order));
        IntStream.range(0, count)
                .mapToObj(number -> new Shard(number, from))
                .filter(Shard::hasMore)
                .forEach(shards::add);
    }

    @Override
    public boolean hasNext() {
        return !shards.isEmpty();
    }

    @Override
    public E next() {
        Shard shard = shards.poll();
        if (shard == null) {
            throw new NoSuchElementException();
        }
        E entry = shard.take();
        if (shard.hasMore()) {
            shards.add(shard);
        }
        return entry;
    }

    private final class Shard {

        private final int number;
        private final Deque<E> read = new ArrayDeque<>();
        private String from;
        private boolean ended;

        Shard(int number, String from) {
            this.number = number;
            this.from = from;
        }

        boolean hasMore() {
            if (read.isEmpty() && !ended) {
                List<E> entries = reader.read(number, from, batch);
                ended = entries.size() < batch;
                read.addAll(entries);
                from = entries.isEmpty() ? from : key.apply(entries.getLast());
            }
            return !read.isEmpty();
        }

        E head() {
            return read.element();
        }

        E take() {
            return read.remove();
        }
    }
}
