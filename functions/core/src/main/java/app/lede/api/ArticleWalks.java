package app.lede.api;

import app.lede.article.ArticleId;
import app.lede.article.Times;
import app.lede.search.ArrivalIndex;
import app.lede.search.ChangeIndex;
import app.lede.search.ChangesInOrder;
import app.lede.search.Criteria;
import app.lede.search.Filter;
import app.lede.search.Hit;
import app.lede.search.Hits;
import app.lede.search.NewestFirst;
import app.lede.search.RecentDeletions;
import app.lede.search.Search;
import app.lede.search.SearchIndex;
import app.lede.search.Sort;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the articles of one page of a list in the index that has its order: changes and, where their entries know enough,
 * arrivals in the table; everything else in the search index. Thread safe.
 */
final class ArticleWalks {

    private final NewestFirst arrivals;
    private final ChangesInOrder changes;
    private final Optional<SearchIndex> search;
    private final RecentDeletions deletions;
    private final InstantSource clock;

    ArticleWalks(
            ArrivalIndex arrivals,
            ChangeIndex changes,
            Optional<SearchIndex> search,
            RecentDeletions deletions,
            InstantSource clock) {
        this.deletions = deletions;
        this.arrivals = new NewestFirst(arrivals);
        this.changes = new ChangesInOrder(changes);
        this.search = search;
        this.clock = clock;
    }

    /**
     * An article of a page, not read yet.
     *
     * @param key to resume after
     * @param deleted whether it is a deletion
     * @param changed when it was last changed as far as the index knows; null where it does not
     */
    record Row(
            String key,
            ArticleId id,
            boolean deleted,
            @Nullable Instant changed) {}

    /**
     * One page.
     *
     * @param next key to resume from; empty on the last page
     */
    record Page(List<Row> rows, Optional<String> next) {

        /** Returns the articles that were not deleted. */
        List<ArticleId> articles() {
            return rows.stream().filter(row -> !row.deleted()).map(Row::id).toList();
        }

        /**
         * Returns a text that determines the articles of this page and what they say, where the index knows; it may be some
         * seconds behind the table.
         */
        Optional<String> state() {
            return rows.stream().anyMatch(row -> row.changed() == null)
                    ? Optional.empty()
                    : Optional.of(rows.stream()
                            .map(row -> row.key() + " " + row.id() + " " + row.changed() + " " + row.deleted())
                            .collect(Collectors.joining("\n", "", "\n" + next)));
        }
    }

    /** Returns the order of a list whose request names none. */
    Sort usual(Filter filter) {
        return search.isEmpty() ? Sort.ARRIVAL : filter.isScored() ? Sort.RELEVANCE : Sort.NEWEST;
    }

    /** Tests whether a list can be found only with a search index that this stack does not have. */
    boolean lacksSearch(Filter filter, Sort sort) {
        return search.isEmpty() && !isInTable(filter, sort);
    }

    private static boolean isInTable(Filter filter, Sort sort) {
        return switch (sort) {
            case CHANGED -> filter.isOfFacts();
            case ARRIVAL -> filter.isOfEntries();
            case NEWEST, OLDEST, RELEVANCE -> false;
        };
    }

    /**
     * Returns one page.
     *
     * @param after key of the previous page's end; null for the first
     */
    Page page(Criteria criteria, Sort sort, int limit, @Nullable String after) {
        Filter filter = criteria.filter();
        if (!isInTable(filter, sort)) {
            return searched(new Search(criteria, sort, limit, after));
        }
        return sort == Sort.CHANGED ? changed(filter, limit, after) : arrived(filter, limit, after);
    }

    private Page arrived(Filter filter, int limit, @Nullable String after) {
        NewestFirst.Page page = arrivals.page(filter, after, limit);
        return new Page(
                page.entries().stream()
                        .map(entry -> new Row(entry.key(), entry.id(), false, null))
                        .toList(),
                page.next());
    }

    private Page changed(Filter filter, int limit, @Nullable String after) {
        String first = filter.changedFrom() == null ? "" : Times.sortable(filter.changedFrom());
        ChangesInOrder.Page page = changes.page(after == null ? first : after, limit, clock.instant());
        return new Page(
                page.entries().stream()
                        .map(entry -> new Row(entry.key(), entry.id(), entry.deleted(), entry.changed()))
                        .toList(),
                Optional.of(page.next()));
    }

    /** Searches; leaves out what was deleted meanwhile, which the index and articles kept in memory still have. */
    private Page searched(Search question) {
        Hits found = search.orElseThrow().search(question);
        Set<ArticleId> deleted = deletions.ids();
        return new Page(
                found.hits().stream()
                        .filter(hit -> !deleted.contains(hit.id()))
                        .map(hit -> new Row(hit.key(), hit.id(), false, hit.changed()))
                        .toList(),
                found.more() ? Optional.of(found.hits().getLast()).map(Hit::key) : Optional.empty());
    }
}
