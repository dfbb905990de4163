package app.lede.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses dates written by programs: RFC 3339 and ISO 8601 with week and ordinal dates, RFC 822 and its misspellings, asctime,
 * JavaScript's and .NET's, Unix time, and the same in other languages, scripts and calendars. A missing zone is read as UTC, a missing
 * time as midnight. A date in doubt (unknown zone, half of the day or order of day and month) is none, since a wrong moment is
 * worse.
 *
 * <p>Immutable and thread safe.
 */
public final class WrittenMoment {

    private static final int MAX_LENGTH = 100;

    /** Seconds or milliseconds since 1970, from 2001 on; ten digits from 20… are no seconds of our times. */
    private static final Pattern UNIX =
            Pattern.compile("(?:/?Date\\()?(1\\d{9})(\\d{3})?(?:\\.\\d{1,9})?(?:[+-]\\d{4})?(?:\\)/?)?");

    private static final Pattern ZONE = Pattern.compile("[+-]\\d{2}:?\\d{2}|[A-Z]{3,4}");

    /** The T of ISO 8601, left alone where a time is cut out. */
    private static final Pattern LONE_T = Pattern.compile("(?<=\\d)[Tt]$");

    private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{6})(\\d{4}|\\d{6})");

    private final String language;
    private final DateOrder order;

    /**
     * Creates a parser.
     *
     * @param language BCP 47 tag of the feed or page, or empty: decides about ambiguous month names and 3/4/2026
     * @param shown order of day and month shown by the other dates of the document
     */
    public WrittenMoment(String language, DateOrder shown) {
        this.language = language;
        this.order = shown.or(DateOrder.of(language));
    }

    /**
     * A date as written.
     *
     * @param day in the zone written
     * @param time null if none is written
     * @param zone null if none is written
     */
    public record Written(
            LocalDate day,
            @Nullable LocalTime time,
            @Nullable ZoneId zone) {

        /** Returns the moment, of midnight and UTC where nothing else is written. */
        Instant instant() {
            return day.atTime(time == null ? LocalTime.MIDNIGHT : time)
                    .atZone(zone == null ? ZoneOffset.UTC : zone)
                    .toInstant();
        }
    }

    /** Returns the moment of a date; empty if the text is not one, or not surely. */
    public Optional<Instant> read(String text) {
        return parse(text).map(Written::instant);
    }

    /** Parses a date; empty if the text is not one, or not surely. */
    public Optional<Written> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            Optional<Written> common = CommonForms.read(text.strip());
            if (common.isPresent()) {
                return common;
            }
            String date = DateText.plain(text);
            if (date.chars().noneMatch(Character::isDigit)) {
                return Optional.empty();
            }
            Matcher unix = UNIX.matcher(date);
            if (unix.matches()) {
                LocalDateTime moment = LocalDateTime.ofEpochSecond(Long.parseLong(unix.group(1)), 0, ZoneOffset.UTC);
                return Optional.of(new Written(moment.toLocalDate(), moment.toLocalTime(), ZoneOffset.UTC));
            }
            Matcher compact = COMPACT.matcher(date);
            return written(compact.matches() ? compact.group(1) + 'T' + compact.group(2) : date);
        } catch (DateTimeException e) {
            return Optional.empty(); // An impossible or doubtful date is none.
        }
    }

    private Optional<Written> written(String date) {
        CalendarDay days = new CalendarDay(language, order);
        Optional<ClockTime> clock = ClockTime.in(date);
        if (clock.isEmpty()) {
            return days.in(date, null).map(day -> new Written(day, null, null));
        }
        ClockTime time = clock.get();
        String rest = (date.substring(0, time.start()) + ' ' + date.substring(time.end())).strip();
        Optional<ZoneId> last = time.zone() == null ? zoneAtEnd(rest) : Optional.empty();
        String words = last.isEmpty() ? rest : rest.substring(0, rest.lastIndexOf(' '));
        return days.in(LONE_T.matcher(words).replaceAll(""), time)
                .map(day -> new Written(day.plusDays(time.nextDay() ? 1 : 0), time.time(), last.orElse(time.zone())));
    }

    /** Returns the zone behind the year, as some write it: "Mar 4 08:30:00 2026 +0100". */
    private static Optional<ZoneId> zoneAtEnd(String date) {
        String last = date.substring(date.lastIndexOf(' ') + 1);
        boolean zone = !last.equals(date) && ZONE.matcher(last).matches();
        return zone ? ZoneNames.zone(last) : Optional.empty();
    }
}
