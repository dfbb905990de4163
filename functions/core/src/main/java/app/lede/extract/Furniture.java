package app.lede.extract;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What pages say around an article, in many languages. The words on buttons, forms and boxes ({@code furniture.tsv}) begin a line
 * that is no sentence of a story; only one clue among others, as a paragraph may start with any of them. The notices of paywalls,
 * consent and subscriptions ({@code notices.tsv}) are sentences, and no story begins one like that.
 *
 * <p>Thread safe.
 */
final class Furniture {

    private static final int MAX_WORDS = 4;

    private static final Pattern WORD_END = Pattern.compile(" |$");

    private final Set<String> phrases =
            Resource.lines("furniture.tsv").stream().map(Furniture::key).collect(Collectors.toUnmodifiableSet());

    private final List<String> notices =
            Resource.lines("notices.tsv").stream().map(Furniture::key).toList();

    private static String key(String line) {
        return Words.key(Resource.columns(line).getLast());
    }

    /** Whether a line starts with the words of a button, form or box. */
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

    /** Whether a text is addressed to the visitor of the page, as notices of paywalls are. */
    boolean isNotice(String text) {
        String key = Words.key(text);
        return notices.stream().anyMatch(phrase -> key.startsWith(phrase) && endsAt(phrase.length(), key));
    }

    /** Scripts without spaces between words end a phrase anywhere. */
    private static boolean endsAt(int end, String key) {
        return end == key.length()
                || key.charAt(end) == ' '
                || Character.isIdeographic(key.codePointBefore(end))
                || Character.UnicodeScript.of(key.codePointBefore(end)) == Character.UnicodeScript.HIRAGANA;
    }
}
