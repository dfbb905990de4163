package app.lede.extract;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words on buttons, forms and boxes around an article, in many languages ({@code furniture.tsv}): a line that starts with
 * them is no sentence of a story. Only one clue among others; a paragraph may start with any of them.
 */
final class Furniture {

    private static final int MAX_WORDS = 4;

    private static final Pattern WORD_END = Pattern.compile(" |$");

    private final Set<String> phrases = Resource.lines("furniture.tsv").stream()
            .map(line -> Words.key(Resource.columns(line).getLast()))
            .collect(Collectors.toUnmodifiableSet());

    /** Whether a line starts with such words. */
    boolean starts(String line) {
        String key = Words.key(line);
        Matcher end = WORD_END.matcher(key);
        for (int words = 0; words < MAX_WORDS && end.find(); words++) {
            if (phrases.contains(key.substring(0, end.start()))) {
                return true;
            }
        }
        return false;
    }
}
