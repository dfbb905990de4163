package app.lede.extract.metadata;

import app.lede.article.PublishedDate;
import app.lede.article.PublishedDate.Precision;
import app.lede.date.CalendarYear;
import app.lede.date.DateOrder;
import app.lede.date.DateText;
import app.lede.date.MonthNames;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds dates written for readers: "4 March 2026", "March 4, 2026", "4 de marzo de 2026", "04.03.2026", "2026年3月4日", "4 มีนาคม 2569".
 * Month names are looked up in the page's language, in English, then in all others where they agree.
 *
 * <p>Immutable and thread safe.
 */
public final class DateFinder {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    /** Maximum length in UTF-16 units; dates are near the start of a text. */
    private static final int MAX_LINE = 1000;

    private static final int MAX_DATES = 8;
    private static final int YEAR_DIGITS = 4;

    /** A month's name; the second words are those of Levantine Arabic and Kurdish. */
    private static final String NAME = "(\\p{L}[\\p{L}\\p{M}.’'׳״॰]{0,22}(?: (?:الثاني|الأول|ثاني|أول|دووەم|یەکەم))?)";

    /** Words between a day and its month, and between a month and its year. */
    private static final String OF = "(?:de |del |d[’']|of |ta[’'] |এ )?";

    private static final String MARK = "(?:st|nd|rd|th|º|°|er|ος|a|e|-?(?:го|е))?";

    // No \b: Java looks for the letter under each combining mark, however many there are.
    private static final Pattern DAY_MONTH = Pattern.compile("(?<![\\w/.-])(\\d{1,2})" + MARK + "[.,]?[ /-]{1,2}" + OF
            + NAME + "\\.?[,،]?[ /-]{0,2}(?:de |del |ปี |พ\\.ศ\\. ?|г |سنة |عام )?(\\d{4})(?!\\d)");

