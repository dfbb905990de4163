package app.lede.date;

import app.lede.date.WrittenMoment.Written;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the two forms that nearly all feeds use, RFC 3339 and RFC 822, in a tenth of the time of the others. */
final class CommonForms {

    private static final String CLOCK = "(\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?";
    private static final Pattern RFC_3339 =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ]" + CLOCK + "(Z|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern RFC_822 =
            Pattern.compile("[A-Z][a-z]{2}, (\\d{1,2}) ([A-Z][a-z]{2}) (\\d{4}) " + CLOCK + " (GMT|UTC|[+-]\\d{4})");
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private CommonForms() {}

    /**
     * Parses a date; empty if it has another form.
     *
     * @throws java.time.DateTimeException if it names an impossible day
     */
    static Optional<Written> read(String date) {
        Matcher iso = RFC_3339.matcher(date);
        if (iso.matches()) {
            return written(iso, LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
        }
        Matcher mail = RFC_822.matcher(date);
        int month = mail.matches() ? MONTHS.indexOf(mail.group(2)) : -1;
        return month < 0 || month % 3 != 0
                ? Optional.empty()
                : written(mail, LocalDate.of(number(mail, 3), month / 3 + 1, number(mail, 1)));
    }

    private static Optional<Written> written(Matcher matcher, LocalDate day) {
        if (day.getYear() < CalendarDay.FIRST_YEAR || day.getYear() > CalendarDay.LAST_YEAR) {
            return Optional.empty(); // Perhaps of another calendar.
        }
        if (matcher.group(4) == null) {
            return Optional.of(new Written(day, null, null));
        }
        int hour = number(matcher, 4);
        int second = matcher.group(6) == null ? 0 : number(matcher, 6);
        if (hour > 23 || second > 59) {
            return Optional.empty(); // 24:00 and leap seconds are left to the others.
        }
        int nanos = matcher.group(7) == null ? 0 : Integer.parseInt((matcher.group(7) + "00000000").substring(0, 9));
        return zone(matcher.group(8))
                .map(zone -> new Written(day, LocalTime.of(hour, number(matcher, 5), second, nanos), zone))
                .or(() -> Optional.of(matcher)
                        .filter(match -> match.group(8) == null)
                        .map(match -> new Written(day, LocalTime.of(hour, number(match, 5), second, nanos), null)));
    }

    private static Optional<ZoneId> zone(@Nullable String written) {
        return written == null
                ? Optional.empty()
                : written.equals("Z") ? Optional.of(ZoneOffset.UTC) : ZoneNames.zone(written);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
