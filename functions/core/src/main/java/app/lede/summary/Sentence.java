package app.lede.summary;

import static java.util.Objects.requireNonNull;

/**
 * A sentence with its position in the text.
 *
 * @param text the exact substring
 * @param start first code point of the text, from 0 (the positions of the W3C Web Annotation TextPositionSelector)
 * @param end end, exclusive
 */
public record Sentence(String text, int start, int end) {

    /** Rejects an empty span or one that differs from the text's length. */
    public Sentence {
        requireNonNull(text);
        if (start < 0 || end <= start || text.codePointCount(0, text.length()) != end - start) {
            throw new IllegalArgumentException("[" + start + ", " + end + ") does not fit its text");
        }
    }
}
