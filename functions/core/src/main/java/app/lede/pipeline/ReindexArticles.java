package app.lede.pipeline;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.search.ArrivalIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Indexes every stored article, latest arrival first. Articles may come, change and go meanwhile. Thread safe. */
public final class ReindexArticles {

    /** The most that {@link ArticleStore#getAll} takes. */
    private static final int PAGE = 100;

    /** Articles of one batch; their texts are in memory at the same time. */
    private static final int BATCH = 1_000;

    private final ArrivalIndex arrivals;
    private final ArticleStore articles;
    private final IndexArticles step;

    public ReindexArticles(ArrivalIndex arrivals, ArticleStore articles, IndexArticles step) {
        this.arrivals = arrivals;
        this.articles = articles;
        this.step = step;
    }

    /**
     * Indexes all articles and returns their number.
     *
     * @param progress is told the number of articles indexed so far, after each batch
     */
    public long reindex(LongConsumer progress) {
        List<ArticleChange> batch = new ArrayList<>();
        long indexed = 0;
        for (ArrivalIndex.Day day : arrivals.days()) {
            for (int shard = 0; shard < day.shards(); shard++) {
                List<ArrivalIndex.Entry> page = arrivals.walk(day.day(), shard, null, PAGE);
                while (!page.isEmpty()) {
                    stored(page).forEach(article -> batch.add(new ArticleChange.Stored(article)));
                    if (batch.size() >= BATCH) {
                        indexed += flush(batch, indexed, progress);
                    }
                    page = arrivals.walk(day.day(), shard, page.getLast().key(), PAGE);
                }
            }
        }
        return indexed + flush(batch, indexed, progress);
    }

    private List<Article> stored(List<ArrivalIndex.Entry> page) {
        List<ArticleId> ids = page.stream().map(ArrivalIndex.Entry::id).toList();
        return articles.getAll(ids);
    }

    /** Indexes a batch and empties it; returns how many of it were indexed. */
    private long flush(List<ArticleChange> batch, long before, LongConsumer progress) {
        long done = step.index(List.copyOf(batch)).stream()
                .filter(IndexArticles.Outcome.INDEXED::equals)
                .count();
        batch.clear();
        progress.accept(before + done);
        return done;
    }
}
