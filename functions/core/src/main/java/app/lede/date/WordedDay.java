package app.lede.date;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a day with the month in words: classifies each token by itself, so order does not matter. Single use. */
final class WordedDay {

    private static final Pattern SEPARATOR = Pattern.compile("[\\s,،/()\\[\\]]+");

    /** Matches the hyphens of {@code 01-Jan-2004}. */
    private static final Pattern HYPHEN = Pattern.compile("(?<=[\\w.])-(?=\\p{L})|(?<=\\p{L})-(?=\\d{1,4}\\b)");

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})(?:[.]?|\\D{1,4})");
    /** Matches the months of Chinese, Japanese and Korean between a day and a year: "4 3월 2026". */
    private static final Pattern NUMBERED_MONTH = Pattern.compile("(\\d{1,2})[月월]");

    private static final int TURN_OF_CENTURY = 70;

    /** Common year of the Buddhist year 2500, from which Thai writes two digits. */
    private static final int THAI_CENTURY = 1957;

    /** Words of a date, with its weekday, time and zone in words; bounds the look-ups. */
    private static final int MAX_TOKENS = 14;

    private static final int MAX_TOKEN = 24;

    private static final char FIRST_ARABIC = '\u0600';

    private final String language;
    private int day = -1;
    private int month;
    private int jalali;
    private int year = -1;
    private boolean brief;
    private boolean thai;

    WordedDay(String language) {
        this.language = language;
    }

    /** Returns the day; empty if its day, month or year is missing. */
    Optional<LocalDate> in(String date) {
        List<String> tokens = SEPARATOR
                .splitAsStream(HYPHEN.matcher(date).replaceAll(" "))
                .filter(token -> !token.isEmpty() && token.length() <= MAX_TOKEN)
                .limit(MAX_TOKENS)
                .toList();
        for (int i = 0; i < tokens.size(); i++) {
            boolean arabic = Character.UnicodeScript.of(tokens.get(i).charAt(0)) == Character.UnicodeScript.ARABIC;
            if (arabic && i + 1 < tokens.size() && takeMonth(tokens.get(i) + " " + tokens.get(i + 1), false)) {
                i++;
            } else {
                take(tokens.get(i));
            }
        }
        if (day < 0 || year < 0) {
            return Optional.empty();
        }
        if (jalali > 0 && CalendarYear.isJalali(year)) {
            return Optional.of(CalendarYear.fromJalali(year, jalali, day));
        }
        return month == MonthNames.NONE
                ? Optional.empty()
                : CalendarDay.plausible(
                        thai && brief ? THAI_CENTURY + year % 100 : CalendarYear.fromBuddhist(year), month, day);
    }

    private void take(String token) {
        Matcher numbered = NUMBERED_MONTH.matcher(token);
        if (numbered.matches()) {
            month = Integer.parseInt(numbered.group(1));
            return;
        }
        if (Character.isDigit(token.charAt(0))) {
            takeNumber(token);
        } else if (month == MonthNames.NONE || day < 0 || year < 0) {
            takeMonth(token, true);
        }
    }

    /** Takes a month; the last match wins, since weekdays of some languages begin like months. */
    private boolean takeMonth(String token, boolean inflected) {
        MonthNames names = MonthNames.table();
        int named = inflected ? names.inflected(token, language) : names.named(token, language);
        int solar = token.charAt(0) < FIRST_ARABIC ? MonthNames.NONE : names.jalali(token);
        month = named != MonthNames.NONE ? named : month;
        thai |= named != MonthNames.NONE && Character.UnicodeScript.of(token.charAt(0)) == Character.UnicodeScript.THAI;
        jalali = solar != MonthNames.NONE ? solar : jalali;
        return named != MonthNames.NONE || solar != MonthNames.NONE;
    }

    private void takeNumber(String token) {
        Matcher number = NUMBER.matcher(token);
        if (!number.matches()) {
            return;
        }
        String digits = number.group(1);
        if (day < 0 && digits.length() <= 2) {
            day = Integer.parseInt(digits);
        } else if (year < 0) {
            year = year(digits);
            brief = digits.length() <= 2;
        }
    }

    /** Returns the year of two to four digits; two digits mean 1970 to 2069. */
    static int year(String digits) {
        int number = Integer.parseInt(digits);
        return digits.length() > 2 ? number : number + (number < TURN_OF_CENTURY ? 2000 : 1900);
    }
}
