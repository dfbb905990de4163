package app.lede.extract.metadata;

import app.lede.article.PublishedDate;
import app.lede.article.PublishedDate.Precision;
import app.lede.date.DateText;
import app.lede.date.MonthNames;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses dates written for readers: "4 March 2026", "March 4, 2026", "4 de marzo de 2026", "04.03.2026", "2026年3月4日".
 * Month names are looked up in the page's language, then in English.
 *
 * <p>Thread safe.
 */
public final class DateFinder {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    /** Maximum length in UTF-16 units; dates are near the start of a text. */
    private static final int MAX_LINE = 1000;

    // No \b: Java looks for the letter under each combining mark, however many there are.
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?<!\\w)(\\d{1,2})(?:st|nd|rd|th|º|er|\\.)?[ -](?:de |of )?(\\p{L}[\\p{L}\\p{M}]{1,19})\\.?,?[ -](?:de"
                    + " |del )?(\\d{4})(?!\\d)");

    private static final Pattern MONTH_DAY =
            Pattern.compile("(\\p{L}[\\p{L}\\p{M}]{1,19})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)");

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\w)(\\d{4})(?:[-/.]|年|년) ?(\\d{1,2})(?:[-/.]|月|월) ?(\\d{1,2})(?!\\w)");

    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<![\\d./-])(\\d{1,2})([./-]) ?(\\d{1,2})\\2 ?(\\d{4}|\\d{2})(?!\\d)");

    /** Matches "2026. március 4.", "2026 m. kovo 4 d.". */
    private static final Pattern YEAR_NAME =
            Pattern.compile("(?<!\\w)(\\d{4})(?:\\.| m\\.|,)? (\\p{L}[\\p{L}\\p{M}]{1,19})\\.? (\\d{1,2})(?!\\w)");

    private static final Pattern VIETNAMESE =
            Pattern.compile("(?<!\\w)(\\d{1,2}) tháng (\\d{1,2}),? (?:năm )?(\\d{4})(?!\\w)");

    /**
     * Finds the first date in the first {@value #MAX_LINE} characters of a line.
     *
     * @param language tag that decides about month names and about 3/4/2026
     */
    public Optional<PublishedDate> in(String text, String language) {
        String line = text.substring(0, Math.min(text.length(), MAX_LINE));
        String plain = DateText.asciiDigits(line);
        return named(plain, language).or(() -> numbers(plain, language)).map(date -> {
            int at = plain.indexOf(date.raw());
            return date.written(line.substring(at, at + date.raw().length()));
        });
    }

    private Optional<PublishedDate> named(String line, String language) {
        Matcher dayFirst = DAY_MONTH.matcher(line);
        while (dayFirst.find()) {
            Optional<PublishedDate> date =
                    date(dayFirst.group(), dayFirst.group(3), month(dayFirst.group(2), language), dayFirst.group(1));
            if (date.isPresent()) {
                return date;
            }
        }
        Matcher monthFirst = MONTH_DAY.matcher(line);
        while (monthFirst.find()) {
            Optional<PublishedDate> date = date(
                    monthFirst.group(), monthFirst.group(3), month(monthFirst.group(1), language), monthFirst.group(2));
            if (date.isPresent()) {
                return date;
            }
        }
        Matcher yearFirst = YEAR_NAME.matcher(line);
        return yearFirst.find()
                ? date(yearFirst.group(), yearFirst.group(1), month(yearFirst.group(2), language), yearFirst.group(3))
                : Optional.empty();
    }

    private static Optional<PublishedDate> numbers(String line, String language) {
        Matcher yearFirst = YEAR_FIRST.matcher(line);
        if (yearFirst.find()) {
            return date(yearFirst.group(), yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        }
        Matcher vietnamese = VIETNAMESE.matcher(line);
        if (vietnamese.find()) {
            return date(vietnamese.group(), vietnamese.group(3), vietnamese.group(2), vietnamese.group(1));
        }
        Matcher yearLast = YEAR_LAST.matcher(line);
        if (!yearLast.find()) {
            return Optional.empty();
        }
        boolean american = yearLast.group(2).equals("/") && (language.equals("en") || language.equals("en-US"));
        String day = yearLast.group(american ? 3 : 1);
        String month = yearLast.group(american ? 1 : 3);
        String year = yearLast.group(4).length() == 2 ? "20" + yearLast.group(4) : yearLast.group(4);
        return date(yearLast.group(), year, month, day).or(() -> date(yearLast.group(), year, day, month));
    }

    private static String month(String name, String language) {
        return Integer.toString(MonthNames.table().named(name, language));
    }

    private static Optional<PublishedDate> date(String raw, String year, String month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            boolean plausible = date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
            return plausible
                    ? Optional.of(new PublishedDate(date.toString(), raw, Precision.DAY, "text"))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
