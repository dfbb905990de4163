package app.lede.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores the current revision of each article. Offers may repeat and come in any order, and end in the same revisions.
 * Thread safe; an exception means that the database is unavailable; the call may be retried.
 */
public interface ArticleStore {

    /**
     * Stores a revision if it ranks above the stored one. Of one document, the higher parser version ranks higher whatever
     * the precedence, and the same version changes nothing. Of two documents with the same revision only the higher
     * precedence is kept. Of two with different revisions the higher precedence wins; where they are equal
     * the higher parser version does, and then the greater revision hash. The arrival of the article's first revision stays.
     */
    default Standing offer(Article article) {
        return offer(article, null).standing();
    }

    /**
     * Stores a revision as {@link #offer(Article)} does, and also in place of one that ranks above it.
     *
     * @param insteadOf the stored revision that it replaces whatever their precedence; its own where another document of higher
     *     precedence says the same with another access; null for none
     */
    Offered offer(Article article, @Nullable Revision insteadOf);

    /**
     * Result of an offer.
     *
     * @param replaced {@link Article#textKey() text key} of the stored revision that it took the place of; null where it took none
     */
    record Offered(Standing standing, @Nullable String replaced) {}

    /**
     * Raises the precedence of the stored revision, which a later document repeats; a lower precedence changes nothing.
     *
     * @return false if another revision, or none, is stored
     */
    boolean raise(ArticleId id, Revision revision, Precedence precedence);

    /**
     * Replaces the record of a revision that stands, to give it another summary. The arrival and the precedence that are stored
     * stay: a repetition may have raised the precedence since the article was read.
     *
     * @param article of the stored document, revision and parser
     * @return false if another one stands by now, or none
     */
    boolean resummarise(Article article);

    /**
     * Deletes an article and leaves a tombstone: it is found no more, and every later offer is {@link Standing#DELETED}.
     *
     * @return false if there is neither an article nor a tombstone
     */
    boolean delete(ArticleId id, Instant at);

    /** Returns an article; the writes of the last seconds may be missing. */
    Optional<Article> get(ArticleId id);

    /** Returns an article as the last write before the call left it. */
    Optional<Article> latest(ArticleId id);

    /** Tests for the tombstone of an article that was deleted before the call. */
    boolean isDeleted(ArticleId id);

    /** Returns the existing articles in the order requested; at most 100 ids. */
    List<Article> getAll(List<ArticleId> ids);
}
