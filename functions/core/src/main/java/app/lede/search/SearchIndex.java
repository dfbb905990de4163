package app.lede.search;

import app.lede.search.query.Query;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Full-text index of articles. Keeps terms and facts, not texts. Thread safe; an exception means that the index is
 * unavailable.
 */
public interface SearchIndex {

    /**
     * Applies changes and makes them visible to searches that begin afterwards. Idempotent and free of order: of two changes of
     * one article the later {@link Change#changed()} stands, and of two of the same time the removal.
     */
    void apply(List<Change> changes);

    /** Returns one page of matching articles. */
    Hits search(Search search);

    /** Counts matching articles by a facet. */
    Counts counts(Criteria criteria, Facet facet);

    /**
     * Finds the passage of a text that answers a query best, wherever in the text it stands; empty if no word of the query
     * occurs.
     *
     * @param language of the article, as indexed
     * @param text of the article, as indexed
     */
    Optional<Passage> passage(Query query, @Nullable String language, String text);
}
