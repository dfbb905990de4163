package app.lede.fetch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parses the three HTTP date formats (RFC 9110, 5.6.7) and their common errors: wrong weekday, other zone names. */
final class HttpDate {

    private static final int MAX_LENGTH = 64;

    private static final List<DateTimeFormatter> FORMATS = List.of(
            format("d MMM uuuu H:mm:ss"),
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("d-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 4, 1970)
                    .appendPattern(" H:mm:ss")
                    .toFormatter(Locale.ROOT),
            format("MMM d H:mm:ss uuuu"));

    private HttpDate() {}

    /** Parses a date, always read as UTC; empty if the text is not one. */
    static Optional<Instant> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String date = text.strip()
                .replaceFirst("^(?i)(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\\s*", "")
                .replaceFirst("\\s*(?i)(?:gmt|utc|z|[+-]00:?00)$", "")
                .replaceAll("\\s+", " ");
        return FORMATS.stream().flatMap(format -> read(date, format).stream()).findFirst();
    }

    private static Optional<Instant> read(String date, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDateTime.parse(date, format).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ROOT);
    }
}
