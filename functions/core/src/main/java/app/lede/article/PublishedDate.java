package app.lede.article;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

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

    /** Returns the moment; the start of its day in UTC where no time is known, empty where the value is no date. */
    public Optional<Instant> instant() {
        try {
            return Optional.of(
                    value.indexOf('T') > 0
                            ? OffsetDateTime.parse(value).toInstant()
                            : LocalDate.parse(value)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // A document's own words: no date for us is no reason to fail.
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
