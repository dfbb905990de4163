package app.lede.feed;

import app.lede.text.LowerCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses dates in feeds: RFC 3339 and its W3C subset, RFC 822 and its common misspellings, asctime, and all of these
 * with month names in other languages. A missing zone is read as UTC, a missing time as midnight.
 */
final class FeedDates {

    private static final int MAX_LENGTH = 100;
    private static final Properties WORDS = load();

    private static final String TIME =
            "(?:[T\\s,]\\s*(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,12})?)?\\s*([+-]\\d{1,2}:?\\d{0,2}|[A-Za-z]{1,5})?.{0,12})?";
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?" + TIME);
    private static final Pattern ISO_BASIC = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})" + TIME);
    private static final Pattern ORDINAL = Pattern.compile("(\\d{4})-?(\\d{3})()" + TIME);
    private static final Pattern NUMERIC = Pattern.compile("(\\d{4})[./](\\d{1,2})[./](\\d{1,2})" + TIME);
    private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})" + TIME);
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.\\d{1,12})?)?");
    private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC)?([+-])(\\d{1,2}):?(\\d{2})?");
    /** Matches the hyphens of {@code 01-Jan-2004}, but not the sign of an offset. */
    private static final Pattern HYPHEN = Pattern.compile("(?<=\\w)-(?=\\p{L})|(?<=\\p{L})-(?=\\d{2,4}\\b)");

    private static final Pattern SEPARATOR = Pattern.compile("[\\s,()]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private FeedDates() {}

    /** Returns the first parseable date among the children with these names, in order of preference. */
    static Optional<Instant> first(FeedElement parent, String... names) {
        return parent.all(names).stream()
                .flatMap(date -> read(date.text()).stream())
                .findFirst();
    }

    /** Parses a date; empty if the text is not one. */
    static Optional<Instant> read(String text) {
        String date = text.strip();
        if (date.isEmpty() || date.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(numeric(date)).or(() -> new WordyDate().read(date));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Instant numeric(String date) {
        for (Pattern pattern : new Pattern[] {ISO, NUMERIC, ISO_BASIC}) {
            Matcher m = pattern.matcher(date);
            if (m.matches()) {
                return at(LocalDate.of(number(m.group(1), 1), number(m.group(2), 1), number(m.group(3), 1)), m);
            }
        }
        Matcher m = AMERICAN.matcher(date);
        if (m.matches()) {
            return at(american(number(m.group(1), 1), number(m.group(2), 1), number(m.group(3), 1)), m);
        }
        m = ORDINAL.matcher(date);
        return m.matches() ? at(LocalDate.ofYearDay(number(m.group(1), 1), number(m.group(2), 1)), m) : null;
    }

    /** Reads month/day/year, or day/month/year if the first number is above 12. */
    private static LocalDate american(int first, int second, int year) {
        return first > 12 ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second);
    }

    private static Instant at(LocalDate day, Matcher m) {
        int hour = number(m.group(4), 0);
        LocalTime time = LocalTime.of(hour % 24, number(m.group(5), 0), Math.min(59, number(m.group(6), 0)));
        LocalDate rolled = hour == 24 ? day.plusDays(1) : day;
        return LocalDateTime.of(rolled, time)
                .toInstant(zone(Objects.requireNonNullElse(m.group(7), "Z")).orElse(ZoneOffset.UTC));
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null || digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }

    private static Optional<ZoneOffset> zone(String word) {
        Matcher m = OFFSET.matcher(word);
        if (m.matches()) {
            boolean compact = m.group(3) == null && m.group(2).length() > 2;
            int minutes = compact ? 0 : number(m.group(2), 0) * 60 + number(m.group(3), 0);
            return Optional.of(ZoneOffset.ofTotalSeconds(60 * (m.group(1).equals("-") ? -minutes : minutes)));
        }
        return Optional.ofNullable(WORDS.getProperty("zone." + LowerCase.of(word)))
                .map(ZoneOffset::of);
    }

    private static Optional<Integer> month(String word) {
        String plain = LowerCase.of(
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll(""));
        for (int length : new int[] {plain.length(), 4, 3}) {
            String number = WORDS.getProperty("month." + plain.substring(0, Math.min(length, plain.length())));
            if (number != null) {
                return Optional.of(Integer.valueOf(number));
            }
        }
        return Optional.empty();
    }

    /** Parses a date that contains words: classifies each token by itself, so order does not matter. */
    private static final class WordyDate {
        private int day = -1;
        private int month = -1;
        private int year = -1;
        private LocalTime time = LocalTime.MIDNIGHT;
        private ZoneOffset zone = ZoneOffset.UTC;
        private boolean timed;

        Optional<Instant> read(String date) {
            String spaced = HYPHEN.matcher(date).replaceAll(" ");
            SEPARATOR.splitAsStream(spaced).forEach(this::take);
            if (day < 0 || month < 0 || year < 0) {
                return Optional.empty();
            }
            return Optional.of(
                    LocalDateTime.of(LocalDate.of(year, month, day), time).toInstant(zone));
        }

        private void take(String word) {
            Matcher clock = CLOCK.matcher(word);
            Optional<ZoneOffset> named = timed ? zone(word) : Optional.empty();
            if (clock.matches()) {
                time = LocalTime.of(
                        number(clock.group(1), 0) % 24,
                        number(clock.group(2), 0),
                        Math.min(59, number(clock.group(3), 0)));
                timed = true;
            } else if (named.isPresent()) {
                zone = named.get();
            } else if (!word.isEmpty() && Character.isDigit(word.charAt(0))) {
                takeNumber(word.replaceAll("\\D+$", ""));
            } else if (timed && word.equalsIgnoreCase("pm") && time.getHour() < 12) {
                time = time.plusHours(12);
            } else if (timed && word.equalsIgnoreCase("am") && time.getHour() == 12) {
                time = time.minusHours(12);
            } else {
                // The last match wins: weekdays of some languages begin like months.
                month(word).ifPresent(m -> month = m);
            }
        }

        private void takeNumber(String digits) {
            if (digits.length() > 4 || !digits.chars().allMatch(Character::isDigit)) {
                return;
            }
            int number = Integer.parseInt(digits);
            if (day < 0 && digits.length() <= 2) {
                day = number;
            } else if (year < 0) {
                year = digits.length() > 2 ? number : number + (number < 70 ? 2000 : 1900);
            }
        }
    }

    private static Properties load() {
        try (InputStream table = FeedDates.class.getResourceAsStream("dates.properties")) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(Objects.requireNonNull(table), StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
