package app.lede.search;

import app.lede.search.query.Query;
import app.lede.story.Report;
import app.lede.story.Signature;
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

    /**
     * Finds the fingerprints of articles that may be copies of a report or tell the same event: at most {@value #MOST_NEAR} that
     * share {@link Signature#bands bands} or {@link Report#LEAST_KEYS} {@link Report#keys keys} with it, the most first, and
     * beside them the {@value #MOST_COPIES} earliest of those that share half of the bands. All were published within {@link
     * Report#WINDOW} of it; itself, the report is not among them.
     */
    List<Report> near(Report report);

    /** Reports of {@link #near}. */
    int MOST_NEAR = 64;

    /** Earliest copies of {@link #near}. */
    int MOST_COPIES = 16;

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
