package app.lede.search;

import app.lede.article.ArticleId;
import app.lede.search.query.Query;
import app.lede.search.query.QueryParser;
import app.lede.search.query.QueryReading;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conditions of a search, all of which must hold.
 *
 * @param filter its {@code q} is in the grammar of {@link QueryParser}
 * @param example the article that {@link Filter#similarTo} names; null if and only if that is null
 * @param members the articles of the story that {@link Filter#story} names; null if and only if that is null
 */
public record Criteria(
        Filter filter, @Nullable Example example, @Nullable Set<ArticleId> members) {

    /** Rejects a query outside the grammar, and an example or members too many or too few, with IllegalArgumentException. */
    public Criteria {
        members = members == null ? null : Set.copyOf(members);
        if ((filter.story() == null) != (members == null)) {
            throw new IllegalArgumentException("story " + filter.story() + ", with the members " + members);
        }
        if ((filter.similarTo() == null) != (example == null)) {
            throw new IllegalArgumentException("similar to " + filter.similarTo() + ", by example " + example);
        }
        if (filter.q() != null && QueryParser.parse(filter.q()) instanceof QueryReading.Faulty faulty) {
            throw new IllegalArgumentException("q at " + faulty.at() + ": " + faulty.message());
        }
    }

    /** Takes a filter that names no story. */
    public Criteria(Filter filter, @Nullable Example example) {
        this(filter, example, null);
    }

    /** Takes a filter that names neither an article to resemble nor a story. */
    public static Criteria of(Filter filter) {
        return new Criteria(filter, null, null);
    }

    /** Returns the words to look for, if there are any. */
    public Optional<Query> query() {
        return Optional.ofNullable(filter.q())
                .flatMap(q -> QueryParser.parse(q) instanceof QueryReading.Understood understood
                        ? Optional.of(understood.query())
                        : Optional.empty());
    }

    /**
     * An article to find similar ones of; itself, it is not among them.
     *
     * @param language of the article, as indexed
     * @param text headline and text of the article
     */
    public record Example(@Nullable String language, String text) {}
}
