package app.lede.article;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the documents of one article; the highest is the article's current revision. Origin counts first, then the
 * modification date that the document declares, then the time it was received.
 *
 * <p>The encoded form sorts as the record does, so that a database can compare it as a string.
 *
 * @param effective when the text was last changed as far as known: the declared modification date, never later than {@code
 *     at}; {@code at} where the document declares none
 * @param at when the document was fetched, or its upload was announced
 */
public record Precedence(Origin origin, Instant effective, Instant at) implements Comparable<Precedence> {

    private static final Comparator<Precedence> ORDER = Comparator.comparing(Precedence::origin)
            .thenComparing(Precedence::effective)
            .thenComparing(Precedence::at);

    /** Origin of a document's claim to an article's address, in ascending precedence. */
    public enum Origin {
        /** Uploaded, with or without an address. */
        UPLOAD('0'),
        /** Taken from the feed entry that names the address. */
        FEED('1'),
        /** Fetched at another address of the site, and naming this one as canonical. */
        CLAIM('2'),
        /** Fetched at the address itself. */
        PAGE('3');

        private final char code;

        Origin(char code) {
            this.code = code;
        }

        private static Origin ofCode(char code) {
            for (Origin origin : values()) {
                if (origin.code == code) {
                    return origin;
                }
            }
            throw new IllegalArgumentException("not the code of an origin: " + code);
        }
    }

    public Precedence {
        requireNonNull(origin, "origin");
        effective = effective.truncatedTo(ChronoUnit.MILLIS); // As encoded, so that both forms rank alike.
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Ranks a document by the modification date it declares. A bare date counts to the end of its day in UTC; a date after
     * the document was received, or one that is none, counts as the time it was received.
     */
    public static Precedence of(Origin origin, @Nullable PublishedDate dateModified, Instant at) {
        Instant declared = dateModified == null ? at : end(dateModified.value(), at);
        return new Precedence(origin, declared.isAfter(at) ? at : declared, at);
    }

    private static Instant end(String date, Instant otherwise) {
        try {
            Instant end = date.indexOf('T') > 0
                    ? OffsetDateTime.parse(date).toInstant()
                    : LocalDate.parse(date)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .minusMillis(1);
            return end.isBefore(Times.EARLIEST) ? Times.EARLIEST : end;
        } catch (DateTimeException e) {
            return otherwise; // A document's own words: no date for us is no reason to fail.
        }
    }

    public String encoded() {
        return origin.code + "#" + Times.sortable(effective) + "#" + Times.sortable(at);
    }

    /** Reads the encoded form; anything else is an IllegalArgumentException. */
    public static Precedence decoded(String encoded) {
        int second = encoded.lastIndexOf('#');
        if (second < 3 || encoded.charAt(1) != '#') {
            throw new IllegalArgumentException("not a precedence: " + encoded);
        }
        try {
            return new Precedence(
                    Origin.ofCode(encoded.charAt(0)),
                    Instant.parse(encoded.substring(2, second)),
                    Instant.parse(encoded.substring(second + 1)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a precedence: " + encoded, e);
        }
    }

    @Override
    public int compareTo(Precedence other) {
        return ORDER.compare(this, other);
    }
}
