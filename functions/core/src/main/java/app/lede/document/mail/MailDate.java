package app.lede.document.mail;

import app.lede.text.LowerCase;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses dates of mails: the header's (RFC 5322, with its obsolete forms) and those above a forwarded mail, in its reader's words. */
final class MailDate {

    /** Longest line that is read as a date, in UTF-16 units. */
    private static final int MAX_DATE = 120;

    private static final Pattern HEADER =
            Pattern.compile("(?:\\p{L}{2,9}\\s*,?)?\\s*(\\d{1,2})[\\s-]+(\\p{L}{3})\\p{L}*[\\s-]+(\\d{2,4})"
                    + "\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*([+-]\\d{4}|\\p{L}{1,5})?.*");

    private static final Pattern ASCTIME =
            Pattern.compile("\\p{L}{3} (\\p{L}{3}) +(\\d{1,2}) (\\d{1,2}:\\d{2}:\\d{2}) (?:\\p{L}{3,5} )?(\\d{4}).*");

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2100;

    /** Zones of RFC 5322 and the usual others. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("ut", "Z"),
            Map.entry("utc", "Z"),
            Map.entry("gmt", "Z"),
            Map.entry("z", "Z"),
            Map.entry("wet", "Z"),
            Map.entry("est", "-05:00"),
            Map.entry("edt", "-04:00"),
            Map.entry("cst", "-06:00"),
            Map.entry("cdt", "-05:00"),
            Map.entry("mst", "-07:00"),
            Map.entry("mdt", "-06:00"),
            Map.entry("pst", "-08:00"),
            Map.entry("pdt", "-07:00"),
            Map.entry("bst", "+01:00"),
            Map.entry("west", "+01:00"),
            Map.entry("cet", "+01:00"),
            Map.entry("met", "+01:00"),
            Map.entry("cest", "+02:00"),
            Map.entry("mest", "+02:00"),
            Map.entry("eet", "+02:00"),
            Map.entry("sast", "+02:00"),
            Map.entry("eest", "+03:00"),
            Map.entry("msk", "+03:00"),
            Map.entry("eat", "+03:00"),
            Map.entry("jst", "+09:00"),
            Map.entry("kst", "+09:00"),
            Map.entry("hkt", "+08:00"),
            Map.entry("sgt", "+08:00"),
            Map.entry("aest", "+10:00"),
            Map.entry("aedt", "+11:00"),
            Map.entry("nzst", "+12:00"),
            Map.entry("nzdt", "+13:00"));

    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "pt", "it", "nl", "sv", "nb", "da", "fi", "pl", "cs", "sk", "hu", "ro", "ru", "uk",
            "tr", "el", "he", "ar", "ar-LB", "fa", "id", "vi", "hr", "bg", "ca", "et", "lt", "lv", "sl");

    private static final Map<String, Integer> MONTHS = months();

    private static final Pattern WORD_OR_NUMBER = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*|\\d+");
    private static final Pattern EAST_ASIAN =
            Pattern.compile("(\\d{4})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일].*");
    private static final Pattern ISO = Pattern.compile(".*?(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})\\b.*");

    /** Day first, as everywhere but in the United States; a month above 12 tells the other order. */
    private static final Pattern NUMBERS = Pattern.compile(".*?\\b(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})\\b.*");

