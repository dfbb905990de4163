package app.lede.date;

import app.lede.text.Table;
import app.lede.text.Words;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recognises weekday names of many languages ({@code weekdays.tsv}), which stand beside dates where authors stand too.
 *
 * <p>Thread safe.
 */
public final class WeekdayNames {

    private static final Pattern VARIANTS = Pattern.compile("\\|");

    private static final Set<String> NAMES = Table.lines(WeekdayNames.class, "weekdays.tsv").stream()
            .map(line -> Table.columns(line).getLast())
            .flatMap(VARIANTS::splitAsStream)
            .map(Words::key)
            .collect(Collectors.toUnmodifiableSet());

    private WeekdayNames() {}

    /** Tests whether a text is a weekday's name and nothing else, whatever its case and accents. */
    public static boolean is(String text) {
        return NAMES.contains(Words.key(text));
    }
}
