package app.lede.article;

import static java.util.Objects.requireNonNull;

/**
 * A date as a document states it, with where it was found and how exact it is. Never derived from the clock.
 *
 * @param value RFC 3339 with the offset the document gave, or a bare date ({@code 2026-03-04}) where the document gives no
 *     time or a time of no known zone
 * @param raw the words in the document
 * @param precision what of the value is known
 * @param source where it stood: {@code json-ld}, {@code meta}, {@code time}, {@code url}, {@code text}
 */
public record PublishedDate(String value, String raw, Precision precision, String source) {

    /** How much of a date is known. */
    public enum Precision {
        DAY,
        MINUTE,
        SECOND
    }

    public PublishedDate {
        requireNonNull(value, "value");
        requireNonNull(raw, "raw");
        requireNonNull(precision, "precision");
        requireNonNull(source, "source");
    }

    /** The same date, in these words. */
    public PublishedDate written(String words) {
        return new PublishedDate(value, words, precision, source);
    }

    /** The same date, found there. */
    public PublishedDate from(String where) {
        return new PublishedDate(value, raw, precision, where);
    }
}
