package app.lede.search;

import static java.util.Objects.requireNonNull;

import app.lede.article.ArticleId;
import java.time.Instant;

/** A change to the index: an article's current revision, or its removal. */
public sealed interface Change {

    ArticleId id();

    /** Returns when the article was changed or deleted; decides which of two changes stands. */
    Instant changed();

    /** Returns which of two changes of one article stands: the later; of two of the same time the removal, then the first. */
    static Change standing(Change first, Change second) {
        int order = second.changed().compareTo(first.changed());
        boolean removes = second instanceof Remove && first instanceof Put;
        return order > 0 || (order == 0 && removes) ? second : first;
    }

    /** Adds an article or replaces its revision. */
    record Put(SearchDocument document) implements Change {
        public Put {
            requireNonNull(document, "document");
        }

        @Override
        public ArticleId id() {
            return document.id();
        }

        @Override
        public Instant changed() {
            return document.changed();
        }
    }

    /** Removes an article, and keeps it out of the index should an earlier change arrive later. */
    record Remove(ArticleId id, Instant changed) implements Change {
        public Remove {
            requireNonNull(id, "id");
            requireNonNull(changed, "changed");
        }
    }
}
