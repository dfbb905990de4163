package app.lede.enrich;

/**
 * A stretch of a text.
 *
 * @param start first code point, from 0
 * @param end code point after the last one
 */
public record Span(int start, int end) {

    /** Refuses an empty or negative stretch. */
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("[" + start + ", " + end + ") is no stretch of a text");
        }
    }
}
