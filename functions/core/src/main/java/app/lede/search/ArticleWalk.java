package app.lede.search;

import app.lede.article.ArticleId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks over the articles of a filter, latest arrival first. Thread safe. */
@FunctionalInterface
public interface ArticleWalk {

    /**
     * Returns a stretch of articles, which may match or not; an empty one may have a next.
     *
     * @param after where the stretch before ended; null at the beginning
     * @param limit maximum number of articles
     */
    Page page(Filter filter, @Nullable String after, int limit);

    /** An article, and the key to go on behind it. */
    record Found(ArticleId id, String key) {}

    /**
     * Articles in order.
     *
     * @param next key to go on; empty at the end
     */
    record Page(List<Found> found, Optional<String> next) {
        public Page {
            found = List.copyOf(found);
        }
    }

    /**
     * Walks by the index of arrivals, and for words by the search index.
     *
     * @param search empty in a stack without one; a filter with words is an IllegalStateException then
     */
    static ArticleWalk of(NewestFirst newest, Optional<SearchIndex> search) {
        ArticleWalk arrivals = byArrival(newest);
        return (filter, after, limit) -> filter.isOfFacts()
                ? arrivals.page(filter, after, limit)
                : bySearch(search.orElseThrow(() -> new IllegalStateException("this stack has no search index")))
                        .page(filter, after, limit);
    }

    /** Walks by the search index; {@code similar_to} and {@code story} are an IllegalArgumentException. */
    static ArticleWalk bySearch(SearchIndex index) {
        return (filter, after, limit) -> {
            Search search = new Search(Criteria.of(filter), Sort.ARRIVAL, Math.min(limit, Search.MAX_LIMIT), after);
            Hits hits = index.search(search);
            return new Page(
                    hits.hits().stream()
                            .map(hit -> new Found(hit.id(), hit.key()))
                            .toList(),
                    hits.more() ? Optional.of(hits.hits().getLast().key()) : Optional.empty());
        };
    }

    /** Walks by the index of arrivals, which knows no words. */
    static ArticleWalk byArrival(NewestFirst newest) {
        return (filter, after, limit) -> {
            NewestFirst.Page page = newest.page(filter, after, limit);
            return new Page(
                    page.entries().stream()
                            .map(entry -> new Found(entry.id(), entry.key()))
                            .toList(),
                    page.next());
        };
    }
}
