package app.lede.collection.press;

import app.lede.date.MonthNames;
import app.lede.text.LowerCase;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lines that are a date in words, as exports print them: {@code November 18, 2026 Wednesday}, {@code mercredi 18 novembre 2026}. */
final class PressDate {

    private static final int MAX_LINE = 80;

    private static final Pattern TOKEN = Pattern.compile("\\p{L}[\\p{L}.']*|\\d+(?::\\d+)*");

    private static final int MAX_TOKENS = 11;

    private PressDate() {}

    /** Returns the day; empty for any other line. */
    static Optional<LocalDate> of(String line) {
        if (line.length() > MAX_LINE || line.indexOf('\n') >= 0) {
            return Optional.empty();
        }
        int day = 0;
        int month = 0;
        int year = 0;
        int tokens = 0;
        Matcher token = TOKEN.matcher(line);
        while (token.find() && ++tokens <= MAX_TOKENS) {
            String word = token.group();
            if (Character.isDigit(word.charAt(0))) {
                if (word.matches("(?:19|20)\\d\\d")) {
                    year = year == 0 ? Integer.parseInt(word) : year;
                } else if (word.matches("0?[1-9]|[12]\\d|3[01]")) {
                    day = day == 0 ? Integer.parseInt(word) : day;
                }
            } else if (month == 0) {
                month = MonthNames.table().named(LowerCase.of(word).replaceFirst("\\.$", ""), "");
            }
        }
        return tokens > MAX_TOKENS || day == 0 || month == 0 || year == 0 ? Optional.empty() : day(year, month, day);
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
