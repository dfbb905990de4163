package app.lede.search;

import app.lede.article.ArticleId;
import app.lede.search.query.Query;
import app.lede.story.Report;
import java.time.Instant;
import java.util.Collection;
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
     * Finds the fingerprints of articles that may be copies of a report or tell the same event. Copies, which share half of its
     * {@link Report#bands bands}, come earliest first, at most {@value #MOST_COPIES}; others, which share a band or {@link
     * Report#LEAST_KEYS} {@link Report#keys keys}, come with those first that share most, at most {@value #MOST_NEAR}. All were
     * published within {@link Report#WINDOW} of it; itself, the report is not among them.
     */
    List<Report> near(Report report);

    /**
     * Returns the fingerprints of articles as the index holds them now.
     *
     * @param around those published further from this time than twice {@link Report#WINDOW} are left out
     */
    List<Report> reports(Collection<ArticleId> ids, Instant around);

    /** Makes changes visible that other instances applied before, as far as this index would show them later. */
    default void refresh() {}

    /** Reports of {@link #near} that are no copies. */
    int MOST_NEAR = 64;

    /** Earliest copies of {@link #near}. */
    int MOST_COPIES = 64;

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
