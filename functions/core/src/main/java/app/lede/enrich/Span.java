package app.lede.enrich;

/**
 * A range of code points in a text.
 *
 * @param start first code point, from 0
 * @param end end, exclusive
 */
public record Span(int start, int end) {

    /** Rejects an empty or negative range. */
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("[" + start + ", " + end + ") is no stretch of a text");
        }
    }
}
