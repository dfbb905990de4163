package app.lede.date;

import app.lede.text.Table;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recognises lines that count from the moment of reading: "5 min ago", "vor 2 Stunden", "il y a 3 jours", "5分前"
 * ({@code relative-times.tsv}). They are no dates, since the moment is unknown, and no text of an article.
 */
public final class RelativeTime {

    private static final int MAX_LENGTH = 60;

    private static final Map<String, Set<String>> WORDS = Table.lines(RelativeTime.class, "relative-times.tsv").stream()
            .map(Table::columns)
            .collect(Collectors.groupingBy(
                    row -> row.getFirst(),
                    Collectors.flatMapping(
                            row -> Pattern.compile("\\|").splitAsStream(row.getLast()),
                            Collectors.toUnmodifiableSet())));

    private static final Pattern COUNTED = Pattern.compile(
            "(?<before>(?:[\\p{L}\\p{M}]{1,14} ){0,4})(?:\\d{1,3} ?|(?:an?|one|einer|einem|une?|una|um|uma)"
                    + " )(?<unit>[\\p{L}\\p{M}]{1,14})\\.?(?<after>(?: [\\p{L}\\p{M}]{1,14}){0,2})");

    private RelativeTime() {}

    /** Tests whether a line is nothing but a relative time, with or without a word before it ("Updated 5 min ago"). */
    public static boolean isAlone(String line) {
        if (line.length() > MAX_LENGTH) {
            return false;
        }
        Matcher counted = COUNTED.matcher(DateText.plain(line).toLowerCase(Locale.ROOT));
        if (!counted.matches()) {
            return false;
        }
        String before = counted.group("before").strip();
        String unit = counted.group("unit");
        String after = counted.group("after").strip();
        if (!is("unit", unit)) {
            return is("whole", (unit + ' ' + after).strip());
        }
        return is("after", after) || (after.isEmpty() && endsWithWord(before));
    }

    private static boolean endsWithWord(String before) {
        return WORDS.getOrDefault("before", Set.of()).stream()
                .anyMatch(word -> before.equals(word) || before.endsWith(' ' + word));
    }

    private static boolean is(String kind, String word) {
        return WORDS.getOrDefault(kind, Set.of()).contains(word);
    }
}
