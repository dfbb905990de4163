package app.lede.edit;

import app.lede.text.Table;
import app.lede.text.Words;
import java.util.List;

/**
 * Recognises notes by which newsrooms own up to corrections, by their first words in {@code correction-notes.txt}.
 *
 * <p>Thread safe.
 */
public final class CorrectionNotes {

    private static final int MOST_READ = 200;

    private static final List<String> PHRASES = Table.lines(CorrectionNotes.class, "correction-notes.txt").stream()
            .map(Words::key)
            .toList();

    private CorrectionNotes() {}

    /** Tests whether a text begins as such a note does. */
    public static boolean begins(String text) {
        String key = Words.key(text.substring(0, Math.min(text.length(), MOST_READ)));
        return PHRASES.stream()
                .anyMatch(phrase -> key.startsWith(phrase)
                        && (key.length() == phrase.length()
                                || key.charAt(phrase.length()) == ' '
                                || Words.isUnspaced(phrase.charAt(0))));
    }
}