    private MailDate() {}

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE)) {
                    String name =
                            LowerCase.of(month.getDisplayName(style, locale)).replace(".", "");
                    if (name.chars().allMatch(Character::isLetter) && name.length() > 2) {
                        months.putIfAbsent(name, month.getValue());
                    }
                }
            }
        }
        return Map.copyOf(months);
    }

    /** Parses a header's Date field to ISO 8601; a date without a known zone has no time. */
    static Optional<String> header(String field) {
        int comment = field.indexOf('(');
        String date = (comment < 0 ? field : field.substring(0, comment)).strip();
        if (date.length() > MAX_DATE) {
            return Optional.empty();
        }
        Matcher form = HEADER.matcher(date);
        if (form.matches()) {
            return form(form);
        }
        Matcher unix = ASCTIME.matcher(date);
        return unix.matches() ? day(unix.group(4), month(unix.group(1)), unix.group(2)) : Optional.empty();
    }

    private static Optional<String> form(Matcher form) {
        Optional<String> day = day(year(form.group(3)), month(form.group(2)), form.group(1));
        String zone = Optional.ofNullable(form.group(7)).orElse("");
        String offset = zone.length() == 5 && !Character.isLetter(zone.charAt(0))
                ? zone.substring(0, 3) + ":" + zone.substring(3)
                : ZONES.getOrDefault(LowerCase.of(zone), "");
        if (day.isEmpty() || offset.isEmpty()) {
            return day;
        }
        try {
            int second = Math.min(59, form.group(6) == null ? 0 : Integer.parseInt(form.group(6)));
            LocalDateTime at = LocalDate.parse(day.get())
                    .atTime(Integer.parseInt(form.group(4)), Integer.parseInt(form.group(5)), second);
            return Optional.of(at.atOffset(ZoneOffset.of(offset)).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        } catch (DateTimeException e) {
            return day; // The time is none, the day stands.
        }
    }

    /** Parses the day of a date written for readers, such as "20 de noviembre de 2026, 18:02"; empty if it is not certain. */
    static Optional<String> written(String line) {
        String date = withAsciiDigits(line.substring(0, Math.min(line.length(), MAX_DATE)))
                .strip();
        Optional<String> header = header(date);
        if (header.isPresent()) {
            return header;
        }
        for (Pattern pattern : List.of(EAST_ASIAN, ISO)) {
            Matcher numbers = pattern.matcher(date);
            if (numbers.matches()) {
                return day(numbers.group(1), Integer.parseInt(numbers.group(2)), numbers.group(3));
            }
        }
        return named(date).or(() -> numbers(date));
    }

    /** Replaces the digits of other scripts, such as Arabic. */
    private static String withAsciiDigits(String line) {
        StringBuilder ascii = new StringBuilder(line);
        for (int i = 0; i < line.length(); i++) {
            int digit = Character.digit(line.charAt(i), 10);
            if (digit >= 0) {
                ascii.setCharAt(i, (char) ('0' + digit));
            }
        }
        return ascii.toString();
    }

    private static Optional<String> named(String date) {
        int month = 0;
        String day = "";
        String year = "";
        Matcher token = WORD_OR_NUMBER.matcher(date);
        while (token.find()) {
            String text = token.group();
            if (Character.isLetter(text.charAt(0))) {
                month = month == 0 ? month(text) : month;
            } else if (text.length() == 4 && year.isEmpty()) {
                year = text;
            } else if (text.length() <= 2 && day.isEmpty()) {
                day = text;
            }
        }
        return month == 0 || day.isEmpty() || year.isEmpty() ? Optional.empty() : day(year, month, day);
    }

    private static Optional<String> numbers(String date) {
        Matcher numbers = NUMBERS.matcher(date);
        if (!numbers.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(3));
        boolean certain =
                first > 12 || second > 12 || first == second || numbers.group(2).equals(".");
        boolean monthFirst = second > 12;
        return certain
                ? day(year(numbers.group(4)), monthFirst ? first : second, String.valueOf(monthFirst ? second : first))
                : Optional.empty();
    }

    private static int month(String word) {
        return MONTHS.getOrDefault(LowerCase.of(word), 0);
    }

    /** Completes years of two and three digits as RFC 5322, section 4.3 does. */
    private static String year(String digits) {
        int year = Integer.parseInt(digits);
        return String.valueOf(
                digits.length() == 4 ? year : year < 50 && digits.length() == 2 ? 2000 + year : 1900 + year);
    }

    private static Optional<String> day(String year, int month, String day) {
        int written = Integer.parseInt(year);
        if (written < FIRST_YEAR || written > LAST_YEAR) {
            return Optional.empty(); // Of another calendar, or none.
        }
        try {
            return Optional.of(
                    LocalDate.of(written, month, Integer.parseInt(day)).toString());
        } catch (DateTimeException e) {
            return Optional.empty(); // Not a day of the calendar.
        }
    }
}
