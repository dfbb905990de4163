package app.lede.rhythm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encodes a rhythm as text for its source's item. Eight parts are separated by spaces: two times in epoch seconds (base 36), arrivals by
 * hour (one base-64 digit each) and by day (two digits each), the number of gaps, and their sum, squares and longest in hundredths
 * (base 36). About 75 characters, so that most items stay within 1,024 bytes and a poll costs one write unit.
 */
final class RhythmText {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
    private static final String NEVER = "-";
    private static final int RADIX = 36;
    private static final int PARTS = 8;
    private static final int SPACE = ' ';

    private RhythmText() {}

    static String write(Rhythm rhythm) {
        GapStatistics gaps = rhythm.gaps();
        return String.join(
                " ",
                time(rhythm.begun()),
                time(rhythm.since()),
                digits(rhythm.week().hours(), 1),
                digits(rhythm.week().days(), 2),
                Integer.toString(gaps.count(), RADIX),
                hundredths(gaps.sum()),
                hundredths(gaps.squares()),
                hundredths(gaps.longest()));
    }

    /** Reads what {@link #write} wrote; anything else is an IllegalArgumentException. */
    static Rhythm read(String text) {
        List<String> parts = parts(text);
        if (parts.size() != PARTS || parts.get(2).length() != 24 || parts.get(3).length() != 14) {
            throw new IllegalArgumentException("not a rhythm: " + text);
        }
        return new Rhythm(
                time(parts.get(0)),
                time(parts.get(1)),
                new WeekProfile(numbers(parts.get(2), 1), numbers(parts.get(3), 2)),
                new GapStatistics(
                        Integer.parseInt(parts.get(4), RADIX),
                        hundredths(parts.get(5)),
                        hundredths(parts.get(6)),
                        hundredths(parts.get(7))));
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int space = text.indexOf(SPACE); space >= 0; space = text.indexOf(SPACE, from)) {
            parts.add(text.substring(from, space));
            from = space + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static String time(@Nullable Instant time) {
        return time == null ? NEVER : Long.toString(time.getEpochSecond(), RADIX);
    }

    private static @Nullable Instant time(String text) {
        return text.equals(NEVER) ? null : Instant.ofEpochSecond(Long.parseLong(text, RADIX));
    }

    private static String hundredths(double hours) {
        return Long.toString(Math.round(hours * 100), RADIX);
    }

    private static double hundredths(String text) {
        return Long.parseLong(text, RADIX) / 100.0;
    }

    private static String digits(List<Integer> numbers, int width) {
        StringBuilder text = new StringBuilder();
        for (int number : numbers) {
            for (int place = width - 1; place >= 0; place--) {
                text.append(DIGITS.charAt((number >> (6 * place)) & 63));
            }
        }
        return text.toString();
    }

    private static List<Integer> numbers(String text, int width) {
        List<Integer> numbers = new ArrayList<>();
        for (int from = 0; from < text.length(); from += width) {
            int number = 0;
            for (int i = from; i < from + width; i++) {
                int digit = DIGITS.indexOf(text.charAt(i));
                if (digit < 0) {
                    throw new IllegalArgumentException("not a rhythm: " + text);
                }
                number = (number << 6) | digit;
            }
            numbers.add(number);
        }
        return numbers;
    }
}
