package app.lede.date;

import app.lede.text.LowerCase;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Order of day and month in dates of numbers such as 3/4/2026. */
public enum DateOrder {
    MONTH_FIRST,
    DAY_FIRST,
    UNKNOWN;

    /** English is written either way; these regions put the month first. */
    private static final Set<String> MONTH_FIRST_TAGS = Set.of("en-us", "en-ph", "es-us", "en-pr", "es-pr");

    /** Languages that put the year first, so that their dates with the year at the end follow no custom. */
    private static final Set<String> YEAR_FIRST = Set.of("zh", "ja", "ko", "hu", "mn", "lt", "fa");

    private static final Pattern NUMBERS =
            Pattern.compile("(?<![\\d/.-])(\\d{1,2})/(\\d{1,2})/(?:19|20)\\d{2}(?![\\d/.-])");

    private static final int MAX_DATES = 200;

    /** Returns the order that is customary in a language; that of plain English is unknown. */
    public static DateOrder of(String language) {
        String tag = LowerCase.of(language.replace('_', '-'));
        if (tag.isEmpty() || tag.equals("en") || tag.equals("en-ca")) {
            return UNKNOWN;
        }
        String primary = tag.substring(0, tag.indexOf('-') < 0 ? tag.length() : tag.indexOf('-'));
        if (YEAR_FIRST.contains(primary)) {
            return UNKNOWN;
        }
        return MONTH_FIRST_TAGS.contains(tag) ? MONTH_FIRST : DAY_FIRST;
    }

    /** Returns the order that the slashed dates of a text show by numbers above 12; unknown if they show both or none. */
    public static DateOrder shownBy(String text) {
        boolean dayFirst = false;
        boolean monthFirst = false;
        Matcher date = NUMBERS.matcher(text);
        for (int i = 0; i < MAX_DATES && date.find(); i++) {
            dayFirst |= Integer.parseInt(date.group(1)) > 12;
            monthFirst |= Integer.parseInt(date.group(2)) > 12;
        }
        return dayFirst == monthFirst ? UNKNOWN : dayFirst ? DAY_FIRST : MONTH_FIRST;
    }

    /** Returns this order, or the other if this one is unknown. */
    public DateOrder or(DateOrder other) {
        return this == UNKNOWN ? other : this;
    }
}
