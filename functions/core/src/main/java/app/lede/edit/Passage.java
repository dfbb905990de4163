package app.lede.edit;

import static java.util.Objects.requireNonNull;

/**
 * A passage of a revision's text, or of its headline.
 *
 * @param text its words; empty for a position between words
 * @param start first code point, from 0
 * @param end end, exclusive
 */
public record Passage(String text, int start, int end) {

    public Passage {
        requireNonNull(text, "text");
    }
}
