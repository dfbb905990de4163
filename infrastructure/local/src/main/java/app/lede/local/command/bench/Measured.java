package app.lede.local.command.bench;

import app.lede.json.Json;
import app.lede.search.Change;
import app.lede.search.SearchIndex;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;

/** Measures an index with made-up articles, on one thread. */
final class Measured {

    private static final int BATCH = 2_000;
    private static final int WARM_UP = 500;
    private static final int ROUNDS = 500;

    private final SearchIndex index;
    private final MadeUpArticles articles;
    private final int count;

    Measured(SearchIndex index, MadeUpArticles articles, int count) {
        this.index = index;
        this.articles = articles;
        this.count = count;
    }

    /**
     * Indexes all articles; making them up is not timed.
     *
     * @param progress told the number of articles so far
     * @return articles per second
     */
    long load(IntConsumer progress) {
        long nanos = 0;
        for (int first = 0; first < count; first += BATCH) {
            List<Change> batch = new ArrayList<>();
            for (int number = first; number < Math.min(count, first + BATCH); number++) {
                batch.add(new Change.Put(articles.article(number)));
            }
            long start = System.nanoTime();
            index.apply(batch);
            nanos += System.nanoTime() - start;
            progress.accept(first + batch.size());
        }
        return Math.round(count * 1e9 / Math.max(1, nanos));
    }

    /** Asks each kind of query, first to warm up, then measured; the same queries for every index. */
    ObjectNode warm() {
        ObjectNode warm = Json.object();
        for (QueryKind kind : QueryKind.values()) {
            ask(kind, WARM_UP, new Random(1));
            Percentiles times = Percentiles.of(ask(kind, ROUNDS, new Random(2)));
            warm.putObject(kind.label()).put("p50", times.p50()).put("p95", times.p95());
        }
        return warm;
    }

    private long[] ask(QueryKind kind, int rounds, Random random) {
        long[] nanos = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            Runnable query = kind.query(index, articles, count, random);
            long start = System.nanoTime();
            query.run();
            nanos[round] = System.nanoTime() - start;
        }
        return nanos;
    }
}