    private static final Pattern MONTH_DAY = Pattern.compile(
            "(?<![\\p{L}\\p{M}])" + NAME + "\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:[.,]|, | ,)? ?(\\d{4})(?!\\d)");

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\w)(\\d{4}) ?(?:[-/.]|年|년) ?(\\d{1,2}) ?(?:[-/.]|月|월) ?(\\d{1,2})(?!\\w)");

    private static final Pattern ERA =
            Pattern.compile("(令和|平成|昭和|民國|民国) ?(\\d{1,3}|元) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?日");

    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<![\\d./-])(\\d{1,2})([./-]) ?(\\d{1,2})\\2 ?(\\d{4}|\\d{2})(?!\\d)");

    /** Matches "2026. március 4.", "2026 m. kovo 4 d.", "2026ko martxoaren 4a". */
    private static final Pattern YEAR_NAME =
            Pattern.compile("(?<!\\w)(\\d{4})(?:\\.| m\\.|,|ko|eko)? " + NAME + " ?(\\d{1,2})(?![0-9:])");

    /** Matches "2026. gada 4. marts", "2026 жылғы 4 наурыз", "2026-yil 4-mart". */
    private static final Pattern YEAR_DAY_NAME =
            Pattern.compile("(?<!\\w)(\\d{4})(?:\\. gada| жылғы| ж\\.|-жылдын|-yil,?) (\\d{1,2})[.-]? ?" + NAME);

    private static final Pattern VIETNAMESE =
            Pattern.compile("(?<!\\w)(\\d{1,2}) [Tt]h(?:áng|g) (\\d{1,2}),? (?:năm )?(\\d{4})(?!\\w)");

    /** A date and its place in the line; the raw words of the date are those of the line. */
    record Found(PublishedDate date, int start, int end) {}

    /** One look at a line: what was found is kept unless it overlaps what was found before. */
    private record Line(String plain, String language, DateOrder order, List<Found> found) {

        void collect(Pattern pattern, Reading reading) {
            Matcher matcher = pattern.matcher(plain);
            while (found.size() < MAX_DATES && matcher.find()) {
                reading.date(matcher, this)
                        .filter(day -> found.stream()
                                .noneMatch(other -> other.start() < matcher.end() && matcher.start() < other.end()))
                        .ifPresent(day -> found.add(new Found(
                                new PublishedDate(day.toString(), matcher.group(), Precision.DAY, "text"),
                                matcher.start(),
                                matcher.end())));
            }
        }
    }

    /** Reads the day of a match. */
    @FunctionalInterface
    private interface Reading {
        Optional<LocalDate> date(Matcher match, Line line);
    }

    /**
     * Finds the first date in the first {@value #MAX_LINE} characters of a line.
     *
     * @param language tag that decides about month names and about 3/4/2026
     */
    public Optional<PublishedDate> in(String text, String language) {
        return all(text, language, DateOrder.UNKNOWN).stream().map(Found::date).findFirst();
    }

    /**
     * Finds the dates in the first {@value #MAX_LINE} characters of a line, in order.
     *
     * @param shown order of day and month shown by the other dates of the page
     */
    List<Found> all(String text, String language, DateOrder shown) {
        String line = text.substring(0, Math.min(text.length(), MAX_LINE)).replace('\u00a0', ' ');
        String plain = DateText.asciiDigits(line);
        if (!mayHoldDate(plain)) {
            return List.of();
        }
        Line look = new Line(plain, language, shown.or(order(language)), new ArrayList<>());
        look.collect(DAY_MONTH, (m, l) -> named(l, m.group(3), m.group(2), m.group(1)));
        look.collect(MONTH_DAY, (m, l) -> named(l, m.group(3), m.group(1), m.group(2)));
        look.collect(YEAR_NAME, (m, l) -> named(l, m.group(1), m.group(2), m.group(3)));
        look.collect(YEAR_DAY_NAME, (m, l) -> named(l, m.group(1), m.group(3), m.group(2)));
        look.collect(ERA, (m, l) -> day(CalendarYear.ofEra(m.group(1), era(m.group(2))), number(m, 3), number(m, 4)));
        look.collect(YEAR_FIRST, (m, l) -> day(number(m, 1), number(m, 2), number(m, 3)));
        look.collect(VIETNAMESE, (m, l) -> day(number(m, 3), number(m, 2), number(m, 1)));
        look.collect(YEAR_LAST, DateFinder::yearLast);
        return look.found().stream()
                .sorted(Comparator.comparingInt(Found::start))
                .map(found -> new Found(
                        found.date().written(line.substring(found.start(), found.end())), found.start(), found.end()))
                .toList();
    }

    /** Tests for a year, a year of an era, or three numbers joined by marks; rules out most lines cheaply. */
    private static boolean mayHoldDate(String plain) {
        int run = 0;
        int joints = 0;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if ((!digit && isYear(plain, i, run)) || (digit && joints > 1) || c == '年') {
                return true;
            }
            joints += run > 0 && (c == '.' || c == '/' || c == '-') ? 1 : 0;
            run = digit ? run + 1 : 0;
        }
        return isYear(plain, plain.length(), run);
    }

    /** Tests whether a run of digits that ends at a place is a year of a calendar that is read. */
    private static boolean isYear(String plain, int end, int run) {
        return run == YEAR_DIGITS
                && plain.charAt(end - YEAR_DIGITS) <= '2'
                && (plain.charAt(end - YEAR_DIGITS) == '2' || plain.charAt(end - YEAR_DIGITS + 1) >= '3');
    }

    /** Returns the order of a language; plain English is read the American way, since most of it is. */
    private static DateOrder order(String language) {
        return DateOrder.of(language).or(language.startsWith("en") ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST);
    }

    private static int era(String year) {
        return year.equals("元") ? 1 : Integer.parseInt(year);
    }

    private static Optional<LocalDate> named(Line line, String year, String name, String day) {
        MonthNames months = MonthNames.table();
        int written = Integer.parseInt(year);
        int month = months.named(name, line.language());
        if (month != MonthNames.NONE) {
            return day(CalendarYear.fromBuddhist(written), month, Integer.parseInt(day));
        }
        int solar = written < FIRST_YEAR ? months.jalali(name) : MonthNames.NONE;
        return solar == MonthNames.NONE ? Optional.empty() : jalali(written, solar, Integer.parseInt(day));
    }

    private static Optional<LocalDate> yearLast(Matcher match, Line line) {
        int year = number(match, 4) + (match.group(4).length() == 2 ? 2000 : 0);
        int first = number(match, 1);
        int second = number(match, 3);
        boolean american = match.group(2).equals("/") && line.order() == DateOrder.MONTH_FIRST;
        Optional<LocalDate> customary = american ? day(year, first, second) : day(year, second, first);
        return customary.or(() -> american ? day(year, second, first) : day(year, first, second));
    }

    private static Optional<LocalDate> jalali(int year, int month, int day) {
        try {
            return Optional.of(CalendarYear.fromJalali(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty(); // No day of that calendar.
        }
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        int common = CalendarYear.fromBuddhist(year);
        if (common < FIRST_YEAR || common > LAST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(common, month, day));
        } catch (DateTimeException e) {
            return Optional.empty(); // Numbers that look like a date.
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
