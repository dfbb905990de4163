package app.lede.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts dates of other calendars: Buddhist Era, Minguo, Japanese eras, Solar Hijri. */
public final class CalendarYear {

    /** Years between the Buddhist Era and the common one. */
    private static final int BUDDHIST = 543;

    private static final int FIRST_BUDDHIST = 2400;
    private static final int LAST_BUDDHIST = 2700;

    /** Year before the first of each era. */
    private static final Map<String, Integer> ERAS = Map.of("令和", 2018, "平成", 1988, "昭和", 1925, "民國", 1911, "民国", 1911);

    /** Years at which the 33-year rule of leap years shifts, from Borkowski's table of the Solar Hijri calendar. */
    private static final int[] BREAKS = {9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635};

    private static final int FIRST_JALALI = 1300;
    private static final int LAST_JALALI = 1499;

    private CalendarYear() {}

    /** Returns the common year of one that may be written in the Buddhist Era. */
    public static int fromBuddhist(int year) {
        return year >= FIRST_BUDDHIST && year <= LAST_BUDDHIST ? year - BUDDHIST : year;
    }

    /**
     * Returns the common year of a year of an era.
     *
     * @param era its name in Chinese characters; null for the common era
     */
    public static int ofEra(@Nullable String era, int year) {
        return era == null ? year : ERAS.getOrDefault(era, 0) + year;
    }

    /** Tests whether a year is one of the Solar Hijri calendar of our times. */
    static boolean isJalali(int year) {
        return year >= FIRST_JALALI && year <= LAST_JALALI;
    }

    /**
     * Converts a date of the Solar Hijri calendar, years 1300 to 1499 (1921 to 2121), by the rule of leap years of K. Borkowski, "The Persian calendar
     * for 3000 years" (1996).
     *
     * @throws DateTimeException if it is no date of that calendar
     */
    public static LocalDate fromJalali(int year, int month, int day) {
        int length = month <= 6 ? 31 : month <= 11 || isLeap(year) ? 30 : 29;
        if (!isJalali(year) || month < 1 || month > 12 || day < 1 || day > length) {
            throw new DateTimeException("no date of the Solar Hijri calendar");
        }
        int before = month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7);
        return newYear(year).plusDays(before + day - 1L);
    }

    /** Returns the day of March 1 Farvardin falls on. */
    private static LocalDate newYear(int year) {
        int common = year + 621;
        int leaps = -14;
        int jump = 0;
        int from = -61;
        for (int next : BREAKS) {
            jump = next - from;
            if (year < next) {
                break;
            }
            leaps += jump / 33 * 8 + jump % 33 / 4;
            from = next;
        }
        int n = year - from;
        leaps += n / 33 * 8 + (n % 33 + 3) / 4;
        leaps += jump % 33 == 4 && jump - n == 4 ? 1 : 0;
        int gregorian = common / 4 - (common / 100 + 1) * 3 / 4 - 150;
        return LocalDate.of(common, 3, 20).plusDays(leaps - gregorian);
    }

    private static boolean isLeap(int year) {
        return newYear(year + 1).toEpochDay() - newYear(year).toEpochDay() == 366;
    }
}
