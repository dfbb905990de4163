package app.lede.summary;

import static java.util.Objects.requireNonNull;

/**
 * A sentence as it stands in a text.
 *
 * @param text the exact substring
 * @param start first code point of the text, from 0 (the positions of the W3C Web Annotation TextPositionSelector)
 * @param end code point after the last one
 */
public record Sentence(String text, int start, int end) {

    /** Refuses a span that is empty or is not as long as its text. */
    public Sentence {
        requireNonNull(text);
        if (start < 0 || end <= start || text.codePointCount(0, text.length()) != end - start) {
            throw new IllegalArgumentException("[" + start + ", " + end + ") does not fit its text");
        }
    }
}
