package app.lede.extract.metadata;

import app.lede.article.PublishedDate;
import app.lede.article.PublishedDate.Precision;
import app.lede.date.DateOrder;
import app.lede.date.WrittenMoment;
import app.lede.text.LowerCase;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses machine-readable dates: variants of ISO 8601, the forms of other programs, and dates in URL paths. */
final class DateParser {

    /** Earliest plausible year; older dates are default values. */
    private static final int FIRST_YEAR = 1990;

    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T"
                + " ,]\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?)?.{0,40}");

    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})?(Z|[+-]\\d{2}:?\\d{2})?)?");

    private static final Pattern IN_PATH =
            Pattern.compile("/((?:19|20)\\d{2})[/-]?(0?[1-9]|1[0-2])[/-]?(0[1-9]|[12]\\d|3[01])(?:[/_.-]|$)");

    /** Matches {@code /2026/march/04/} and {@code /2026/mar/04/}, as on British sites. */
    private static final Pattern NAMED_IN_PATH = Pattern.compile(
            "/((?:19|20)\\d{2})/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}/(0?[1-9]|[12]\\d|3[01])(?:/|$)");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final WrittenMoment PROGRAMS = new WrittenMoment("", DateOrder.UNKNOWN);

    private DateParser() {}

    /** Parses a machine-readable date; empty if it is invalid. */
    static Optional<PublishedDate> read(String raw, String source) {
        String text = raw.strip();
        for (Pattern pattern : new Pattern[] {ISO, COMPACT}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return of(matcher, text, source);
            }
        }
        return program(text, source);
    }

    /** Returns the date in a URL such as {@code /2026/03/04/title} or {@code /2026/mar/04/title}. */
    static Optional<PublishedDate> inAddress(String url) {
        Matcher numbers = IN_PATH.matcher(url);
        if (numbers.find()) {
            return inAddress(numbers, number(numbers, 2));
        }
        Matcher named = NAMED_IN_PATH.matcher(LowerCase.of(url));
        return named.find() ? inAddress(named, MONTHS.indexOf(named.group(2)) + 1) : Optional.empty();
    }

    private static Optional<PublishedDate> inAddress(Matcher path, int month) {
        String raw = path.group().substring(1);
        return day(number(path, 1), month, number(path, 3))
                .map(day -> new PublishedDate(day.toString(), raw, Precision.DAY, "url"));
    }

    private static Optional<PublishedDate> of(Matcher matcher, String raw, String source) {
        Optional<LocalDate> day = day(number(matcher, 1), number(matcher, 2), number(matcher, 3));
        String zone = matcher.group(7);
        if (zone == null || matcher.group(4) == null) {
            return day.map(date -> new PublishedDate(date.toString(), raw, Precision.DAY, source));
        }
        return day.flatMap(date -> withTime(date, matcher, zone, raw, source));
    }

    private static Optional<PublishedDate> withTime(
            LocalDate day, Matcher matcher, String zone, String raw, String source) {
        try {
            boolean seconds = matcher.group(6) != null;
            LocalTime time = LocalTime.of(number(matcher, 4), number(matcher, 5), seconds ? number(matcher, 6) : 0);
            OffsetDateTime instant = OffsetDateTime.of(day, time, offset(zone));
            return Optional.of(dated(instant, raw, seconds ? Precision.SECOND : Precision.MINUTE, source));
        } catch (DateTimeException e) {
            return Optional.of(new PublishedDate(day.toString(), raw, Precision.DAY, source));
        }
    }

    private static ZoneOffset offset(String zone) {
        return switch (zone) {
            case "Z", "UTC", "GMT" -> ZoneOffset.UTC;
            default -> ZoneOffset.of(zone);
        };
    }

    /** Parses the forms of other programs (RFC 1123, JavaScript, Unix time) where they tell a zone. */
    private static Optional<PublishedDate> program(String text, String source) {
        return PROGRAMS.parse(text).flatMap(date -> {
            if (date.time() == null || date.zone() == null || date.day().getYear() < FIRST_YEAR) {
                return Optional.empty();
            }
            OffsetDateTime moment =
                    date.day().atTime(date.time()).atZone(date.zone()).toOffsetDateTime();
            return Optional.of(dated(moment, text, Precision.SECOND, source));
        });
    }

    private static PublishedDate dated(OffsetDateTime instant, String raw, Precision precision, String source) {
        String value = instant.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT));
        return new PublishedDate(value, raw, precision, source);
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        if (year < FIRST_YEAR || year > 2200) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
