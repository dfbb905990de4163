package app.lede.extract;

import static java.util.Objects.requireNonNull;

import app.lede.document.Reading.Problem;

/** Result of an extraction: the article, or the reason for its absence. */
public sealed interface Extraction permits Extracted, Extraction.Nothing {

    /** No article; {@code problem} becomes the document's outcome, {@code detail} describes the cause. */
    record Nothing(Problem problem, String detail) implements Extraction {
        public Nothing {
            requireNonNull(problem, "problem");
            requireNonNull(detail, "detail");
        }
    }
}
