package app.lede.api;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the articles of a page, and keeps the latest in memory: where an index tells when an article was last changed, the
 * table is not asked again for the same revision. Thread safe.
 */
final class RecentArticles {

    /** Articles kept, about 20 MB. */
    private static final int MOST_KEPT = 5_000;

    private final ArticleStore store;
    private final Map<Place, Article> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Article> eldest) {
            return size() > MOST_KEPT;
        }
    };

    RecentArticles(ArticleStore store) {
        this.store = store;
    }

    private record Place(ArticleId id, Instant changed) {}

    /** Returns the existing articles of rows that are no deletions, in their order. */
    Map<ArticleId, Article> of(List<ArticleWalks.Row> rows) {
        Map<ArticleId, Article> found = new LinkedHashMap<>();
        List<ArticleId> missing = new ArrayList<>();
        for (ArticleWalks.Row row : rows) {
            Article article = row.deleted() ? null : kept(row);
            if (article != null) {
                found.put(row.id(), article);
            } else if (!row.deleted()) {
                missing.add(row.id());
            }
        }
        store.getAll(missing).forEach(article -> {
            keep(article);
            found.put(article.id(), article);
        });
        return found;
    }

    private @Nullable Article kept(ArticleWalks.Row row) {
        if (row.changed() == null) {
            return null;
        }
        synchronized (kept) {
            return kept.get(new Place(row.id(), row.changed()));
        }
    }

    private void keep(Article article) {
        synchronized (kept) {
            kept.put(new Place(article.id(), article.changed().truncatedTo(ChronoUnit.MILLIS)), article);
        }
    }
}
