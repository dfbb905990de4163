package app.lede.extract;

import static java.util.Objects.requireNonNull;

import app.lede.document.Reading.Problem;

/** What looking for an article gave: the article, or the named reason why there is none. */
public sealed interface Extraction permits Extracted, Extraction.Nothing {

    /** No article; the problem is the document's outcome, the detail says what was seen, for people. */
    record Nothing(Problem problem, String detail) implements Extraction {
        public Nothing {
            requireNonNull(problem, "problem");
            requireNonNull(detail, "detail");
        }
    }
}
