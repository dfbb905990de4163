package app.lede.summary;

import static java.util.Objects.requireNonNull;

/**
 * A sentence of a summary with its position in the text.
 *
 * @param text the exact substring; of a model's summary, its own words, and the position is that of the passage that supports them
 * @param start first code point of the text, from 0 (the positions of the W3C Web Annotation TextPositionSelector)
 * @param end end, exclusive
 */
public record Sentence(String text, int start, int end) {

    /** Rejects an empty span. */
    public Sentence {
        requireNonNull(text);
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("[" + start + ", " + end + ") is no span");
        }
    }
}
