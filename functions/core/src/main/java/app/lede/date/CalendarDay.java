package app.lede.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the day in a date whose time of day is cut out: numbers in any customary order, or words in any language. */
final class CalendarDay {

    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?<!\\d)(?:西暦)?(\\d{4})(?:([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{1,2})|\\s?[年년]()\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일号號]?)(?!\\d)");
    private static final Pattern ERA =
            Pattern.compile("(令和|平成|昭和|民國|民国)\\s?(\\d{1,3}|元)年\\s?(\\d{1,2})月\\s?(\\d{1,2})日");
    private static final Pattern BASIC = Pattern.compile("(?<!\\d)(\\d{4})(\\d{2})(\\d{2})(?!\\d)");
    private static final Pattern WEEK = Pattern.compile("(?<!\\d)(\\d{4})-?W(\\d{2})(?:-?([1-7]))?(?!\\d)");
    private static final Pattern ORDINAL = Pattern.compile("(?<!\\d)(\\d{4})-?(\\d{3})(?!\\d)");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<!\\d)(\\d{1,2})([./-])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern VIETNAMESE =
            Pattern.compile("(\\d{1,2}) (?:tháng|thg) (\\d{1,2}),? (?:năm )?(\\d{4})");
    private static final Pattern PART_OF_ISO = Pattern.compile("(\\d{4})(?:-(\\d{1,2}))?[T\\s]*");

    static final int FIRST_YEAR = 1600;
    static final int LAST_YEAR = 2200;

    private final String language;
    private final DateOrder order;

    CalendarDay(String language, DateOrder order) {
        this.language = language;
        this.order = order;
    }

    /**
     * Returns the day that a date names.
     *
     * @param time its time of day; a 12-hour clock goes with the month first
     * @throws DateTimeException if it names an impossible one
     */
    Optional<LocalDate> in(String date, @Nullable ClockTime time) {
        Matcher era = ERA.matcher(date);
        if (era.find()) {
            int year = era.group(2).equals("元") ? 1 : number(era, 2);
            return plausible(CalendarYear.ofEra(era.group(1), year), number(era, 3), number(era, 4));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(date);
        if (yearFirst.find()) {
            int at = yearFirst.group(3) != null ? 3 : 6;
            return alone(yearFirst, date, number(yearFirst, 1), number(yearFirst, at), number(yearFirst, at + 1));
        }
        Matcher basic = BASIC.matcher(date);
        if (basic.find()) {
            return alone(basic, date, number(basic, 1), number(basic, 2), number(basic, 3));
        }
        return count(date).or(() -> yearLast(date, time)).or(() -> new WordedDay(language).in(date));
    }

    /** Reads dates that count days or weeks of a year (ISO 8601), and bare years and months. */
    private static Optional<LocalDate> count(String date) {
        Matcher week = WEEK.matcher(date);
        if (week.find()) {
            int day = week.group(3) == null ? 1 : number(week, 3);
            return Optional.of(LocalDate.of(number(week, 1), 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(week, 2))
                    .with(ChronoField.DAY_OF_WEEK, day));
        }
        Matcher part = PART_OF_ISO.matcher(date);
        if (part.matches()) {
            return plausible(number(part, 1), part.group(2) == null ? 1 : number(part, 2), 1);
        }
        Matcher ordinal = ORDINAL.matcher(date);
        return ordinal.matches()
                ? Optional.of(LocalDate.ofYearDay(number(ordinal, 1), number(ordinal, 2)))
                : Optional.empty();
    }

    private Optional<LocalDate> yearLast(String date, @Nullable ClockTime time) {
        Matcher vietnamese = VIETNAMESE.matcher(date);
        if (vietnamese.find()) {
            return plausible(number(vietnamese, 3), number(vietnamese, 2), number(vietnamese, 1));
        }
        Matcher numbers = YEAR_LAST.matcher(date);
        if (!numbers.find()) {
            return Optional.empty();
        }
        int year = WordedDay.year(numbers.group(4));
        int first = number(numbers, 1);
        int second = number(numbers, 3);
        return switch (order(numbers, time)) {
            case MONTH_FIRST -> alone(numbers, date, year, first, second);
            case DAY_FIRST -> alone(numbers, date, year, second, first);
            case UNKNOWN -> throw new DateTimeException("day and month are in doubt");
        };
    }

    /** Returns the order of a date by its own numbers and marks, else by custom. */
    private DateOrder order(Matcher numbers, @Nullable ClockTime time) {
        int first = number(numbers, 1);
        int second = number(numbers, 3);
        if (first == second || first > 12) {
            return DateOrder.DAY_FIRST;
        }
        if (second > 12) {
            return DateOrder.MONTH_FIRST;
        }
        return switch (numbers.group(2)) {
            case "." -> DateOrder.DAY_FIRST;
            case "/" ->
                order.or(
                        (time == null ? isUnpadded(numbers) : time.halved())
                                ? DateOrder.MONTH_FIRST
                                : DateOrder.UNKNOWN);
            default -> order;
        };
    }

    /** Tests for numbers without leading zeros, as Americans and their programs write them. */
    private static boolean isUnpadded(Matcher numbers) {
        boolean padded = numbers.group(1).startsWith("0") || numbers.group(3).startsWith("0");
        return !padded && (numbers.group(1).length() == 1 || numbers.group(3).length() == 1);
    }

    /** Returns the day if nothing else in the date has digits, which would say something not understood. */
    private Optional<LocalDate> alone(Matcher numbers, String date, int year, int month, int day) {
        String rest = date.substring(0, numbers.start()) + date.substring(numbers.end());
        if (rest.chars().anyMatch(Character::isDigit)) {
            return Optional.empty();
        }
        if (CalendarYear.isJalali(year)) {
            return language.startsWith("fa")
                    ? Optional.of(CalendarYear.fromJalali(year, month, day))
                    : Optional.empty();
        }
        return plausible(language.startsWith("th") ? CalendarYear.fromBuddhist(year) : year, month, day);
    }

    /** Returns the day unless its year is a default value or of another calendar. */
    static Optional<LocalDate> plausible(int year, int month, int day) {
        return year < FIRST_YEAR || year > LAST_YEAR ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
