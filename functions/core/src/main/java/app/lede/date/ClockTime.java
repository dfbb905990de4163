package app.lede.date;

import app.lede.text.Table;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A time of day within a date: 24-hour or 12-hour clock, with the zone behind it.
 *
 * @param time whole seconds and fractions; a leap second counts as second 59
 * @param nextDay whether it is written 24:00, which belongs to the next day
 * @param halved whether a half of the day (AM or PM) is written
 * @param zone null if none is written
 * @param start index of its first character
 * @param end index behind its last character, zone included
 */
record ClockTime(
        LocalTime time,
        boolean nextDay,
        boolean halved,
        @Nullable ZoneId zone,
        int start,
        int end) {

    private static final Map<String, String> WORDS = Table.lines(ClockTime.class, "clock-words.tsv").stream()
            .map(Table::columns)
            .collect(Collectors.toUnmodifiableMap(row -> DateText.folded(row.getLast()), row -> row.getFirst()));

    private static final String SECONDS = "(?<s>\\d{1,2})(?:[.,:](?<f>\\d{1,12}))?";

    /** Forms of a clock, the least ambiguous first. */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(
                    "(?<![\\d:+]|\\d-)(?<h>\\d{1,2})\\s?:\\s?(?<m>\\d{1,2})(?:\\s?:\\s?" + SECONDS + ")?(?!\\d)"),
            Pattern.compile("(?<=\\d)[Tt](?<h>\\d{2})(?<m>\\d{2})(?:" + SECONDS + ")?(?!\\d)"),
            Pattern.compile("(?<=\\d{8}) (?<h>\\d{2})(?<m>\\d{2})(?:" + SECONDS + ")?(?!\\d)"),
            Pattern.compile(
                    "(?<!\\d)(?<h>\\d{1,2})\\s?[時时點点시]\\s?(?:(?<m>\\d{1,2})\\s?[分분]?)?(?:\\s?(?<s>\\d{1,2})\\s?(?<f>)[秒초])?"),
            Pattern.compile("(?<!\\d)(?<h>\\d{1,2}) ?h ?(?<m>\\d{2})(?<s>)(?<f>)(?!\\w)"),
            Pattern.compile("(?<![\\d./-])(?<h>\\d{1,2})(?<m>)(?<s>)(?<f>)(?=\\s?[AaPp]\\.?\\s?[Mm](?![\\p{L}]))"),
            Pattern.compile("(?<![\\d.])(?<h>\\d{1,2})\\.(?<m>\\d{2})(?<s>)(?<f>)(?![\\d.])"));

    private static final Pattern BEFORE = Pattern.compile("((?![a-zA-Z])[\\p{L}\\p{M}]{1,12})\\s?$");
    private static final Pattern AFTER =
            Pattern.compile("\\s?([\\p{L}\\p{M}]+\\.?(?:\\s?[\\p{L}\\p{M}]+\\.)?|[\\p{L}\\p{M}]+)");
    private static final Pattern ZONE =
            Pattern.compile("\\s*[(\\[]?((?:GMT|UTC?|Z)?\\s?[+-]\\s?\\d{1,2}:?(?:\\d{2})?(?![\\d.])"
                    + "|[A-Z][A-Za-z]+/[A-Za-z_/]{2,40}|\\p{L}{1,5}(?![\\p{L}.]))[)\\]]?");

    private static final Pattern ABBREVIATION = Pattern.compile("[A-Z]{2,5}");
    private static final int SHORT_WORD = 3;
    private static final String NOISE = "noise";

    /** Thrown for a time that is written but cannot be known, such as one of an unknown zone. */
    static final class Unknown extends DateTimeException {
        private static final long serialVersionUID = 1;

        Unknown(String word) {
            super("a time with " + word);
        }
    }

    /**
     * Finds the time of day.
     *
     * @throws DateTimeException if a time is written that is impossible, of an unknown half of the day or zone
     */
    static Optional<ClockTime> in(String date) {
        for (Pattern form : FORMS) {
            Matcher clock = form.matcher(date);
            if (clock.find()) {
                return Optional.of(of(clock, date));
            }
        }
        return Optional.empty();
    }

    /** The half of the day, and the end of the words that say it. */
    private record Half(String word, int end) {}

    private static ClockTime of(Matcher clock, String date) {
        int hour = Integer.parseInt(clock.group("h"));
        if (hour > 24) {
            throw new Unknown("hour " + hour);
        }
        Half half = half(clock, date);
        boolean halved = !half.word().isEmpty();
        Matcher zone = ZONE.matcher(date).region(half.end(), date.length());
        String named = zone.lookingAt() ? zone.group(1).replace(" ", "") : "";
        Optional<ZoneId> known = ZoneNames.zone(named);
        if (known.isEmpty()) {
            check(named, AFTER.matcher(date).region(half.end(), date.length()), hour, halved);
        }
        LocalTime time = LocalTime.of(
                hour(hour, half.word()) % 24,
                number(clock, "m"),
                Math.min(59, number(clock, "s")),
                nanos(clock.group("f")));
        int start = clock.start() - (halfBefore(clock, date).isEmpty() ? 0 : wordLength(date, clock.start()));
        return new ClockTime(
                time, hour == 24, halved, known.orElse(null), start, known.isPresent() ? zone.end() : half.end());
    }

    /** Reads the words before and behind a clock: at most one half of the day, and noise. */
    private static Half half(Matcher clock, String date) {
        String half = halfBefore(clock, date);
        int end = clock.end();
        Matcher after = AFTER.matcher(date).region(end, date.length());
        while (after.lookingAt()) {
            String kind = WORDS.getOrDefault(DateText.folded(after.group(1)), "");
            if (kind.isEmpty()) {
                break;
            }
            half = kind.equals(NOISE) ? half : kind;
            end = after.end();
            after.region(end, date.length());
        }
        return new Half(half, end);
    }

    private static String halfBefore(Matcher clock, String date) {
        Matcher word = BEFORE.matcher(date).region(0, clock.start());
        String kind = word.find() ? WORDS.getOrDefault(DateText.folded(word.group(1)), "") : "";
        return kind.equals(NOISE) ? "" : kind;
    }

    /** Refuses a word behind a time that may be an unknown zone, or an unknown half of the day. */
    private static void check(String zone, Matcher after, int hour, boolean halved) {
        if (zone.indexOf('+') >= 0 || zone.indexOf('-') >= 0) {
            throw new Unknown(zone);
        }
        if (!after.lookingAt()) {
            return;
        }
        String word = after.group(1);
        boolean month = MonthNames.table().inflected(word, "") != MonthNames.NONE;
        boolean half =
                !halved && hour >= 1 && hour <= 12 && DateText.folded(word).length() <= SHORT_WORD;
        if (!month && (ABBREVIATION.matcher(word).matches() || half)) {
            throw new Unknown(word);
        }
    }

    private static int hour(int hour, String half) {
        if (half.equals("pm")) {
            return hour < 12 ? hour + 12 : hour;
        }
        return half.equals("am") && hour == 12 ? 0 : hour;
    }

    private static int wordLength(String date, int end) {
        Matcher word = BEFORE.matcher(date.substring(0, end));
        return word.find() ? word.group().length() : 0;
    }

    private static int number(Matcher clock, String group) {
        String digits = clock.group(group);
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String fraction) {
        if (fraction == null || fraction.isEmpty()) {
            return 0;
        }
        return Integer.parseInt((fraction + "000000000").substring(0, 9));
    }
}
