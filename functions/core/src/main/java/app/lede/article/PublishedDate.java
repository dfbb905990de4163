package app.lede.article;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A date as stated by a document, with its place and precision. Never derived from the clock.
 *
 * @param value RFC 3339 with the offset the document gave, or a bare date ({@code 2026-03-04}) where the document gives
 *     no time or a time of no known zone
 * @param raw as written in the document
 * @param precision precision of the value
 * @param source its place: {@code json-ld}, {@code meta}, {@code time}, {@code url}, {@code text}
 */
public record PublishedDate(String value, String raw, Precision precision, String source) {

    /** Precision of a date. */
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

    /**
     * Returns the last moment this date can mean, never later than a bound. A bare date counts to the end of its day in UTC;
     * a value that is no date counts as the bound.
     */
    public Instant latest(Instant bound) {
        try {
            Instant end = value.indexOf('T') > 0
                    ? OffsetDateTime.parse(value).toInstant()
                    : LocalDate.parse(value)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .minusMillis(1);
            Instant sortable = end.isBefore(Times.EARLIEST) ? Times.EARLIEST : end;
            return sortable.isAfter(bound) ? bound : sortable;
        } catch (DateTimeException e) {
            return bound; // A document's own words: no date for us is no reason to fail.
        }
    }

    /** Returns this date with other raw words. */
    public PublishedDate written(String words) {
        return new PublishedDate(value, words, precision, source);
    }

    /** Returns this date with another place. */
    public PublishedDate from(String where) {
        return new PublishedDate(value, raw, precision, where);
    }
}
