package app.lede.extract;

import static java.util.Objects.requireNonNull;

import app.lede.article.Access;
import app.lede.document.Reading.Problem;

/** Result of an extraction: the article, or the reason for its absence. */
public sealed interface Extraction permits Extracted, Extraction.Nothing {

    /**
     * No article; {@code problem} becomes the document's outcome, {@code detail} describes the cause.
     *
     * @param access state in which the page withholds its article, {@link Access#FEED_ONLY} where it has none
     */
    record Nothing(Problem problem, String detail, Access access) implements Extraction {
        public Nothing {
            requireNonNull(problem, "problem");
            requireNonNull(detail, "detail");
            requireNonNull(access, "access");
        }

        public Nothing(Problem problem, String detail) {
            this(problem, detail, Access.FEED_ONLY);
        }
    }
}
